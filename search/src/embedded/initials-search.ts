import type { Dictionary } from './dictionary.ts'
import { at } from './groups.ts'
import { EXACT, INFIX, PREFIX, SPAN } from './tiers.ts'

/** Visits the entries whose initials hold the ones typed, each with the tier of the first place they do. */
export function forEachWithInitials(
  { initials, initialStarts }: Dictionary,
  typed: string,
  visit: (entry: number, tier: number) => void,
): void {
  for (let found = initials.indexOf(typed); found >= 0;) {
    const entry = lineOf(initialStarts, found)
    const start = at(initialStarts, entry)
    const next = at(initialStarts, entry + 1)
    const length = next - 1 - start
    visit(entry, tierOf(found === start, typed.length / length))
    found = initials.indexOf(typed, next)
  }
}

function tierOf(isAtStart: boolean, share: number): number {
  if (isAtStart) return share === 1 ? EXACT : PREFIX + share * SPAN
  return INFIX + share * SPAN
}

/** The line that the position is in. */
function lineOf(starts: Uint32Array, position: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (at(starts, middle) <= position) low = middle
    else high = middle
  }
  return low
}
