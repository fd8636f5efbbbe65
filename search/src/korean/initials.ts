import { INITIALS, isSyllable, placesOf } from './hangul.ts'

/** 초성: 사회적기업 → ㅅㅎㅈㄱㅇ. What is not Hangul stands for itself. */
export function initialsOf(text: string): string {
  let initials = ''
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    initials += isSyllable(codePoint) ? INITIALS[placesOf(codePoint).initial] : character
  }
  return initials
}

/** An input method joins ㄱ and ㅅ typed in a row to ㄳ, which starts no syllable. */
const APART: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
} // prettier-ignore

/**
 * The words read as initials only, or undefined when they hold a whole syllable, a vowel or not one
 * consonant. Letters and figures may stand among them: 50ㅍㄹㅅ.
 */
export function typedInitials(words: readonly string[]): string | undefined {
  const joined = words.join('').replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/gu, cluster => APART[cluster] ?? cluster)
  return /^[ㄱ-ㅎ0-9a-z]*$/u.test(joined) && /[ㄱ-ㅎ]/u.test(joined) ? joined : undefined
}
