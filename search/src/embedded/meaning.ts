import type { SearchRequest } from '../engine.ts'
import { readingsOf } from '../korean/readings.ts'
import { decidedByGroup } from './columns.ts'
import { FIELD_BITS, FIELD_MASK, FIELDS } from './fields.ts'
import { membersOf } from './groups.ts'
import type { LiveSegment } from './live-segment.ts'
import { phraseOf } from './phrase.ts'
import { BY_SYNONYM, NO_ENTRY } from './scores.ts'
import { BAND_LENIENT, scoreIn, SYNONYM } from './tiers.ts'

/** Below everything that holds the words as typed, above everything that is merely spelt alike. */
const SYNONYM_SCORE = scoreIn(BAND_LENIENT, SYNONYM, 100)

/** Finds what lies in the categories that the words stand for. */
export function findSynonymous({ orCategories }: SearchRequest, { segment, matcher }: LiveSegment): void {
  if (orCategories === undefined || orCategories.length === 0) return
  const isMeant = decidedByGroup(segment.columns.category, codes => liesIn(codes, orCategories))
  for (const document of segment.ids.keys())
    if (isMeant(document)) matcher.scores.raise(document, SYNONYM_SCORE, NO_ENTRY, BY_SYNONYM)
}

/** Takes back what was found of things that the words do not mean. */
export function dropUnmeant(request: SearchRequest, live: LiveSegment): void {
  const { notCategories, orCategories = [] } = request
  if (notCategories === undefined || notCategories.length === 0) return
  const isUnmeant = decidedByGroup(
    live.segment.columns.category,
    codes => liesWhollyIn(codes, notCategories) && !liesIn(codes, orCategories),
  )
  const named = documentsNamed(request.words, live)
  live.matcher.scores.drop(document => isUnmeant(document) && !named.has(document))
}

const liesIn = (codes: readonly string[], prefixes: readonly string[]) =>
  codes.some(code => prefixes.some(prefix => code.startsWith(prefix)))

/** An enterprise that sells other things as well may be meant for those. */
const liesWhollyIn = (codes: readonly string[], prefixes: readonly string[]) =>
  codes.length > 0 && prefixes.some(prefix => codes.every(code => code.startsWith(prefix)))

const NAME_FIELDS = [FIELDS.indexOf('productName'), FIELDS.indexOf('enterpriseName')]

/** Whose name holds the whole words, spaces aside, in one of the ways they can be read. */
function documentsNamed(typed: string, { segment, matcher }: LiveSegment): ReadonlySet<number> {
  const named = new Set<number>()
  for (const { words } of readingsOf(typed)) {
    if (words.length === 0) continue
    const phrase = phraseOf(words)
    matcher.entries('literal', phrase, entry => {
      if (!segment.dictionary.texts[entry]?.replaceAll(' ', '').includes(phrase.text)) return
      for (const saying of membersOf(segment.postings, entry))
        if (NAME_FIELDS.includes(saying & FIELD_MASK)) named.add(saying >>> FIELD_BITS)
    })
  }
  return named
}
