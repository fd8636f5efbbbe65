import { cell16, cell8 } from './cells.ts'
import { KEY, SYLLABLE_START } from './typed-text.ts'

export interface Alignment {
  /** Slips between what was typed and what stands in the text. */
  edits: number
  /** The stretch of the text that answers, as positions in `keys`. */
  from: number
  to: number
}

/**
 * The stretch of a text nearest to what was typed: a slip is a key too many, a key missing, a wrong
 * key, or two keys in the wrong order (Damerau–Levenshtein, restricted). The stretch may start at
 * any syllable and end anywhere. Undefined when more than `mostEdits` are needed.
 */
export class EditDistance {
  // Rows of the classic table, for the last two keys typed and this one; with each cell the place
  // where its stretch began.
  #rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)]
  #begins = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)]

  nearest(
    keys: Uint16Array,
    from: number,
    to: number,
    typed: Uint16Array,
    mostEdits: number,
  ): Alignment | undefined {
    const width = to - from
    this.#widen(width + 1)
    this.#startRow(keys, from, width)
    for (let row = 1; row <= typed.length; row++) {
      const least = this.#nextRow(keys, from, width, typed, row)
      if (least > mostEdits) return undefined
    }
    return this.#best(from, width, typed.length, mostEdits)
  }

  #startRow(keys: Uint16Array, from: number, width: number): void {
    const row = this.#rows[0]
    const begins = this.#begins[0]
    if (row === undefined || begins === undefined) return
    for (let column = 0; column <= width; column++) {
      const canBegin = column < width && (cell16(keys, from + column) & SYLLABLE_START) !== 0
      row[column] = canBegin ? 0 : FAR
      begins[column] = column
    }
  }

  /** Fills the row of one more key typed; returns the least number in it. */
  #nextRow(keys: Uint16Array, from: number, width: number, typed: Uint16Array, row: number): number {
    const now = this.#rows[row % 3]
    const last = this.#rows[(row + 2) % 3]
    const beforeLast = this.#rows[(row + 1) % 3]
    const nowBegins = this.#begins[row % 3]
    const lastBegins = this.#begins[(row + 2) % 3]
    const beforeLastBegins = this.#begins[(row + 1) % 3]
    if (!now || !last || !beforeLast || !nowBegins || !lastBegins || !beforeLastBegins) return FAR

    const key = cell16(typed, row - 1)
    const keyBefore = row > 1 ? cell16(typed, row - 2) : -1
    now[0] = Math.min(FAR, cell8(last, 0) + 1)
    nowBegins[0] = 0
    let least = cell8(now, 0)
    let textKeyBefore = -1
    for (let column = 1; column <= width; column++) {
      const textKey = cell16(keys, from + column - 1) & KEY
      let edits = cell8(last, column - 1) + (textKey === key ? 0 : 1)
      let begin = cell16(lastBegins, column - 1)
      if (cell8(last, column) + 1 < edits) {
        edits = cell8(last, column) + 1
        begin = cell16(lastBegins, column)
      }
      if (cell8(now, column - 1) + 1 < edits) {
        edits = cell8(now, column - 1) + 1
        begin = cell16(nowBegins, column - 1)
      }
      const isSwap = textKey === keyBefore && textKeyBefore === key
      if (isSwap && cell8(beforeLast, column - 2) + 1 < edits) {
        edits = cell8(beforeLast, column - 2) + 1
        begin = cell16(beforeLastBegins, column - 2)
      }
      now[column] = Math.min(FAR, edits)
      nowBegins[column] = begin
      if (edits < least) least = edits
      textKeyBefore = textKey
    }
    return least
  }

  /** The fewest edits; among equals the stretch whose length is nearest to what was typed, then the first. */
  #best(from: number, width: number, typedLength: number, mostEdits: number): Alignment | undefined {
    const row = this.#rows[typedLength % 3]
    const begins = this.#begins[typedLength % 3]
    if (row === undefined || begins === undefined) return undefined
    let best: Alignment | undefined
    let bestGap = 0
    for (let column = 1; column <= width; column++) {
      const edits = cell8(row, column)
      if (edits > mostEdits || (best !== undefined && edits > best.edits)) continue
      const begin = cell16(begins, column)
      const gap = Math.abs(column - begin - typedLength)
      if (best !== undefined && edits === best.edits && gap >= bestGap) continue
      best = { edits, from: from + begin, to: from + column }
      bestGap = gap
    }
    return best
  }

  #widen(width: number): void {
    if ((this.#rows[0]?.length ?? 0) >= width) return
    this.#rows = this.#rows.map(() => new Uint8Array(width * 2))
    this.#begins = this.#begins.map(() => new Uint16Array(width * 2))
  }
}

/** More edits than are ever allowed. */
const FAR = 200
