import { properName } from '../korean/words.ts'
import { GrowingUint16, GrowingUint32 } from './growing.ts'
import { InitialLinesBuilder, type InitialLines } from './initial-lines.ts'
import { appendTyped } from './typed-text.ts'

/**
 * Every distinct text once, whatever number of documents say it: 100,000 products share a few
 * hundred category names, and a text found once is found for all of them.
 */
export interface Dictionary extends InitialLines {
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
}

export class DictionaryBuilder {
  readonly #entryOf = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #printed = new Map<number, string>()
  readonly #starts = new GrowingUint32()
  readonly #properFrom = new GrowingUint32()
  readonly #properTo = new GrowingUint32()
  readonly #fields: number[] = []
  readonly #keys = new GrowingUint16()
  readonly #initials = new InitialLinesBuilder()

  /** The number of the entry with these words. */
  intern(words: readonly string[], printed?: string): number {
    const text = words.join(' ')
    const entry = this.#entryOf.get(text) ?? this.#append(text, words)
    if (printed !== undefined && printed !== text) this.#printed.set(entry, printed)
    return entry
  }

  /** Notes that a field says the entry. */
  sayIn(field: number, entry: number): void {
    this.#fields[entry] = (this.#fields[entry] ?? 0) | (1 << field)
  }

  #append(text: string, words: readonly string[]): number {
    const codes: number[] = []
    const wordStarts = appendTyped(words, codes)
    const proper = properName(words)
    const from = this.#keys.length
    this.#starts.push(from)
    this.#properFrom.push(from + (wordStarts[proper.from] ?? 0))
    this.#properTo.push(from + (wordStarts[proper.to] ?? codes.length))
    this.#keys.append(codes)
    this.#initials.append(words, proper)
    this.#entryOf.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  finish(): Dictionary {
    this.#starts.push(this.#keys.length)
    return {
      texts: this.#texts,
      printed: this.#printed,
      keys: this.#keys.toArray(),
      starts: this.#starts.toArray(),
      properFrom: this.#properFrom.toArray(),
      properTo: this.#properTo.toArray(),
      fields: Uint8Array.from(this.#fields),
      ...this.#initials.finish(),
    }
  }
}
