import { cell32 } from './cells.ts'
import { MOST_SCORE } from './tiers.ts'

/**
 * The `most` documents of the highest score, best first; equals in the order of their numbers.
 * Scores are small whole numbers, so a count of each tells where the page ends without sorting
 * what is not on it.
 */
export function bestOf(
  documents: Uint32Array,
  scoreOf: (document: number) => number,
  most: number,
): number[] {
  const countOf = new Uint32Array(MOST_SCORE)
  for (const document of documents) {
    const score = scoreOf(document)
    countOf[score] = cell32(countOf, score) + 1
  }
  let threshold = MOST_SCORE - 1
  let above = 0
  while (threshold > 0 && above + cell32(countOf, threshold) < most) above += cell32(countOf, threshold--)

  const chosen: number[] = []
  const atThreshold: number[] = []
  for (const document of documents) {
    const score = scoreOf(document)
    if (score > threshold) chosen.push(document)
    else if (score === threshold) atThreshold.push(document)
  }
  chosen.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  return [
    ...chosen,
    ...Uint32Array.from(atThreshold)
      .sort()
      .subarray(0, most - chosen.length),
  ]
}
