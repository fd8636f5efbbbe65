import type { AtMosts } from './at-mosts.ts'
import { at, at8, grown } from './cells.ts'
import type { Clauses } from './clauses.ts'
import type { Order } from './order.ts'
import type { Trail } from './trail.ts'

/** A literal of the learnt clause, one that follows from the others, one that does not. */
const KEPT = 1
const IMPLIED = 2
const NEEDED = 3
const DEEPEST = 12

/** What a conflict teaches: the first unique implication point, minimised. */
export class Analysis {
  /** The clause learnt; its first literal is the one it makes true. */
  learnt: number[] = []
  backTo = 0
  /** So many levels hold assumptions: they come and go together, and say nothing of a clause's worth. */
  assumed = 0
  glue = 0
  readonly #trail: Trail
  readonly #clauses: Clauses
  readonly #atMosts: AtMosts
  readonly #order: Order
  #marks: Int8Array = new Int8Array(0)
  #marked: number[] = []
  #scratch: Int32Array = new Int32Array(0)
  #levelStamp: Int32Array = new Int32Array(0)
  #stamp = 0

  constructor(trail: Trail, clauses: Clauses, atMosts: AtMosts, order: Order) {
    this.#trail = trail
    this.#clauses = clauses
    this.#atMosts = atMosts
    this.#order = order
  }

  learnFrom(conflict: number): void {
    this.#prepare()
    const trail = this.#trail
    const learnt = [0]
    let open = 0
    let place = trail.size
    let implied = -1
    let reason = conflict
    do {
      const end = this.#explain(reason, implied, 0)
      for (let next = 0; next < end; next++) {
        const literal = at(this.#scratch, next)
        const variable = literal >> 1
        const level = at(trail.level, variable)
        if (level === 0 || at8(this.#marks, variable) !== 0) continue
        this.#mark(variable, KEPT)
        this.#order.bump(variable)
        if (level === trail.depth) open++
        else learnt.push(literal)
      }
      do implied = at(trail.literals, --place)
      while (at8(this.#marks, implied >> 1) !== KEPT)
      reason = at(trail.reason, implied >> 1)
      open--
    } while (open > 0)
    learnt[0] = implied ^ 1
    this.learnt = learnt.filter((literal, next) => next === 0 || !this.#follows(literal, 0, learnt.length))
    this.#unmark()
    this.#measure()
  }

  /** The assumptions that together make a literal false (or, with -1, break the rule given). */
  assumptionsBehind(literal: number): number[] {
    this.#prepare()
    const trail = this.#trail
    const core: number[] = []
    if (at(trail.level, literal >> 1) > 0) this.#mark(literal >> 1, KEPT)
    for (let place = trail.size - 1; place >= trail.startOf(1); place--) {
      const one = at(trail.literals, place)
      const variable = one >> 1
      if (at8(this.#marks, variable) === 0) continue
      const reason = at(trail.reason, variable)
      if (reason === 0) {
        core.push(one)
        continue
      }
      const end = this.#explain(reason, one, 0)
      for (let next = 0; next < end; next++) {
        const other = at(this.#scratch, next) >> 1
        if (at(trail.level, other) > 0 && at8(this.#marks, other) === 0) this.#mark(other, KEPT)
      }
    }
    this.#unmark()
    return core
  }

  #explain(reason: number, implied: number, from: number): number {
    if (reason < 0) return this.#atMosts.explain(this.#trail, reason, implied, this.#scratch, from)
    const { arena } = this.#clauses
    const first = this.#clauses.first(reason)
    const last = first + this.#clauses.size(reason)
    let end = from
    for (let place = first; place < last; place++) {
      const literal = at(arena, place)
      if (literal !== implied) this.#scratch[end++] = literal
    }
    return end
  }

  /** Whether a literal of the learnt clause is false anyway where the others are. */
  #follows(literal: number, depth: number, from: number): boolean {
    const variable = literal >> 1
    const reason = at(this.#trail.reason, variable)
    if (reason === 0 || depth > DEEPEST) return false
    const end = this.#explain(reason, literal ^ 1, from)
    // Deep explanations lie behind one another; there is room for so many.
    if (end + this.#trail.variables > this.#scratch.length) return false
    for (let next = from; next < end; next++) {
      const other = at(this.#scratch, next)
      const mark = at8(this.#marks, other >> 1)
      if (mark === KEPT || mark === IMPLIED || at(this.#trail.level, other >> 1) === 0) continue
      if (mark === NEEDED) return false
      const follows = this.#follows(other, depth + 1, end)
      if (at8(this.#marks, other >> 1) === 0) this.#mark(other >> 1, follows ? IMPLIED : NEEDED)
      if (!follows) return false
    }
    return true
  }

  /** Brings the deepest of the other literals to the second place, where it is watched. */
  #measure(): void {
    const { level } = this.#trail
    const { learnt } = this
    const stamp = ++this.#stamp
    let deepest = 1
    this.glue = 1
    for (let next = 0; next < learnt.length; next++) {
      const depth = at(level, (learnt[next] ?? 0) >> 1)
      if (next > 0 && depth > at(level, (learnt[deepest] ?? 0) >> 1)) deepest = next
      if (depth <= this.assumed || at(this.#levelStamp, depth) === stamp) continue
      this.#levelStamp[depth] = stamp
      this.glue++
    }
    if (learnt.length === 1) {
      this.backTo = 0
      return
    }
    const second = learnt[1] ?? 0
    learnt[1] = learnt[deepest] ?? 0
    learnt[deepest] = second
    this.backTo = at(level, (learnt[1] ?? 0) >> 1)
  }

  #prepare(): void {
    const { variables } = this.#trail
    if (this.#marks.length >= variables + 1) return
    this.#marks = new Int8Array(2 * variables + 1)
    this.#scratch = new Int32Array(16 * variables + 1024)
    this.#levelStamp = grown(this.#levelStamp, 2 * variables + 1024)
  }

  #mark(variable: number, mark: number): void {
    this.#marks[variable] = mark
    this.#marked.push(variable)
  }

  #unmark(): void {
    for (const variable of this.#marked) this.#marks[variable] = 0
    this.#marked = []
  }
}
