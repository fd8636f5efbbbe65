import { typedInitials } from '../korean/initials.ts'
import { readingsOf, type Reading } from '../korean/readings.ts'
import { hasSameKeys, phraseOf, type Phrase } from './phrase.ts'
import { BAND_CORRECTED, BAND_LENIENT, BAND_LITERAL } from './tiers.ts'

/** One way to look for what was typed. */
export interface Attempt {
  manner: 'literal' | 'initials' | 'similar'
  band: number
  reading: Reading['kind']
  /** All words written together. */
  whole: Phrase
  /** The name proper, where legal forms were typed around it. */
  proper: Phrase | undefined
  /** The words one by one, where there is more than one. */
  words: readonly Phrase[]
  /** Whether the letters must stand there, not just the keys that type them. */
  isExact: boolean
}

/**
 * Steps from strict to forgiving; a step is taken only when the one before did not find enough, so
 * that a word spelt correctly is never answered with something merely similar.
 */
export function attemptsFor(typed: string, exactly = false): Attempt[][] {
  const readings = readingsOf(typed)
  const [asTyped] = readings
  if (asTyped === undefined || asTyped.words.length === 0) return []
  if (exactly) return [[{ ...attempt('literal', asTyped), isExact: true }]]

  const whole = phraseOf(asTyped.words)
  const literal = readings
    .filter(({ kind }) => kind !== 'particle')
    .map(reading => attempt('literal', reading))
  const initials = typedInitials(asTyped.words)
  if (initials !== undefined) {
    return [literal, [{ ...attempt('initials', asTyped), whole: { ...whole, text: initials } }]]
  }

  // A word typed in the wrong keyboard mode usually has the very same keys, and is found already.
  const distinct = literal.filter((one, at) => at === 0 || !hasSameKeys(one.whole, whole))
  const particles = readings.filter(({ kind }) => kind === 'particle')
  const steps = [
    distinct,
    particles.map(reading => attempt('literal', reading)),
    [...distinct.map(asSimilar), ...particles.map(reading => attempt('similar', reading))],
  ]
  return steps.filter(step => step.length > 0)
}

function asSimilar(literal: Attempt): Attempt {
  return { ...literal, manner: 'similar', band: BAND_CORRECTED }
}

function attempt(manner: Attempt['manner'], { kind, words, proper }: Reading): Attempt {
  const isPartial = proper.to - proper.from < words.length
  return {
    manner,
    band: bandOf(manner, kind),
    reading: kind,
    whole: phraseOf(words),
    proper: isPartial ? phraseOf(words.slice(proper.from, proper.to)) : undefined,
    words: words.length > 1 ? Array.from(new Set(words), word => phraseOf([word])) : [],
    isExact: false,
  }
}

function bandOf(manner: Attempt['manner'], kind: Reading['kind']): number {
  if (manner === 'similar') return BAND_CORRECTED
  return manner === 'initials' || kind === 'particle' ? BAND_LENIENT : BAND_LITERAL
}
