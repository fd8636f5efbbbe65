import type { Fingerprint } from '../engine.ts'
import { filterableAt } from './columns.ts'
import { hashAt } from './hashes.ts'
import type { Segment } from './segment.ts'

const AT_ONCE = 1_000

/** What is alive in the segments, a piece at a time. */
export function* fingerprintsOf(segments: readonly Segment[]): Generator<Fingerprint[]> {
  for (const segment of segments) {
    for (let from = 0; from < segment.ids.length; from += AT_ONCE) {
      const fingerprints = segment.ids
        .slice(from, from + AT_ONCE)
        .flatMap((id, place) => fingerprintAt(segment, from + place, id))
      if (fingerprints.length > 0) yield fingerprints
    }
  }
}

function fingerprintAt({ dead, columns, hashes }: Segment, document: number, id: string): Fingerprint[] {
  if (dead[document] === 1) return []
  return [{ id, type: filterableAt(columns, document).type, hash: hashAt(hashes, document) }]
}
