/** Consonants below a vowel (받침) as the keys that write them. */
const finals =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  )

/**
 * A text as the keys that type it, without spaces and case: what is half typed (혀, 현ㅅ, 앉 on the way
 * to 안전) begins what it will become.
 */
export function keystrokes(text: string): string {
  const letters = text.replace(/\s+/g, '').toLowerCase().normalize('NFKD')
  const keys = letters.replace(/[\u11a8-\u11c2]/g, final => finals[final.charCodeAt(0) - 0x11a8] ?? final)
  // Decomposed once more: a consonant is the same key above a vowel, below it, and alone.
  return keys.normalize('NFKD')
}
