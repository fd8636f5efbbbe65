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
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index)
  const plain = places.map(at => lowerCase(text.charAt(at))).join('')
  const begins = places.map(at => initialOf(text.charAt(at))).join('')
  const marked = new Set<number>()
  for (const word of wordsOf(query)) {
    for (const start of startsOf(word, isInitials(word) ? begins : plain)) {
      const first = places[start] ?? 0
      const last = places[start + word.length - 1] ?? -1
      for (let at = first; at <= last; at++) marked.add(at)
    }
  }
  return cut(text, marked)
}

function wordsOf(query: string): string[] {
  const words = query.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  return words.length > 1 ? [words.join(''), ...words] : words
}

function startsOf(word: string, text: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) starts.push(at)
  return starts
}

/** In one unit: a letter that would become two (İ) stays, so that places keep their numbers. */
function lowerCase(letter: string): string {
  const lower = letter.toLowerCase()
  return lower.length === letter.length ? lower : letter
}

const isInitials = (word: string) => word.split('').every(letter => initials.includes(letter))

function initialOf(letter: string): string {
  const code = letter.charCodeAt(0) - 0xac00
  return (code >= 0 && code <= 11_171 ? initials[Math.floor(code / 588)] : undefined) ?? letter
}

function cut(text: string, marked: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1)
    const isMarked = marked.has(at)
    if (last?.isMarked === isMarked) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), isMarked })
  }
  return pieces
}
