import { isLegalForm, splitLegalForms, withoutBracketedForms } from './legal-forms.ts'
import { normalise } from './normalise.ts'

/** Everything between words: spaces, and signs that nobody types when searching. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u

/** The words of a text in one spelling, legal forms standing apart: (주)두레 마을 → 두레, 마을. */
export function wordsOf(text: string): string[] {
  return cut(withoutBracketedForms(normalise(text))).flatMap(splitLegalForms)
}

/** As above for text that already is in one spelling. */
function cut(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter(word => word !== '')
}

/**
 * Where the name proper begins and ends among the words, legal forms on either side left out. All
 * of the words when they are nothing but legal forms.
 */
export function properName(words: readonly string[]): { from: number; to: number } {
  let from = 0
  let to = words.length
  while (from < to && isLegalForm(words[from] ?? '')) from++
  while (to > from && isLegalForm(words[to - 1] ?? '')) to--
  return from < to ? { from, to } : { from: 0, to: words.length }
}
