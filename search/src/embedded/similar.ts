import { cell16, cell32, cell8 } from './cells.ts'
import { DESCRIPTION } from './fields.ts'
import type { Dictionary } from './dictionary.ts'
import type { Alignment, EditDistance } from './edit-distance.ts'
import { entriesWith, hashOfStartPair, hashOfTriple, type GramIndex } from './grams.ts'
import { GrowingUint32 } from './growing.ts'
import type { Phrase } from './phrase.ts'
import { SYLLABLE_START } from './typed-text.ts'

export interface Similar {
  entry: number
  /** 0 to 1000, on its own scale: it is only ever compared within the band of corrected words. */
  tier: number
  alignment: Alignment
}

/** Below this many keys one slip makes another word, not a misspelt one. */
const SHORTEST = 4
/** Above it nobody types, and comparing takes long. */
const LONGEST = 80
const MOST_COMPARED = 600
/** One slip spoils most runs of a short word, so the runs it shares say little and more must be compared. */
const MOST_COMPARED_SHORT = 4000
const SHORT = 7

/** How many slips are forgiven. */
export function mostEdits(typedLength: number): number {
  if (typedLength < SHORTEST || typedLength > LONGEST) return 0
  if (typedLength < 6) return 1
  if (typedLength < 8) return 2
  return typedLength < 13 ? 3 : 4
}

/** Finds the entries that differ from a phrase by few slips. One for each dictionary: it keeps its counters. */
export class SimilarEntries {
  readonly #dictionary: Dictionary
  readonly #grams: GramIndex
  readonly #distance: EditDistance
  readonly #shared: Uint8Array
  readonly #touched = new GrowingUint32()

  constructor(dictionary: Dictionary, grams: GramIndex, distance: EditDistance) {
    this.#dictionary = dictionary
    this.#grams = grams
    this.#distance = distance
    this.#shared = new Uint8Array(dictionary.texts.length)
  }

  to(phrase: Phrase): Similar[] {
    const edits = mostEdits(phrase.keys.length)
    if (edits === 0) return []
    const similar: Similar[] = []
    for (const entry of this.#candidates(phrase)) {
      const from = cell32(this.#dictionary.starts, entry)
      const to = cell32(this.#dictionary.starts, entry + 1)
      const alignment = this.#distance.nearest(this.#dictionary.keys, from, to, phrase.keys, edits)
      if (alignment === undefined || this.#isFarFetched(entry, alignment, edits)) continue
      similar.push({ entry, tier: this.#tier(entry, phrase, alignment), alignment })
    }
    return similar
  }

  /** The entries that share the most runs of keys with the phrase; of those with as many, the ones as long. */
  #candidates(phrase: Phrase): number[] {
    for (const hash of gramsOf(phrase)) this.#count(entriesWith(this.#grams, hash))
    const mostCompared = phrase.keys.length <= SHORT ? MOST_COMPARED_SHORT : MOST_COMPARED
    const touched = this.#touched.view()
    const ranks = touched.map(entry => this.#rank(entry, phrase.keys.length))
    const chosen = chooseHighest(touched, ranks, mostCompared)
    for (const entry of touched) this.#shared[entry] = 0
    this.#touched.clear()
    return chosen
  }

  #count(entries: Uint32Array): void {
    for (const entry of entries) {
      if (this.#dictionary.fields[entry] === 1 << DESCRIPTION) continue
      const shared = cell8(this.#shared, entry)
      if (shared === 0) this.#touched.push(entry)
      if (shared < 127) this.#shared[entry] = shared + 1
    }
  }

  #rank(entry: number, typedLength: number): number {
    const properLength = cell32(this.#dictionary.properTo, entry) - cell32(this.#dictionary.properFrom, entry)
    const nearness = LENGTH_STEPS - 1 - Math.min(LENGTH_STEPS - 1, Math.abs(properLength - typedLength))
    return cell8(this.#shared, entry) * LENGTH_STEPS + nearness
  }

  /** Something in the middle of a name resembles what was typed more often by chance than the name does. */
  #isFarFetched(entry: number, alignment: Alignment, mostEdits: number): boolean {
    return alignment.edits > Math.max(1, mostEdits - 1) && !this.#startsName(entry, alignment)
  }

  #startsName(entry: number, { from }: Alignment): boolean {
    const { starts, properFrom } = this.#dictionary
    return from === cell32(starts, entry) || from === cell32(properFrom, entry)
  }

  #tier(entry: number, phrase: Phrase, alignment: Alignment): number {
    const { edits, from, to } = alignment
    const { starts, properFrom, properTo } = this.#dictionary
    const startsName = this.#startsName(entry, alignment)
    const endsName = to === cell32(starts, entry + 1) || to === cell32(properTo, entry)
    const likeness = 1 - edits / phrase.keys.length
    const share = Math.min(1, (to - from) / (cell32(properTo, entry) - cell32(properFrom, entry)))
    const place = startsName && endsName ? 300 : startsName ? 150 : 0
    return Math.round(likeness * 600 + place + share * 100)
  }
}

const LENGTH_STEPS = 8

function* gramsOf({ keys, markedKeys }: Phrase): Generator<number> {
  for (let place = 0; place + 1 < keys.length; place++) {
    const first = cell16(keys, place)
    const second = cell16(keys, place + 1)
    if (cell16(markedKeys, place) & SYLLABLE_START) yield hashOfStartPair(first, second)
    if (place + 2 < keys.length) yield hashOfTriple(first, second, cell16(keys, place + 2))
  }
}

/** The `most` items of highest rank, without sorting them all. */
function chooseHighest(items: Uint32Array, ranks: Uint32Array, most: number): number[] {
  if (items.length <= most) return [...items]
  const countOf = new Uint32Array(128 * LENGTH_STEPS)
  for (const rank of ranks) countOf[rank] = cell32(countOf, rank) + 1
  let threshold = countOf.length - 1
  let above = 0
  while (threshold > 0 && above + cell32(countOf, threshold) <= most) above += cell32(countOf, threshold--)

  const chosen: number[] = []
  let roomAtThreshold = most - above
  for (const [index, item] of items.entries()) {
    const rank = cell32(ranks, index)
    if (rank > threshold || (rank === threshold && roomAtThreshold-- > 0)) chosen.push(item)
  }
  return chosen
}
