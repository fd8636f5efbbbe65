import { initialsOf } from '../korean/initials.ts'
import { properName } from '../korean/words.ts'
import { GrowingUint32 } from './growing.ts'
import { appendTyped } from './typed-text.ts'

/**
 * Every distinct text once, whatever number of documents say it: 100,000 products share a few
 * hundred category names, and a text found once is found for all of them.
 */
export interface Dictionary {
  /** The words of each entry, joined by single spaces. */
  texts: string[]
  /** The text as a document prints it, where that differs from the words. */
  printed: Map<number, string>
  /** Keys of entry e: `keys[starts[e]..starts[e + 1]]`. */
  keys: Uint16Array
  starts: Uint32Array
  /** The name proper without legal forms, as positions in `keys`. */
  properFrom: Uint32Array
  properTo: Uint32Array
  /** One bit for each field that says it. */
  fields: Uint8Array
  /** 초성 of all entries, one line each, and where each line begins. */
  initials: string
  initialStarts: Uint32Array
  /** The initials of the name proper, as positions in `initials`. */
  properInitialFrom: Uint32Array
  properInitialTo: Uint32Array
}

export class DictionaryBuilder {
  readonly #entryOf = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #printed = new Map<number, string>()
  readonly #starts = new GrowingUint32()
  readonly #properFrom = new GrowingUint32()
  readonly #properTo = new GrowingUint32()
  readonly #fields: number[] = []
  #keys = new Uint16Array(1 << 14)
  #keyCount = 0

  get size(): number {
    return this.#texts.length
  }

  /** The number of the entry with these words. */
  intern(words: readonly string[], field: number, printed?: string): number {
    const text = words.join(' ')
    let entry = this.#entryOf.get(text)
    if (entry === undefined) entry = this.#append(text, words)
    if (printed !== undefined && printed !== text) this.#printed.set(entry, printed)
    this.#fields[entry] = (this.#fields[entry] ?? 0) | (1 << field)
    return entry
  }

  #append(text: string, words: readonly string[]): number {
    const codes: number[] = []
    const wordStarts = appendTyped(words, codes)
    const proper = properName(words)
    const from = this.#keyCount
    this.#starts.push(from)
    this.#properFrom.push(from + (wordStarts[proper.from] ?? 0))
    this.#properTo.push(from + (wordStarts[proper.to] ?? codes.length))
    this.#appendKeys(codes)
    this.#entryOf.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  #appendKeys(codes: readonly number[]): void {
    if (this.#keyCount + codes.length > this.#keys.length) {
      const larger = new Uint16Array((this.#keys.length + codes.length) * 2)
      larger.set(this.#keys)
      this.#keys = larger
    }
    this.#keys.set(codes, this.#keyCount)
    this.#keyCount += codes.length
  }

  finish(): Dictionary {
    this.#starts.push(this.#keyCount)
    return {
      texts: this.#texts,
      printed: this.#printed,
      keys: this.#keys.slice(0, this.#keyCount),
      starts: this.#starts.toArray(),
      properFrom: this.#properFrom.toArray(),
      properTo: this.#properTo.toArray(),
      fields: Uint8Array.from(this.#fields),
      ...initialLines(this.#texts),
    }
  }
}

/** Written into one array and read as one string: 100,000 strings joined would cost ten times the memory. */
function initialLines(
  texts: readonly string[],
): Pick<Dictionary, 'initials' | 'initialStarts' | 'properInitialFrom' | 'properInitialTo'> {
  const initialStarts = new Uint32Array(texts.length + 1)
  const properInitialFrom = new Uint32Array(texts.length)
  const properInitialTo = new Uint32Array(texts.length)
  const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length + 1, 0))
  let end = 0
  for (const [entry, text] of texts.entries()) {
    initialStarts[entry] = end
    const words = text.split(' ')
    const proper = properName(words)
    for (const [place, word] of words.entries()) {
      if (place === proper.from) properInitialFrom[entry] = end
      const initials = initialsOf(word)
      for (let at = 0; at < initials.length; at++) units[end++] = initials.charCodeAt(at)
      if (place === proper.to - 1) properInitialTo[entry] = end
    }
    units[end++] = LINE_END
  }
  initialStarts[texts.length] = end
  const initials = new TextDecoder('utf-16le').decode(units.subarray(0, end))
  return { initials, initialStarts, properInitialFrom, properInitialTo }
}

const LINE_END = 0x0a
