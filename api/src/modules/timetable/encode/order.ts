import type { Model } from './model.ts'

/** A meeting that must come after another is not held until a slot in which the other is over. */
export function addOrder({ instance, solver, held, guard }: Model): void {
  const ladders = new Map<number, number[]>()
  const overBy = (meeting: number) => {
    const known = ladders.get(meeting)
    if (known) return known
    const ladder = (held[meeting] ?? []).map(() => solver.variable())
    ladders.set(meeting, ladder)
    for (const [slot, over] of ladder.entries()) {
      const now = held[meeting]?.[slot] ?? over
      const earlier = ladder[slot - 1]
      solver.clause(over, now ^ 1)
      if (earlier === undefined) solver.clause(over ^ 1, now)
      else {
        solver.clause(over, earlier ^ 1)
        solver.clause(over ^ 1, now, earlier)
      }
    }
    return ladder
  }
  for (const [later, { after }] of instance.meetings.entries()) {
    for (const earlier of after) {
      const guards = guard({ kind: 'order', earlier, later })
      const before = overBy(earlier)
      const behind = overBy(later)
      for (const [slot, over] of behind.entries()) {
        const done = before[slot - 1]
        solver.clause(...guards, over ^ 1, ...(done === undefined ? [] : [done]))
      }
    }
  }
}
