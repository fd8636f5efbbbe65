import { hangulOf } from './keystrokes.ts'
import { unifyShapes } from './normalise.ts'
import { withoutParticle } from './particles.ts'
import { properName, wordsOf } from './words.ts'

/** One way to understand what was typed. */
export interface Reading {
  kind: 'typed' | 'layout' | 'particle'
  words: string[]
  /** Position of the name proper among the words. */
  proper: { from: number; to: number }
}

/** Beyond these a search is no longer a search; what follows is left out. */
const LONGEST_TYPED = 200
const MOST_WORDS = 12

/** As typed; and, where they differ, as a Korean keyboard would have shown it, and without particles. */
export function readingsOf(typed: string): Reading[] {
  const words = wordsOf(typed.slice(0, LONGEST_TYPED)).slice(0, MOST_WORDS)
  const layout = asKoreanKeyboard(typed.slice(0, LONGEST_TYPED)).slice(0, MOST_WORDS)
  const readings = [reading('typed', words), ...(layout.length > 0 ? [reading('layout', layout)] : [])]
  return [...readings, ...readings.flatMap(withoutParticles)]
}

function withoutParticles({ words }: Reading): Reading[] {
  const nouns = words.map(withoutParticle)
  return nouns.some((noun, place) => noun !== words[place]) ? [reading('particle', nouns)] : []
}

function reading(kind: Reading['kind'], words: string[]): Reading {
  return { kind, words, proper: properName(words) }
}

/** 영타: Latin letters typed with the keyboard in the wrong mode; empty when they do not come out as syllables. */
function asKoreanKeyboard(typed: string): string[] {
  const shapes = unifyShapes(typed)
  if (!/[a-z]{2}/i.test(shapes) || /[가-힣]/u.test(shapes)) return []
  const shown = hangulOf(shapes.replace(/[A-Z]/g, key => (SHIFTED.has(key) ? key : key.toLowerCase())))
  return isMadeOfSyllables(shown) ? wordsOf(shown) : []
}

/** The keys that carry another letter when shifted: ㄲㄸㅃㅆㅉㅒㅖ. */
const SHIFTED = new Set('RETQWOP')

/** The last syllable may still be half typed. */
function isMadeOfSyllables(text: string): boolean {
  return /^[^a-zㄱ-ㅣ]*[가-힣][^a-zㄱ-ㅣ]*[ㄱ-ㅎ]?$/u.test(text)
}
