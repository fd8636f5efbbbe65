import { contentHash } from '../content-hash.ts'
import type { SearchDocument } from '../documents.ts'
import { cell32 } from './cells.ts'
import { ColumnsBuilder, filterableAt, type Columns, type Filterable } from './columns.ts'
import { DictionaryBuilder, type Dictionary } from './dictionary.ts'
import { FIELD_BITS, FIELD_MASK, FIELDS } from './fields.ts'
import { FieldTexts } from './field-texts.ts'
import { indexGrams, type GramIndex } from './grams.ts'
import { groupPairs, membersOf, type Groups } from './groups.ts'
import { GrowingUint32 } from './growing.ts'
import { hashAt, hashesInOrder, pushHash } from './hashes.ts'
import type { Pause } from './pause.ts'

/**
 * A part of the index that never changes once built, but for documents dying in it. Documents are
 * numbered in the order a search without words shows them: heavier first, then by id.
 */
export interface Segment {
  ids: string[]
  /** Of the contents, to tell whether they are the newest. */
  hashes: Uint32Array
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

/** Pieces of work of a copy between two pauses. */
const COPIED_AT_ONCE = 4_096

export class SegmentBuilder {
  readonly #ids: string[] = []
  readonly #hashes = new GrowingUint32()
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
    const number = this.#begin(document.id, contentHash(document), document.weight, document)
    for (const { field, words, printed } of this.#texts.of(document)) {
      this.#say(number, this.#dictionary.intern(words, printed), FIELDS.indexOf(field))
    }
  }

  /** Takes over the living documents of a finished segment, without reading their texts again. */
  async copy(segment: Segment, pause: Pause): Promise<void> {
    const numbers: (number | undefined)[] = []
    for (const [document, id] of segment.ids.entries()) {
      if (document % COPIED_AT_ONCE === 0) await pause()
      const isDead = segment.dead[document] === 1
      numbers.push(isDead ? undefined : this.#copyDocument(segment, document, id))
    }
    let copied = 0
    for (const [entry, text] of segment.dictionary.texts.entries()) {
      const sayings = membersOf(segment.postings, entry)
      copied += this.#copyEntry(text, segment.dictionary.printed.get(entry), sayings, numbers)
      if (copied < COPIED_AT_ONCE) continue
      await pause()
      copied = 0
    }
  }

  #copyDocument({ hashes, weights, columns }: Segment, document: number, id: string): number {
    return this.#begin(id, hashAt(hashes, document), weights[document] ?? 0, filterableAt(columns, document))
  }

  /** Returns how much work it was. */
  #copyEntry(
    text: string,
    printed: string | undefined,
    sayings: Uint32Array,
    numbers: readonly (number | undefined)[],
  ): number {
    let entry: number | undefined
    for (const saying of sayings) {
      const number = numbers[saying >>> FIELD_BITS]
      if (number === undefined) continue
      entry ??= this.#dictionary.intern(text.split(' '), printed)
      this.#say(number, entry, saying & FIELD_MASK)
    }
    return 1 + sayings.length
  }

  async finish(pause: Pause): Promise<Segment> {
    const order = this.#order()
    await pause()
    const dictionary = this.#dictionary.finish()
    const grams = await indexGrams(dictionary, pause)
    const postings = groupPairs(dictionary.texts.length, this.#entries.view(), this.#renumbered(order))
    await pause()
    const columns = this.#columns.finish(order)
    await pause()
    const ids = Array.from(order, document => this.#ids[document] ?? '')
    const dead = Uint8Array.from(order, document => (this.#dead.has(document) ? 1 : 0))
    return {
      ids,
      hashes: hashesInOrder(this.#hashes.view(), order),
      weights: Float64Array.from(order, document => this.#weights[document] ?? 0),
      numberOf: numbersOf(ids, dead),
      dead,
      liveCount: this.size,
      columns,
      dictionary,
      grams,
      postings,
    }
  }

  /** The same id again takes the place of what was said before. */
  #begin(id: string, hash: string, weight: number, filterable: Filterable): number {
    const before = this.#numberOf.get(id)
    if (before !== undefined) this.#dead.add(before)
    const number = this.#ids.push(id) - 1
    this.#numberOf.set(id, number)
    pushHash(hash, this.#hashes)
    this.#weights.push(weight)
    this.#columns.push(filterable)
    return number
  }

  #say(document: number, entry: number, field: number): void {
    this.#dictionary.sayIn(field, entry)
    this.#entries.push(entry)
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
