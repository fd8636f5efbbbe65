import { at, at64, grown } from './cells.ts'

/** Which variable to decide next: the one that met with most conflicts of late. */
export class Order {
  #heap: Int32Array = new Int32Array(0)
  #place: Int32Array = new Int32Array(0)
  #activity: Float64Array = new Float64Array(0)
  #size = 0
  #step = 1

  addVariable(variable: number): void {
    if (variable >= this.#heap.length) {
      this.#heap = grown(this.#heap, variable + 1024)
      this.#place = grown(this.#place, this.#heap.length)
      const activity = new Float64Array(this.#heap.length)
      activity.set(this.#activity)
      this.#activity = activity
    }
    this.#place[variable] = -1
    this.put(variable)
  }

  /** Ages everything else by so much. */
  decay(factor: number): void {
    this.#step /= factor
  }

  bump(variable: number, times = 1): void {
    const activity = at64(this.#activity, variable) + this.#step * times
    this.#activity[variable] = activity
    if (activity > 1e100) {
      for (let one = 0; one < this.#activity.length; one++)
        this.#activity[one] = at64(this.#activity, one) * 1e-100
      this.#step *= 1e-100
    }
    const place = at(this.#place, variable)
    if (place >= 0) this.#rise(place)
  }

  put(variable: number): void {
    if (at(this.#place, variable) >= 0) return
    this.#heap[this.#size] = variable
    this.#place[variable] = this.#size
    this.#rise(this.#size++)
  }

  /** The next variable, or -1. */
  take(): number {
    if (this.#size === 0) return -1
    const top = at(this.#heap, 0)
    this.#place[top] = -1
    const last = at(this.#heap, --this.#size)
    if (this.#size > 0) {
      this.#heap[0] = last
      this.#place[last] = 0
      this.#sink()
    }
    return top
  }

  #rise(from: number): void {
    let place = from
    const variable = at(this.#heap, place)
    const activity = at64(this.#activity, variable)
    while (place > 0) {
      const parent = (place - 1) >> 1
      const other = at(this.#heap, parent)
      if (at64(this.#activity, other) >= activity) break
      this.#heap[place] = other
      this.#place[other] = place
      place = parent
    }
    this.#heap[place] = variable
    this.#place[variable] = place
  }

  #sink(): void {
    let place = 0
    const variable = at(this.#heap, 0)
    const activity = at64(this.#activity, variable)
    for (;;) {
      let child = 2 * place + 1
      if (child >= this.#size) break
      const left = at(this.#heap, child)
      const right = at(this.#heap, child + 1)
      if (child + 1 < this.#size && at64(this.#activity, right) > at64(this.#activity, left)) child++
      const other = at(this.#heap, child)
      if (at64(this.#activity, other) <= activity) break
      this.#heap[place] = other
      this.#place[other] = place
      place = child
    }
    this.#heap[place] = variable
    this.#place[variable] = place
  }
}
