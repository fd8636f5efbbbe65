import { cell16, cell32 } from './cells.ts'
import type { Dictionary } from './dictionary.ts'
import { membersOf, type Groups } from './groups.ts'
import type { Pause } from './pause.ts'
import { KEY, SYLLABLE_START } from './typed-text.ts'

/**
 * Which entries hold a given run of three keys, or begin a syllable with given one or two keys.
 * Runs share buckets by hash, so an entry found here is a candidate that is still to be looked at.
 */
export interface GramIndex {
  bucketMask: number
  entries: Groups
}

const MOST_BUCKETS = 1 << 17
const FEWEST_BUCKETS = 1 << 10

export async function indexGrams(dictionary: Dictionary, pause: Pause): Promise<GramIndex> {
  const bucketMask = bucketCount(dictionary.texts.length) - 1
  const starts = new Uint32Array(bucketMask + 2)
  await forEachBucket(dictionary, bucketMask, pause, bucket => {
    starts[bucket + 1] = cell32(starts, bucket + 1) + 1
  })
  for (let bucket = 0; bucket <= bucketMask; bucket++) {
    starts[bucket + 1] = cell32(starts, bucket + 1) + cell32(starts, bucket)
  }

  // Counted first and filled in a second walk: keeping millions of pairs to sort would double the memory.
  const next = starts.slice()
  const members = new Uint32Array(cell32(starts, bucketMask + 1))
  await forEachBucket(dictionary, bucketMask, pause, (bucket, entry) => {
    const place = cell32(next, bucket)
    next[bucket] = place + 1
    members[place] = entry
  })
  return { bucketMask, entries: { starts, members } }
}

/** Visits each bucket of each entry once. */
async function forEachBucket(
  dictionary: Dictionary,
  bucketMask: number,
  pause: Pause,
  visit: (bucket: number, entry: number) => void,
): Promise<void> {
  const lastEntry = new Uint32Array(bucketMask + 1)
  for (let entry = 0; entry < dictionary.texts.length; entry++) {
    if (entry % 4096 === 4095) await pause()
    forEachGram(
      dictionary.keys,
      cell32(dictionary.starts, entry),
      cell32(dictionary.starts, entry + 1),
      hash => {
        const bucket = hash & bucketMask
        if (lastEntry[bucket] === entry + 1) return
        lastEntry[bucket] = entry + 1
        visit(bucket, entry)
      },
    )
  }
}

export function entriesWith(grams: GramIndex, hash: number): Uint32Array {
  return membersOf(grams.entries, hash & grams.bucketMask)
}

/** Of one key at the start of a syllable. */
export function hashOfStart(first: number): number {
  return mix(Math.imul(first, 0x9e3779b1) + 1)
}

/** Of two keys at the start of a syllable. */
export function hashOfStartPair(first: number, second: number): number {
  return mix(Math.imul(Math.imul(first, 0x4001) + second, 0x85ebca6b) + 2)
}

/** Of three keys anywhere. */
export function hashOfTriple(first: number, second: number, third: number): number {
  return mix(Math.imul(Math.imul(Math.imul(first, 0x4001) + second, 0x4001) + third, 0x27d4eb2f) + 3)
}

function forEachGram(keys: Uint16Array, from: number, to: number, visit: (hash: number) => void): void {
  for (let place = from; place < to; place++) {
    const first = cell16(keys, place) & KEY
    const second = place + 1 < to ? cell16(keys, place + 1) & KEY : 0
    const third = place + 2 < to ? cell16(keys, place + 2) & KEY : 0
    if (cell16(keys, place) & SYLLABLE_START) {
      visit(hashOfStart(first))
      if (second > 0) visit(hashOfStartPair(first, second))
    }
    if (third > 0) visit(hashOfTriple(first, second, third))
  }
}

function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}

function bucketCount(entryCount: number): number {
  let buckets = FEWEST_BUCKETS
  while (buckets < MOST_BUCKETS && buckets < entryCount) buckets *= 2
  return buckets
}
