import { isInSession, type Instance } from './instance.ts'

/** The slots that session, absences and fixing leave each meeting, whatever the others do. */
export function openSlots(instance: Instance): number[][] {
  const all = Array.from({ length: instance.slots }, (_, slot) => slot)
  return instance.meetings.map(({ between: [one, other], session, fixed }) =>
    all.filter(
      slot =>
        (fixed === null || fixed === slot) &&
        isInSession(instance, session, slot) &&
        !instance.away[one]?.has(slot) &&
        !instance.away[other]?.has(slot),
    ),
  )
}

/** The same, with what must come before and after taken off; a circle of precedences leaves nothing. */
export function windows(instance: Instance): number[][] {
  const open = openSlots(instance)
  const pairs = instance.meetings.flatMap(({ after }, later) => after.map(earlier => ({ earlier, later })))
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false
    for (const { earlier, later } of pairs) {
      const before = open[earlier] ?? []
      const behind = open[later] ?? []
      const left = behind.filter(slot => before.some(other => other < slot))
      const right = before.filter(slot => left.some(other => other > slot))
      if (left.length === behind.length && right.length === before.length) continue
      open[later] = left
      open[earlier] = right
      hasChanged = true
    }
  }
  return open
}
