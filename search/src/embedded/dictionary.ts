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

function initialLines(texts: readonly string[]): Pick<Dictionary, 'initials' | 'initialStarts'> {
  const lines = texts.map(text => `${initialsOf(text.replaceAll(' ', ''))}\n`)
  const initialStarts = new Uint32Array(lines.length + 1)
  let length = 0
  for (const [entry, line] of lines.entries()) {
    initialStarts[entry] = length
    length += line.length
  }
  initialStarts[lines.length] = length
  return { initials: lines.join(''), initialStarts }
}
