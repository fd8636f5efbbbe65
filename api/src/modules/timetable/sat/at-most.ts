import type { Formula } from './formula.ts'
import { totaliser } from './totaliser.ts'

/** So few that every two of them are said to exclude each other. */
const FEW = 5

/** Clauses for "at most so many of these are true". */
export function addAtMost(formula: Formula, most: number, literals: readonly number[]): void {
  if (literals.length <= most) return
  if (most < 0) return formula.clause()
  if (most === 0) for (const literal of literals) formula.clause(literal ^ 1)
  else if (most === 1) addAtMostOne(formula, literals)
  else {
    const over = totaliser(formula, literals, most + 1)[most]
    if (over !== undefined) formula.clause(over ^ 1)
  }
}

/** Two by two where they are few; otherwise in two lots, of which not both have one. */
function addAtMostOne(formula: Formula, literals: readonly number[]): void {
  if (literals.length > FEW) {
    const isEarly = formula.variable()
    addAtMostOne(formula, [...literals.slice(0, FEW - 2), isEarly])
    addAtMostOne(formula, [isEarly ^ 1, ...literals.slice(FEW - 2)])
    return
  }
  for (const [place, one] of literals.entries())
    for (const other of literals.slice(place + 1)) formula.clause(one ^ 1, other ^ 1)
}
