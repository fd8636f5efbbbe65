import { cell16, cell32 } from './cells.ts'
import type { Dictionary } from './dictionary.ts'
import { entriesWith, hashOfStart, hashOfStartPair, hashOfTriple, type GramIndex } from './grams.ts'
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
  const first = cell16(typed, 0)
  if (typed.length === 1) return entriesWith(grams, hashOfStart(first))

  let rarest = entriesWith(grams, hashOfStartPair(first, cell16(typed, 1)))
  for (let place = 0; place + 2 < typed.length; place++) {
    const hash = hashOfTriple(cell16(typed, place), cell16(typed, place + 1), cell16(typed, place + 2))
    const entries = entriesWith(grams, hash)
    if (entries.length < rarest.length) rarest = entries
  }
  return rarest
}

function bestTier(dictionary: Dictionary, entry: number, typed: Uint16Array): number {
  const from = cell32(dictionary.starts, entry)
  const to = cell32(dictionary.starts, entry + 1)
  let best = 0
  for (let place = from; place + typed.length <= to; place++) {
    if ((cell16(dictionary.keys, place) & SYLLABLE_START) === 0) continue
    if (!standsAt(dictionary.keys, place, typed)) continue
    best = Math.max(best, tierAt(dictionary, entry, place, place + typed.length))
  }
  return best
}

function standsAt(keys: Uint16Array, place: number, typed: Uint16Array): boolean {
  for (let offset = 0; offset < typed.length; offset++) {
    if ((cell16(keys, place + offset) & KEY) !== cell16(typed, offset)) return false
  }
  return true
}

function tierAt(dictionary: Dictionary, entry: number, from: number, to: number): number {
  const start = cell32(dictionary.starts, entry)
  const end = cell32(dictionary.starts, entry + 1)
  const properFrom = cell32(dictionary.properFrom, entry)
  const properTo = cell32(dictionary.properTo, entry)
  if (from === start && to === end) return tiers.EXACT
  if (from === properFrom && to === properTo) return tiers.PROPER_NAME

  const share = Math.min(1, (to - from) / (properTo - properFrom)) * tiers.SPAN
  const key = cell16(dictionary.keys, from)
  const endsWithWord = to === end || (cell16(dictionary.keys, to) & WORD_START) !== 0
  if (from === start || from === properFrom) {
    return tiers.PREFIX + share + (endsWithWord ? tiers.ENDS_WITH_WORD : 0)
  }
  if ((key & WORD_START) === 0) return tiers.INFIX + share
  return (endsWithWord ? tiers.WHOLE_WORD : tiers.WORD_PREFIX) + share
}
