/** A stretch of a text, and whether it is what was searched for. */
export interface Piece {
  text: string
  isMarked: boolean
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/**
 * Cuts a text where the words of a query stand in it: spacing and case make no difference, and a
 * word of initials (ㅊㅎㄱ) marks the syllables that begin with them.
 */
export function marksOf(text: string, query: string): Piece[] {
  const letters = [...text].map((letter, at) => ({ letter, at })).filter(({ letter }) => letter.trim() !== '')
  const plain = letters.map(({ letter }) => letter.toLowerCase()).join('')
  const begins = letters.map(({ letter }) => initialOf(letter)).join('')
  const marked = new Set<number>()
  for (const word of wordsOf(query)) {
    for (const start of placesOf(word, isInitials(word) ? begins : plain)) {
      const first = letters[start]
      const last = letters[start + word.length - 1]
      for (let at = first?.at ?? 0; at <= (last?.at ?? -1); at++) marked.add(at)
    }
  }
  return cut(text, marked)
}

function wordsOf(query: string): string[] {
  const words = query.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  const together = words.join('')
  return words.length > 1 ? [together, ...words] : words
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

const isInitials = (word: string) => [...word].every(letter => initials.includes(letter))

function initialOf(letter: string): string {
  const code = letter.charCodeAt(0) - 0xac00
  return (code >= 0 && code <= 11_171 ? initials[Math.floor(code / 588)] : undefined) ?? letter.charAt(0)
}

function cut(text: string, marked: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  for (const [at, letter] of [...text].entries()) {
    const isMarked = marked.has(at)
    const last = pieces.at(-1)
    if (last?.isMarked === isMarked) last.text += letter
    else pieces.push({ text: letter, isMarked })
  }
  return pieces
}
