import { cell8 } from './cells.ts'
import type { SuggestRequest, Suggestion } from '../engine.ts'
import { attemptsFor, type Attempt } from './attempts.ts'
import { bestOf } from './best.ts'
import { FIELD_BITS, FIELD_MASK, FIELDS, type Field } from './fields.ts'
import { membersOf } from './groups.ts'
import { GrowingUint32 } from './growing.ts'
import type { LiveSegment } from './live-segment.ts'
import { WORD_PREFIX } from './tiers.ts'

const KIND_OF_FIELD: Partial<Record<Field, Suggestion['kind']>> = {
  productName: 'product',
  enterpriseName: 'enterprise',
  offeringEnterprise: 'enterprise',
  category: 'category',
}
const KINDS = FIELDS.map(field => KIND_OF_FIELD[field])
const SUGGESTED_FIELDS = KINDS.reduce((bits, kind, field) => bits | (kind === undefined ? 0 : 1 << field), 0)

interface Candidate extends Suggestion {
  tier: number
  weight: number
}

/** Texts that begin a word with what was typed; failing those, its initials; failing those, what is like it. */
export function suggest({ words, limit }: SuggestRequest, segments: readonly LiveSegment[]): Suggestion[] {
  for (const step of attemptsFor(words)) {
    const byText = new Map<string, Candidate>()
    for (const attempt of step) {
      for (const live of segments) {
        for (const candidate of candidates(attempt, live, limit)) {
          const known = byText.get(candidate.text)
          if (known === undefined || candidate.tier > known.tier) byText.set(candidate.text, candidate)
        }
      }
    }
    if (byText.size > 0) return [...byText.values()].sort(inOrder).slice(0, limit).map(asSuggestion)
  }
  return []
}

function candidates(attempt: Attempt, { segment, matcher }: LiveSegment, limit: number): Candidate[] {
  const entries = new GrowingUint32()
  const tiers = new GrowingUint32()
  const leastTier = attempt.manner === 'similar' ? 0 : WORD_PREFIX
  matcher.entries(attempt.manner, attempt.whole, (entry, tier) => {
    if (tier < leastTier || (cell8(segment.dictionary.fields, entry) & SUGGESTED_FIELDS) === 0) return
    entries.push(entry)
    tiers.push(tier)
  })
  const places = Uint32Array.from(entries.view().keys())
  // Entries that only dead documents say drop out below; asking for more makes up for them.
  return bestOf(places, place => tiers.at(place), limit * 4).flatMap(place => {
    const entry = entries.at(place)
    const said = heaviestSaying(segment, entry)
    const text = segment.dictionary.printed.get(entry) ?? segment.dictionary.texts[entry]
    return said === undefined || text === undefined ? [] : [{ text, tier: tiers.at(place), ...said }]
  })
}

/** Who among the living says it; documents are numbered by weight, so the lowest number is the heaviest. */
function heaviestSaying(
  segment: LiveSegment['segment'],
  entry: number,
): { kind: Suggestion['kind']; weight: number } | undefined {
  let heaviest: number | undefined
  for (const saying of membersOf(segment.postings, entry)) {
    const isSuggested = (SUGGESTED_FIELDS >> (saying & FIELD_MASK)) & 1
    if (isSuggested === 0 || segment.dead[saying >>> FIELD_BITS] === 1) continue
    if (heaviest === undefined || saying < heaviest) heaviest = saying
  }
  const kind = heaviest === undefined ? undefined : KINDS[heaviest & FIELD_MASK]
  if (heaviest === undefined || kind === undefined) return undefined
  return { kind, weight: segment.weights[heaviest >>> FIELD_BITS] ?? 0 }
}

function inOrder(a: Candidate, b: Candidate): number {
  return b.tier - a.tier || b.weight - a.weight || a.text.length - b.text.length || (a.text < b.text ? -1 : 1)
}

function asSuggestion({ text, kind }: Candidate): Suggestion {
  return { text, kind }
}
