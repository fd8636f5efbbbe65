import { attemptsFor, type Attempt } from './attempts.ts'
import type { SearchRequest } from '../engine.ts'
import type { LiveSegment } from './live-segment.ts'
import type { Best, Matcher, Search } from './matcher.ts'
import { dropUnmeant, findSynonymous } from './meaning.ts'
import type { Phrase } from './phrase.ts'
import { BAND_BITS, PROPER_NAME, scoreIn } from './tiers.ts'

/** What the words found; the scores themselves stay in the matchers until the next search. */
export interface Found {
  attempts: Attempt[]
  /** For each attempt that corrected slips, the likeliest text for each phrase it looked for. */
  corrections: Map<Phrase, Best>
}

/** With this many good answers, what was typed needs no correction. */
const ENOUGH = 3

/** Scores the documents of every segment, taking one step after the other until enough is found. */
export function find(request: SearchRequest, segments: readonly LiveSegment[]): Found {
  for (const { matcher } of segments) matcher.scores.clear()
  for (const live of segments) findSynonymous(request, live)
  const found: Found = { attempts: [], corrections: new Map() }
  for (const step of attemptsFor(request.words, request.exactly)) {
    for (const attempt of step) {
      const { band, isExact } = attempt
      const search = { band, isExact, attempt: found.attempts.push(attempt) - 1 }
      const unknown = attempt.manner === 'similar' ? unknownWords(attempt, segments) : NO_WORDS
      for (const { matcher } of segments) run(attempt, search, matcher, unknown, found.corrections)
    }
    for (const live of segments) dropUnmeant(request, live)
    if (isEnough(segments)) break
  }
  return found
}

const NO_WORDS: ReadonlySet<Phrase> = new Set()

/** The words that no document holds as typed; only those are taken for misspelt. */
function unknownWords({ words }: Attempt, segments: readonly LiveSegment[]): ReadonlySet<Phrase> {
  return new Set(words.filter(word => !segments.some(({ matcher }) => matcher.holds(word))))
}

function run(
  { manner, whole, proper, words }: Attempt,
  search: Search,
  matcher: Matcher,
  unknown: ReadonlySet<Phrase>,
  corrections: Found['corrections'],
): void {
  if (manner === 'initials') {
    matcher.initials(whole.text, search)
    return
  }
  if (manner === 'similar') note(corrections, whole, matcher.similar(whole, search))
  else matcher.literal(whole, search)
  // Who types a legal form means the firm that bears it rather than one that is called so without.
  if (manner === 'literal' && proper !== undefined)
    matcher.literal(proper, { ...search, mostTier: PROPER_NAME })
  if (words.length === 0) return
  matcher.all(words, search, (word, into) => {
    if (unknown.has(word)) note(corrections, word, matcher.similar(word, search, into))
    else matcher.literal(word, search, into)
  })
}

function note(corrections: Found['corrections'], phrase: Phrase, best: Best | undefined): void {
  const known = corrections.get(phrase)
  if (best !== undefined && (known === undefined || best.tier > known.tier)) corrections.set(phrase, best)
}

/** One exact name is enough; otherwise a few answers, whatever they are. */
function isEnough(segments: readonly LiveSegment[]): boolean {
  let answers = 0
  for (const { matcher, segment } of segments) {
    for (const document of matcher.scores.found()) {
      if (segment.dead[document] === 1) continue
      const score = matcher.scores.of(document)
      if ((score & ((1 << BAND_BITS) - 1)) >= scoreIn(0, PROPER_NAME, 100)) return true
      if (++answers >= ENOUGH) return true
    }
  }
  return false
}
