import { keysOfCharacter } from '../korean/keystrokes.ts'

/**
 * Keystrokes with what their letters forgot: where a syllable and where a word begins. One number
 * for each key: the key in the low 14 bits, the two marks above them.
 */
export const KEY = 0x3fff
export const SYLLABLE_START = 0x4000
export const WORD_START = 0x8000

const LATIN_OR_DIGIT = /^[a-z0-9]$/
const DIGIT = /^[0-9]$/

/** Appends the keys of the words, written together, to `out`; says where each word began. */
export function appendTyped(words: readonly string[], out: number[]): number[] {
  const starts: number[] = []
  for (const word of words) {
    starts.push(out.length)
    let previous = ''
    for (const character of word) {
      let marks = isBoundary(previous, character) ? SYLLABLE_START : 0
      if (previous === '') marks |= WORD_START
      for (const key of keysOfCharacter(character)) {
        out.push(codeOf(key) | marks)
        marks = 0
      }
      previous = character
    }
  }
  return starts
}

/** A Latin word or a number is met at its beginning only, so that 도 (eh) is not found inside "behind". */
function isBoundary(previous: string, character: string): boolean {
  if (!LATIN_OR_DIGIT.test(previous) || !LATIN_OR_DIGIT.test(character)) return true
  return DIGIT.test(previous) !== DIGIT.test(character)
}

/** Keys are ASCII; rarer scripts (漢字) are folded into the room above it, where two of them may meet. */
function codeOf(key: string): number {
  const codePoint = key.codePointAt(0) ?? 0
  return codePoint < 128 ? codePoint : 128 + (codePoint % (KEY - 128))
}

/** The characters of `text` (words joined by spaces) that were typed by the keys from `from` to `to`. */
export function textBetween(text: string, from: number, to: number): string {
  let between = ''
  let typed = 0
  for (const character of text) {
    const keyCount = character === ' ' ? 0 : keysOfCharacter(character).length
    if (typed + keyCount > from && typed < to) between += character
    typed += keyCount
  }
  return between.trim()
}
