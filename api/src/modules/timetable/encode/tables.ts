import type { Manner, Model } from './model.ts'
import { totaliser } from '../sat/totaliser.ts'

/** Not more meetings at once than there are tables. */
export function addTables(model: Model, { hasCounts }: Manner): void {
  const { instance, solver, never, held, busy } = model
  const guards = model.guard({ kind: 'tables' })
  const isFirm = guards.length === 0
  const groups = meetingsOfOnePerson(model)
  for (let slot = 0; slot < instance.slots; slot++) {
    const here = held.map(literals => literals[slot] ?? never)
    if (here.filter(literal => literal !== never).length <= instance.tables) continue
    // Meetings of one person exclude each other, so a group counts as one: shorter sums.
    const sums = groups.flatMap(group => {
      const literals = group.map(meeting => here[meeting] ?? never).filter(literal => literal !== never)
      if (literals.length <= 1) return literals
      const any = solver.variable()
      for (const literal of literals) solver.clause(any, literal ^ 1)
      return [any]
    })
    // Implied, and worth saying: two people at each table.
    if (isFirm && hasCounts)
      solver.atMost(
        2 * instance.tables,
        busy.map(literals => literals[slot] ?? never),
      )
    const over = totaliser(solver, sums, instance.tables + 1)[instance.tables]
    if (over !== undefined) solver.clause(...guards, over ^ 1)
  }
}

/** Every meeting in one group, each group around one person: the busiest first. */
function meetingsOfOnePerson({ instance }: Model): number[][] {
  const groups: number[][] = []
  const left = new Set(instance.meetings.keys())
  while (left.size > 0) {
    const byPerson = new Map<number, number[]>()
    for (const meeting of left)
      for (const person of instance.meetings[meeting]?.between ?? [])
        byPerson.set(person, [...(byPerson.get(person) ?? []), meeting])
    const largest = [...byPerson.values()].reduce(
      (best, list) => (list.length > best.length ? list : best),
      [],
    )
    groups.push(largest)
    for (const meeting of largest) left.delete(meeting)
  }
  return groups
}
