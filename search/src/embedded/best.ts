import { at } from './groups.ts'
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
    countOf[score] = at(countOf, score) + 1
  }
  let threshold = MOST_SCORE - 1
  let above = 0
  while (threshold > 0 && above + at(countOf, threshold) < most) above += at(countOf, threshold--)

  const chosen: number[] = []
  const atThreshold: number[] = []
  for (const document of documents) {
    const score = scoreOf(document)
    if (score > threshold) chosen.push(document)
    else if (score === threshold) atThreshold.push(document)
  }
  atThreshold.sort((a, b) => a - b)
  chosen.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  return [...chosen, ...atThreshold.slice(0, most - chosen.length)]
}
