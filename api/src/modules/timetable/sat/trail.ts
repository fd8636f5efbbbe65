import { at, at8, grown } from './cells.ts'

/**
 * What is assigned at the moment, in the order in which it became so. A literal is 2 × variable, plus one
 * if negated. A reason is 0 for a decision, positive for a clause, negative for an at-most rule.
 */
export class Trail {
  /** Per literal: 1 true, -1 false, 0 open. */
  values: Int8Array = new Int8Array(0)
  level: Int32Array = new Int32Array(0)
  reason: Int32Array = new Int32Array(0)
  place: Int32Array = new Int32Array(0)
  literals: Int32Array = new Int32Array(0)
  size = 0
  /** How many were propagated. */
  head = 0
  variables = 0
  #starts: Int32Array = new Int32Array(16)
  depth = 0

  addVariable(): number {
    const variable = this.variables++
    if (variable >= this.level.length) {
      const room = Math.max(1024, 2 * variable)
      this.level = grown(this.level, room)
      this.reason = grown(this.reason, room)
      this.place = grown(this.place, room)
      this.literals = grown(this.literals, room)
      const values = new Int8Array(2 * this.level.length)
      values.set(this.values)
      this.values = values
    }
    return variable
  }

  value(literal: number): number {
    return at8(this.values, literal)
  }

  push(literal: number, reason: number): void {
    this.values[literal] = 1
    this.values[literal ^ 1] = -1
    const variable = literal >> 1
    this.level[variable] = this.depth
    // What holds for good needs no reason: clauses may go without being asked.
    this.reason[variable] = this.depth === 0 ? 0 : reason
    this.place[variable] = this.size
    this.literals[this.size++] = literal
  }

  openLevel(): void {
    if (this.depth === this.#starts.length) this.#starts = grown(this.#starts, this.depth + 1)
    this.#starts[this.depth++] = this.size
  }

  startOf(level: number): number {
    return level === 0 ? 0 : at(this.#starts, level - 1)
  }
}
