import type { Formula } from './formula.ts'

/**
 * Literals "at least 1, 2, … of these are true", up to `most`. They follow from the inputs; with
 * `isTight` the inputs follow from them as well.
 */
export function totaliser(
  formula: Formula,
  inputs: readonly number[],
  most: number,
  isTight = false,
): number[] {
  if (inputs.length <= 1) return inputs.slice(0, most)
  const half = inputs.length >> 1
  const left = totaliser(formula, inputs.slice(0, half), most, isTight)
  const right = totaliser(formula, inputs.slice(half), most, isTight)
  const sums = Array.from({ length: Math.min(most, inputs.length) }, () => formula.variable())
  for (let a = 0; a <= left.length; a++) {
    for (let b = 0; b <= right.length; b++) {
      const given = [left[a - 1], right[b - 1]].filter(literal => literal !== undefined)
      const reached = sums[Math.min(a + b, sums.length) - 1]
      if (given.length > 0 && reached !== undefined)
        formula.clause(reached, ...given.map(literal => literal ^ 1))
      if (isTight) loosen(formula, sums[a + b], left[a], right[b])
    }
  }
  return sums
}

/** Neither more than a on the left nor more than b on the right: not more than a + b. */
function loosen(formula: Formula, sum: number | undefined, left?: number, right?: number): void {
  if (sum === undefined) return
  formula.clause(sum ^ 1, ...[left, right].filter(literal => literal !== undefined))
}
