import { cell32 } from './cells.ts'
import type { SearchDocument } from '../documents.ts'
import { ColumnsBuilder, filterableAt, type Columns, type Filterable } from './columns.ts'
import { DictionaryBuilder, type Dictionary } from './dictionary.ts'
import { FIELD_BITS, FIELD_MASK, FIELDS } from './fields.ts'
import { FieldTexts } from './field-texts.ts'
import { indexGrams, type GramIndex } from './grams.ts'
import { groupPairs, membersOf, type Groups } from './groups.ts'
import { GrowingUint32 } from './growing.ts'

/**
 * A part of the index that never changes once built, but for documents dying in it. Documents are
 * numbered in the order a search without words shows them: heavier first, then by id.
 */
export interface Segment {
  ids: string[]
  weights: Float64Array
  numberOf: Map<string, number>
  /** 1 where the document was removed or stands newer in a later segment. */
  dead: Uint8Array
  liveCount: number
  columns: Columns
  dictionary: Dictionary
  grams: GramIndex
  /** For each dictionary entry the documents that say it: `document << FIELD_BITS | field`. */
  postings: Groups
}

export class SegmentBuilder {
  readonly #ids: string[] = []
  readonly #weights: number[] = []
  readonly #numberOf = new Map<string, number>()
  readonly #dead = new Set<number>()
  readonly #columns = new ColumnsBuilder()
  readonly #dictionary = new DictionaryBuilder()
  readonly #texts = new FieldTexts()
  /** Pairs: this entry is said by that document in that field. */
  readonly #entries = new GrowingUint32()
  readonly #sayings = new GrowingUint32()

  get size(): number {
    return this.#ids.length - this.#dead.size
  }

  add(document: SearchDocument): void {
    const number = this.#begin(document.id, document.weight, document)
    for (const { field, words, printed } of this.#texts.of(document)) {
      this.#say(number, words, FIELDS.indexOf(field), printed)
    }
  }

  /** Takes over the living documents of a finished segment, without reading their texts again. */
  async copy(segment: Segment, pause: () => Promise<void>): Promise<void> {
    const numbers = segment.ids.map((id, document) =>
      segment.dead[document] === 1
        ? undefined
        : this.#begin(id, segment.weights[document] ?? 0, filterableAt(segment.columns, document)),
    )
    for (const [entry, text] of segment.dictionary.texts.entries()) {
      if (entry % 4096 === 4095) await pause()
      const words = text.split(' ')
      const printed = segment.dictionary.printed.get(entry)
      for (const saying of membersOf(segment.postings, entry)) {
        const number = numbers[saying >>> FIELD_BITS]
        if (number !== undefined) this.#say(number, words, saying & FIELD_MASK, printed)
      }
    }
  }

  async finish(pause: () => Promise<void>): Promise<Segment> {
    const order = this.#order()
    await pause()
    const dictionary = this.#dictionary.finish()
    await pause()
    const grams = await indexGrams(dictionary, pause)
    const postings = groupPairs(dictionary.texts.length, this.#entries.view(), this.#renumbered(order))
    await pause()

    const ids = Array.from(order, document => this.#ids[document] ?? '')
    const dead = Uint8Array.from(order, document => (this.#dead.has(document) ? 1 : 0))
    return {
      ids,
      weights: Float64Array.from(order, document => this.#weights[document] ?? 0),
      numberOf: numbersOf(ids, dead),
      dead,
      liveCount: this.size,
      columns: this.#columns.finish(order),
      dictionary,
      grams,
      postings,
    }
  }

  /** The same id again takes the place of what was said before. */
  #begin(id: string, weight: number, filterable: Filterable): number {
    const before = this.#numberOf.get(id)
    if (before !== undefined) this.#dead.add(before)
    const number = this.#ids.push(id) - 1
    this.#numberOf.set(id, number)
    this.#weights.push(weight)
    this.#columns.push(filterable)
    return number
  }

  #say(document: number, words: readonly string[], field: number, printed: string | undefined): void {
    this.#entries.push(this.#dictionary.intern(words, field, printed))
    this.#sayings.push((document << FIELD_BITS) | field)
  }

  #order(): Uint32Array {
    const weightOf = (document: number) => this.#weights[document] ?? 0
    const idOf = (document: number) => this.#ids[document] ?? ''
    return Uint32Array.from(this.#ids.keys()).sort(
      (a, b) => weightOf(b) - weightOf(a) || (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a - b),
    )
  }

  #renumbered(order: Uint32Array): Uint32Array {
    const numberOf = new Uint32Array(order.length)
    for (const [number, document] of order.entries()) numberOf[document] = number
    return this.#sayings
      .view()
      .map(saying => (cell32(numberOf, saying >>> FIELD_BITS) << FIELD_BITS) | (saying & FIELD_MASK))
  }
}

function numbersOf(ids: readonly string[], dead: Uint8Array): Map<string, number> {
  const numberOf = new Map<string, number>()
  for (const [number, id] of ids.entries()) if (dead[number] === 0) numberOf.set(id, number)
  return numberOf
}

/** True when the id was alive here. */
export function kill(segment: Segment, id: string): boolean {
  const number = segment.numberOf.get(id)
  if (number === undefined || segment.dead[number] === 1) return false
  segment.dead[number] = 1
  segment.liveCount--
  return true
}
