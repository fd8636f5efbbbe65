import { cell32 } from './cells.ts'
import type { MatchReason } from '../engine.ts'
import { readingsOf } from '../korean/readings.ts'
import { wordsOf } from '../korean/words.ts'
import type { Attempt } from './attempts.ts'
import type { Found } from './find.ts'
import type { LiveSegment } from './live-segment.ts'
import { BY_SYNONYM, NO_ENTRY } from './scores.ts'
import { textBetween } from './typed-text.ts'

export interface Explanation {
  reason: MatchReason
  /** What was searched instead of what was typed. */
  correction: string | null
}

const LITERAL: Explanation = { reason: 'literal', correction: null }
const SYNONYM: Explanation = { reason: 'synonym', correction: null }

/** Tells how the hits of one search were found. */
export class Explainer {
  readonly #found: Found
  readonly #typed: string[]
  readonly #shown: string | undefined

  constructor(found: Found, typed: string) {
    this.#found = found
    this.#typed = wordsOf(typed)
    this.#shown = readingsOf(typed)
      .find(({ kind }) => kind === 'layout')
      ?.words.join(' ')
  }

  of(live: LiveSegment, document: number): Explanation {
    const { scores } = live.matcher
    if (scores.attemptOf(document) === BY_SYNONYM) return SYNONYM
    const attempt = this.#found.attempts[scores.attemptOf(document)]
    if (attempt === undefined) return LITERAL
    if (attempt.manner === 'initials') return { reason: 'initials', correction: null }
    if (attempt.manner === 'similar') return { reason: 'typo', correction: this.#corrected(attempt) }
    if (attempt.reading !== 'typed')
      return { reason: attempt.reading, correction: attempt.whole.words.join(' ') }

    const entry = scores.entryOf(document)
    return this.#ofText(entry === NO_ENTRY ? undefined : live.segment.dictionary.texts[entry])
  }

  /** The keys stand in the text; whether the letters and the spaces do, too, is for the text to say. */
  #ofText(text: string | undefined): Explanation {
    const typed = this.#typed.join(' ')
    const isInLetters = text?.replaceAll(' ', '').includes(typed.replaceAll(' ', '')) ?? false
    if (!isInLetters)
      return this.#shown === undefined ? LITERAL : { reason: 'layout', correction: this.#shown }
    return text?.includes(typed) ? LITERAL : { reason: 'spacing', correction: null }
  }

  #corrected({ whole, words }: Attempt): string | null {
    const wholeText = this.#correctionOf(whole)
    if (wholeText !== undefined || words.length === 0) return wholeText ?? null
    return words.map(word => this.#correctionOf(word) ?? word.text).join(' ')
  }

  #correctionOf(phrase: Attempt['whole']): string | undefined {
    const best = this.#found.corrections.get(phrase)
    if (best === undefined) return undefined
    const { texts, starts } = best.segment.dictionary
    const start = cell32(starts, best.entry)
    return textBetween(texts[best.entry] ?? '', best.alignment.from - start, best.alignment.to - start)
  }
}
