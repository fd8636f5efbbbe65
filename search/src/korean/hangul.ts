/** Hangul as Unicode lays it out: 19 initials × 21 vowels × 28 finals, from 가 to 힣. */
const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const VOWEL_COUNT = 21
const FINAL_COUNT = 28

/** 초성, the consonant a syllable starts with. */
export const INITIALS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
/** 중성 */
export const VOWELS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ')
/** 종성, the consonants a syllable may end with; the first one is none. */
export const FINALS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')]

export interface Syllable {
  initial: string
  vowel: string
  /** Empty when the syllable is open. */
  final: string
}

export function isSyllable(codePoint: number): boolean {
  return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE
}

/** Whether it is a letter standing alone, as in a half-typed syllable: ㄱ, ㅏ, ㄳ. */
export function isJamo(codePoint: number): boolean {
  return codePoint >= 0x3131 && codePoint <= 0x3163
}

/** The three places of a syllable as numbers into the tables above; must be given a syllable. */
export function placesOf(codePoint: number): { initial: number; vowel: number; final: number } {
  const index = codePoint - FIRST_SYLLABLE
  return {
    initial: Math.floor(index / (VOWEL_COUNT * FINAL_COUNT)),
    vowel: Math.floor(index / FINAL_COUNT) % VOWEL_COUNT,
    final: index % FINAL_COUNT,
  }
}

/** Undefined where the three letters make no modern syllable. */
export function compose({ initial, vowel, final }: Syllable): string | undefined {
  const places = {
    initial: INITIALS.indexOf(initial),
    vowel: VOWELS.indexOf(vowel),
    final: FINALS.indexOf(final),
  }
  if (places.initial < 0 || places.vowel < 0 || places.final < 0) return undefined
  const index = (places.initial * VOWEL_COUNT + places.vowel) * FINAL_COUNT + places.final
  return String.fromCharCode(FIRST_SYLLABLE + index)
}

/** 받침: whether the last syllable is closed, and whether it closes with ㄹ; decides which particle may follow. */
export function endingOf(word: string): 'open' | 'closed' | 'rieul' | 'not-hangul' {
  const codePoint = word.charCodeAt(word.length - 1)
  if (!isSyllable(codePoint)) return 'not-hangul'
  const { final } = placesOf(codePoint)
  if (final === 0) return 'open'
  return FINALS[final] === 'ㄹ' ? 'rieul' : 'closed'
}
