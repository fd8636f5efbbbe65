/** A list of numbers that grows in place; a plain array of millions of numbers would cost several times the memory. */
export class GrowingUint32 {
  length = 0
  #items: Uint32Array<ArrayBuffer>

  constructor(capacity = 1024) {
    this.#items = new Uint32Array(capacity)
  }

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }

  at(index: number): number {
    return this.#items[index] ?? 0
  }

  clear(): void {
    this.length = 0
  }

  /** A view, valid until the next push. */
  view(): Uint32Array<ArrayBuffer> {
    return this.#items.subarray(0, this.length)
  }

  /** A copy of exactly the right size. */
  toArray(): Uint32Array<ArrayBuffer> {
    return this.#items.slice(0, this.length)
  }
}

/** The same for numbers below 65,536, appended many at a time. */
export class GrowingUint16 {
  length = 0
  #items = new Uint16Array(1 << 14)

  append(items: readonly number[]): void {
    if (this.length + items.length > this.#items.length) {
      const larger = new Uint16Array((this.length + items.length) * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items.set(items, this.length)
    this.length += items.length
  }

  toArray(): Uint16Array<ArrayBuffer> {
    return this.#items.slice(0, this.length)
  }
}
