import { cell16, cell32, cell8 } from './cells.ts'
import { GrowingUint32 } from './growing.ts'

/** Where a score came from: which attempt, and which dictionary entry answered it. */
export const NO_ENTRY = 0xffffffff
/** No attempt at the letters: people have said that the words mean this. */
export const BY_SYNONYM = 0xff

/** The best score of each document of a segment, so far. */
export class Scores {
  readonly #scores: Uint16Array
  readonly #entries: Uint32Array
  readonly #attempts: Uint8Array
  readonly #found = new GrowingUint32()

  constructor(documentCount: number) {
    this.#scores = new Uint16Array(documentCount)
    this.#entries = new Uint32Array(documentCount)
    this.#attempts = new Uint8Array(documentCount)
  }

  raise(document: number, score: number, entry: number, attempt: number): void {
    const before = cell16(this.#scores, document)
    if (score <= before) return
    if (before === 0) this.#found.push(document)
    this.#scores[document] = score
    this.#entries[document] = entry
    this.#attempts[document] = attempt
  }

  /** The documents with a score, in the order they were found. */
  found(): Uint32Array {
    return this.#found.view()
  }

  of(document: number): number {
    return cell16(this.#scores, document)
  }

  entryOf(document: number): number {
    return cell32(this.#entries, document)
  }

  attemptOf(document: number): number {
    return cell8(this.#attempts, document)
  }

  /** Takes back the scores of the documents for which it holds. */
  drop(isDropped: (document: number) => boolean): void {
    const kept = this.found().filter(document => !isDropped(document))
    if (kept.length === this.#found.length) return
    const keptScores = kept.map(document => this.of(document))
    this.clear()
    for (const [place, document] of kept.entries()) {
      this.#scores[document] = cell32(keptScores, place)
      this.#found.push(document)
    }
  }

  clear(): void {
    for (const document of this.found()) this.#scores[document] = 0
    this.#found.clear()
  }
}
