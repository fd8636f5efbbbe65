import { at } from './cells.ts'

/** Some of so many numbers, one of which can be had by chance at once. */
export class Pick {
  size = 0
  readonly #chosen: Int32Array
  readonly #place: Int32Array

  constructor(most: number) {
    this.#chosen = new Int32Array(most)
    this.#place = new Int32Array(most).fill(-1)
  }

  at(place: number): number {
    return at(this.#chosen, place)
  }

  set(number: number, isChosen: boolean): void {
    const place = at(this.#place, number)
    if (isChosen === place >= 0) return
    if (isChosen) {
      this.#place[number] = this.size
      this.#chosen[this.size++] = number
      return
    }
    const last = at(this.#chosen, --this.size)
    this.#chosen[place] = last
    this.#place[last] = place
    this.#place[number] = -1
  }
}
