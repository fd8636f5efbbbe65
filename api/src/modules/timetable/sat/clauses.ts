import { at, at8, grown } from './cells.ts'
import type { Trail } from './trail.ts'

/** Before the literals of each clause: how many, and how many levels met in it when it was learnt (0: given). */
const HEADER = 2

/** Clauses in one arena, each watched by its first two literals. */
export class Clauses {
  arena: Int32Array<ArrayBuffer> = new Int32Array(1 << 16)
  end = 1
  learnt: number[] = []
  /** Per literal: pairs of a clause and a literal that, while true, spares looking at it. */
  #lists: Int32Array[] = []
  #lengths: Int32Array = new Int32Array(0)

  addVariable(): void {
    this.#lists.push(new Int32Array(4), new Int32Array(4))
    if (this.#lists.length > this.#lengths.length)
      this.#lengths = grown(this.#lengths, this.#lists.length + 1024)
  }

  /** The clause, whose first two literals are watched. */
  add(literals: ArrayLike<number>, glue: number): number {
    const size = literals.length
    if (this.end + size + HEADER > this.arena.length) this.arena = grown(this.arena, this.end + size + HEADER)
    const clause = this.end
    this.arena[clause] = size
    this.arena[clause + 1] = glue
    for (let place = 0; place < size; place++) this.arena[clause + HEADER + place] = literals[place] ?? 0
    this.end += size + HEADER
    this.#watch(literals[0] ?? 0, clause, literals[1] ?? 0)
    this.#watch(literals[1] ?? 0, clause, literals[0] ?? 0)
    if (glue > 0) this.learnt.push(clause)
    return clause
  }

  size(clause: number): number {
    return at(this.arena, clause)
  }

  glue(clause: number): number {
    return at(this.arena, clause + 1)
  }

  first(clause: number): number {
    return clause + HEADER
  }

  /** After a literal became false: what follows goes on the trail; a clause that is false is returned. */
  propagate(trail: Trail, falseLiteral: number): number {
    const values = trail.values
    const arena = this.arena
    const list = this.#lists[falseLiteral] ?? arena
    const length = at(this.#lengths, falseLiteral)
    let kept = 0
    for (let next = 0; next < length; next += 2) {
      const clause = at(list, next)
      const blocker = at(list, next + 1)
      if (at8(values, blocker) === 1) {
        list[kept++] = clause
        list[kept++] = blocker
        continue
      }
      const start = clause + HEADER
      const first = at(arena, start) ^ at(arena, start + 1) ^ falseLiteral
      const firstValue = at8(values, first)
      if (firstValue !== 1) {
        const end = start + at(arena, clause)
        let place = start + 2
        while (place < end && at8(values, at(arena, place)) === -1) place++
        if (place < end) {
          const other = at(arena, place)
          arena[start] = first
          arena[start + 1] = other
          arena[place] = falseLiteral
          this.#watch(other, clause, first)
          continue
        }
      }
      list[kept++] = clause
      list[kept++] = first
      if (firstValue === 1) continue
      if (firstValue === -1) {
        list.copyWithin(kept, next + 2, length)
        this.#lengths[falseLiteral] = kept + length - next - 2
        return clause
      }
      trail.push(first, clause)
    }
    this.#lengths[falseLiteral] = kept
    return 0
  }

  /** Leaves out the clauses dropped, and what is true for good; only while nothing else is assigned. */
  rebuild(trail: Trail, dropped: ReadonlySet<number>): void {
    const { arena: old, end } = this
    this.arena = new Int32Array(old.length)
    this.end = 1
    this.learnt = []
    this.#lengths.fill(0)
    for (let clause = 1; clause < end; clause += at(old, clause) + HEADER) {
      if (dropped.has(clause)) continue
      const literals = old.subarray(clause + HEADER, clause + HEADER + at(old, clause))
      if (literals.some(literal => trail.value(literal) === 1)) continue
      const open = literals.filter(literal => trail.value(literal) === 0)
      this.add(open, at(old, clause + 1))
    }
  }

  #watch(literal: number, clause: number, blocker: number): void {
    const length = at(this.#lengths, literal)
    let list = this.#lists[literal] ?? this.arena
    if (length + 2 > list.length) this.#lists[literal] = list = grown(list, length + 2)
    list[length] = clause
    list[length + 1] = blocker
    this.#lengths[literal] = length + 2
  }
}
