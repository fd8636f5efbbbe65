import type { Model } from './model.ts'

/** Who is in a meeting when: nobody twice at once, and everybody as often as they have meetings. */
export function addPresence(model: Model, meetings: readonly number[][], hasCounts: boolean): void {
  const { instance, solver, never, held, busy } = model
  for (const mine of meetings) {
    const literals = Array.from({ length: instance.slots }, (_, slot) => {
      const here = mine.map(meeting => held[meeting]?.[slot] ?? never).filter(literal => literal !== never)
      return anyOf(model, here)
    })
    busy.push(literals)
    const possible = literals.filter(literal => literal !== never)
    if (mine.length < 2 || !hasCounts) continue
    solver.atMost(mine.length, possible)
    solver.atMost(
      possible.length - mine.length,
      possible.map(literal => literal ^ 1),
    )
  }
}

/** At most one of these, and a literal for "one of them". */
function anyOf({ solver, never }: Model, literals: readonly number[]): number {
  const [only] = literals
  if (only === undefined) return never
  if (literals.length === 1) return only
  solver.atMost(1, literals)
  const any = solver.variable()
  solver.clause(any ^ 1, ...literals)
  for (const literal of literals) solver.clause(any, literal ^ 1)
  return any
}
