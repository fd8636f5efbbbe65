import { appendTyped, KEY } from './typed-text.ts'

/** Words to be looked for as one, with nothing between them. */
export interface Phrase {
  words: readonly string[]
  /** The words without spaces. */
  text: string
  keys: Uint16Array
  /** As `keys`, with the marks of syllables and words. */
  markedKeys: Uint16Array
}

export function phraseOf(words: readonly string[]): Phrase {
  const codes: number[] = []
  appendTyped(words, codes)
  const markedKeys = Uint16Array.from(codes)
  return { words, text: words.join(''), keys: markedKeys.map(code => code & KEY), markedKeys }
}

export function hasSameKeys(a: Phrase, b: Phrase): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key, place) => key === b.keys[place])
}
