import type { Dictionary } from './dictionary.ts'
import { entriesWith, hashOfStart, hashOfStartPair, hashOfTriple, type GramIndex } from './grams.ts'
import { at } from './groups.ts'
import * as tiers from './tiers.ts'
import { KEY, SYLLABLE_START, WORD_START } from './typed-text.ts'

/** Visits the entries that hold these keys from the start of a syllable on, each with its best tier. */
export function forEachLiteral(
  dictionary: Dictionary,
  grams: GramIndex,
  typed: Uint16Array,
  visit: (entry: number, tier: number) => void,
): void {
  for (const entry of rarestCandidates(grams, typed)) {
    const tier = bestTier(dictionary, entry, typed)
    if (tier > 0) visit(entry, tier)
  }
}

/** Of all runs of keys that an answer must hold, the one that the fewest entries hold. */
function rarestCandidates(grams: GramIndex, typed: Uint16Array): Uint32Array {
  const first = at(typed, 0)
  if (typed.length === 1) return entriesWith(grams, hashOfStart(first))

  let rarest = entriesWith(grams, hashOfStartPair(first, at(typed, 1)))
  for (let place = 0; place + 2 < typed.length; place++) {
    const hash = hashOfTriple(at(typed, place), at(typed, place + 1), at(typed, place + 2))
    const entries = entriesWith(grams, hash)
    if (entries.length < rarest.length) rarest = entries
  }
  return rarest
}

function bestTier(dictionary: Dictionary, entry: number, typed: Uint16Array): number {
  const from = at(dictionary.starts, entry)
  const to = at(dictionary.starts, entry + 1)
  let best = 0
  for (let place = from; place + typed.length <= to; place++) {
    if ((at(dictionary.keys, place) & SYLLABLE_START) === 0) continue
    if (!standsAt(dictionary.keys, place, typed)) continue
    best = Math.max(best, tierAt(dictionary, entry, place, place + typed.length))
  }
  return best
}

function standsAt(keys: Uint16Array, place: number, typed: Uint16Array): boolean {
  for (let offset = 0; offset < typed.length; offset++) {
    if ((at(keys, place + offset) & KEY) !== at(typed, offset)) return false
  }
  return true
}

function tierAt(dictionary: Dictionary, entry: number, from: number, to: number): number {
  const start = at(dictionary.starts, entry)
  const end = at(dictionary.starts, entry + 1)
  const properFrom = at(dictionary.properFrom, entry)
  const properTo = at(dictionary.properTo, entry)
  if (from === start && to === end) return tiers.EXACT
  if (from === properFrom && to === properTo) return tiers.PROPER_NAME

  const share = Math.min(1, (to - from) / (properTo - properFrom)) * tiers.SPAN
  const key = at(dictionary.keys, from)
  const endsWithWord = to === end || (at(dictionary.keys, to) & WORD_START) !== 0
  if (from === start || from === properFrom) {
    return tiers.PREFIX + share + (endsWithWord ? tiers.ENDS_WITH_WORD : 0)
  }
  if ((key & WORD_START) === 0) return tiers.INFIX + share
  return (endsWithWord ? tiers.WHOLE_WORD : tiers.WORD_PREFIX) + share
}
