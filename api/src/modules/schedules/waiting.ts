/** What a timetable costs one participant in waiting. */
export interface Waiting {
  meetings: number
  /** 기다림 — times between two meetings of a day in which nobody of the party meets anybody. */
  breaks: number
  /** Slots that pass so. */
  idle: number
}

/** `slots`: those in which a party meets, in any order; `dayOf` tells which day a slot is on. */
export function waitingOf(slots: readonly number[], dayOf: (slot: number) => string): Waiting {
  const inOrder = [...new Set(slots)].sort((a, b) => a - b)
  let [breaks, idle] = [0, 0]
  for (const [index, slot] of inOrder.entries()) {
    const before = inOrder[index - 1]
    if (before === undefined || dayOf(before) !== dayOf(slot) || slot - before < 2) continue
    breaks++
    idle += slot - before - 1
  }
  return { meetings: slots.length, breaks, idle }
}

/** The same for everybody, by the keys of who meets in which slot. */
export function waitingByParty(
  meetings: readonly { parties: readonly string[]; slot: number }[],
  dayOf: (slot: number) => string,
): Map<string, Waiting> {
  const slotsOf = new Map<string, number[]>()
  for (const { parties, slot } of meetings)
    for (const party of parties) slotsOf.set(party, [...(slotsOf.get(party) ?? []), slot])
  return new Map([...slotsOf].map(([party, slots]) => [party, waitingOf(slots, dayOf)]))
}

export const sumOf = (waiting: Iterable<Waiting>) =>
  [...waiting].reduce((sum, { breaks, idle }) => ({ breaks: sum.breaks + breaks, idle: sum.idle + idle }), {
    breaks: 0,
    idle: 0,
  })
