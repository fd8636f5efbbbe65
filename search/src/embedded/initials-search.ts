import { cell32 } from './cells.ts'
import type { Dictionary } from './dictionary.ts'
import { EXACT, INFIX, PREFIX, PROPER_NAME, SPAN } from './tiers.ts'

/** Visits the entries whose initials hold the ones typed, each with its best tier. */
export function forEachWithInitials(
  dictionary: Dictionary,
  typed: string,
  visit: (entry: number, tier: number) => void,
): void {
  const { initials, initialStarts } = dictionary
  let entry = -1
  let best = 0
  for (let found = initials.indexOf(typed); found >= 0; found = initials.indexOf(typed, found + 1)) {
    if (entry < 0 || found >= cell32(initialStarts, entry + 1)) {
      if (entry >= 0) visit(entry, best)
      entry = lineOf(initialStarts, found)
      best = 0
    }
    best = Math.max(best, tierAt(dictionary, entry, found, found + typed.length))
  }
  if (entry >= 0) visit(entry, best)
}

function tierAt(dictionary: Dictionary, entry: number, from: number, to: number): number {
  const { initialStarts, properInitialFrom, properInitialTo } = dictionary
  const start = cell32(initialStarts, entry)
  const end = cell32(initialStarts, entry + 1) - 1
  if (from === start && to === end) return EXACT
  const properFrom = cell32(properInitialFrom, entry)
  const properTo = cell32(properInitialTo, entry)
  if (from === properFrom && to === properTo) return PROPER_NAME
  const share = Math.min(1, (to - from) / (properTo - properFrom)) * SPAN
  return (from === start || from === properFrom ? PREFIX : INFIX) + share
}

/** The line that the position is in. */
function lineOf(starts: Uint32Array, position: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (cell32(starts, middle) <= position) low = middle
    else high = middle
  }
  return low
}
