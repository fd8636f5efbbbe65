import { initialsOf } from '../korean/initials.ts'
import { GrowingUint16, GrowingUint32 } from './growing.ts'

/** 초성 of every entry of a dictionary, written into one string so that one scan looks through all of them. */
export interface InitialLines {
  /** One line for each entry. */
  initials: string
  /** Where each line begins; one more at the end. */
  initialStarts: Uint32Array
  /** The initials of the name proper, as positions in `initials`. */
  properInitialFrom: Uint32Array
  properInitialTo: Uint32Array
}

export class InitialLinesBuilder {
  readonly #units = new GrowingUint16()
  readonly #starts = new GrowingUint32()
  readonly #properFrom = new GrowingUint32()
  readonly #properTo = new GrowingUint32()

  append(words: readonly string[], proper: { from: number; to: number }): void {
    const start = this.#units.length
    this.#starts.push(start)
    this.#properFrom.push(start + lengthOf(words.slice(0, proper.from)))
    this.#properTo.push(start + lengthOf(words.slice(0, proper.to)))
    this.#units.append(Array.from(`${initialsOf(words.join(''))}\n`, unit => unit.charCodeAt(0)))
  }

  finish(): InitialLines {
    this.#starts.push(this.#units.length)
    return {
      initials: new TextDecoder('utf-16le').decode(this.#units.toArray()),
      initialStarts: this.#starts.toArray(),
      properInitialFrom: this.#properFrom.toArray(),
      properInitialTo: this.#properTo.toArray(),
    }
  }
}

/** Each character has one initial; one of two units (a rare 漢字) is counted as its first. */
function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + Array.from(word).length, 0)
}
