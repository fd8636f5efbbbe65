import { FINALS, INITIALS, VOWELS } from './hangul.ts'

/** One spelling for what means the same: as `unifyShapes`, and capitals as small letters. */
export function normalise(text: string): string {
  return unifyShapes(text).toLowerCase()
}

/** Composed and decomposed Hangul, half- and full-width letters, ㈜ and (주) become one spelling each. */
export function unifyShapes(text: string): string {
  // NFKC would turn a typed ㅌ into a conjoining jamo, which no longer is the letter on the key; so
  // compatibility jamo are left out of it, and conjoining ones that met no syllable are brought back.
  return text
    .normalize('NFC')
    .replace(/[^\u3131-\u318e]+/gu, part => part.normalize('NFKC'))
    .replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]/gu, asTyped)
}

function asTyped(conjoining: string): string {
  const code = conjoining.charCodeAt(0)
  const jamo =
    code >= 0x11a8 ? FINALS[code - 0x11a7] : code >= 0x1161 ? VOWELS[code - 0x1161] : INITIALS[code - 0x1100]
  return jamo ?? conjoining
}
