import { compose, FINALS, INITIALS, isJamo, isSyllable, placesOf, VOWELS } from './hangul.ts'

/**
 * 두벌식, the two-set keyboard: the Latin letter under each Hangul letter. Text is compared in
 * these keystrokes, because then a half-typed syllable is a plain prefix, a slip of one letter is
 * one edit, and a word typed in English mode by mistake (영타) is already itself.
 */
const KEYS_OF_JAMO: Readonly<Record<string, string>> = {
  ㄱ: 'r', ㄲ: 'R', ㄳ: 'rt', ㄴ: 's', ㄵ: 'sw', ㄶ: 'sg', ㄷ: 'e', ㄸ: 'E', ㄹ: 'f', ㄺ: 'fr', ㄻ: 'fa',
  ㄼ: 'fq', ㄽ: 'ft', ㄾ: 'fx', ㄿ: 'fv', ㅀ: 'fg', ㅁ: 'a', ㅂ: 'q', ㅃ: 'Q', ㅄ: 'qt', ㅅ: 't', ㅆ: 'T',
  ㅇ: 'd', ㅈ: 'w', ㅉ: 'W', ㅊ: 'c', ㅋ: 'z', ㅌ: 'x', ㅍ: 'v', ㅎ: 'g',
  ㅏ: 'k', ㅐ: 'o', ㅑ: 'i', ㅒ: 'O', ㅓ: 'j', ㅔ: 'p', ㅕ: 'u', ㅖ: 'P', ㅗ: 'h', ㅘ: 'hk', ㅙ: 'ho', ㅚ: 'hl',
  ㅛ: 'y', ㅜ: 'n', ㅝ: 'nj', ㅞ: 'np', ㅟ: 'nl', ㅠ: 'b', ㅡ: 'm', ㅢ: 'ml', ㅣ: 'l',
} // prettier-ignore

const JAMO_OF_KEYS = new Map(Object.entries(KEYS_OF_JAMO).map(([jamo, keys]) => [keys, jamo]))
const keysOf = (jamo: string) => KEYS_OF_JAMO[jamo] ?? ''
const INITIAL_KEYS = INITIALS.map(keysOf)
const VOWEL_KEYS = VOWELS.map(keysOf)
const FINAL_KEYS = FINALS.map(keysOf)

/** The keys that type one character; a character that is not Hangul is its own key. */
export function keysOfCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  if (isSyllable(codePoint)) {
    const { initial, vowel, final } = placesOf(codePoint)
    return `${INITIAL_KEYS[initial]}${VOWEL_KEYS[vowel]}${FINAL_KEYS[final]}`
  }
  return isJamo(codePoint) ? keysOf(character) || character : character
}

export function keystrokesOf(text: string): string {
  let keys = ''
  for (const character of text) keys += keysOfCharacter(character)
  return keys
}

/**
 * The Hangul that a Korean keyboard would have shown for these keys. A key that carries no Hangul
 * letter stands for itself, as does a letter that finds no syllable to join.
 */
export function hangulOf(keys: string): string {
  let text = ''
  for (let at = 0; at < keys.length;) {
    const read = readSyllable(keys, at)
    text += read.text
    at += read.length
  }
  return text
}

function readSyllable(keys: string, at: number): { text: string; length: number } {
  const initial = jamoAt(keys, at, 1)
  const vowelKeys = initial === undefined ? '' : vowelAt(keys, at + 1)
  const vowel = JAMO_OF_KEYS.get(vowelKeys)
  if (initial === undefined || vowel === undefined) return readLoneJamo(keys, at)

  const finalKeys = finalAt(keys, at + 1 + vowelKeys.length)
  const final = JAMO_OF_KEYS.get(finalKeys) ?? ''
  const text = compose({ initial, vowel, final })
  if (text === undefined) return readLoneJamo(keys, at)
  return { text, length: 1 + vowelKeys.length + finalKeys.length }
}

function readLoneJamo(keys: string, at: number): { text: string; length: number } {
  const vowelKeys = vowelAt(keys, at)
  const length = Math.max(1, vowelKeys.length)
  return { text: jamoAt(keys, at, length) ?? keys.charAt(at), length }
}

function vowelAt(keys: string, at: number): string {
  return longest(keys, at, jamo => VOWELS.includes(jamo))
}

/** The consonants that close the syllable; one that a vowel follows belongs to the next syllable instead. */
function finalAt(keys: string, at: number): string {
  for (const length of [2, 1]) {
    const jamo = jamoAt(keys, at, length)
    const isClosed = jamo !== undefined && FINALS.includes(jamo)
    if (isClosed && vowelAt(keys, at + length) === '') return keys.slice(at, at + length)
  }
  return ''
}

function longest(keys: string, at: number, isWanted: (jamo: string) => boolean): string {
  for (const length of [2, 1]) {
    const jamo = jamoAt(keys, at, length)
    if (jamo !== undefined && isWanted(jamo)) return keys.slice(at, at + length)
  }
  return ''
}

function jamoAt(keys: string, at: number, length: number): string | undefined {
  return at + length <= keys.length ? JAMO_OF_KEYS.get(keys.slice(at, at + length)) : undefined
}
