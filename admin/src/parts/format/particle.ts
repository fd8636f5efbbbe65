/** Digits and letters whose Korean name ends in a consonant: 영·일·삼·육·칠·팔, 엘·엠·엔·알. */
const closedNames = /[013678lmnr]$/i

/**
 * The form of a particle (조사) that fits the word before it: `particle('인쇄', '과', '와')` is 와.
 * Quotation marks and brackets at the end are not read out, so they do not count.
 */
export function particle(word: string, afterConsonant: string, afterVowel: string): string {
  const spoken = word.normalize('NFC').replace(/[^\p{L}\p{N}]+$/u, '')
  return endsInConsonant(spoken) ? afterConsonant : afterVowel
}

function endsInConsonant(word: string): boolean {
  const code = word.charCodeAt(word.length - 1)
  const isSyllable = code >= 0xac00 && code <= 0xd7a3
  return isSyllable ? (code - 0xac00) % 28 > 0 : closedNames.test(word)
}
