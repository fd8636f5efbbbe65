import { at, at8 } from './cells.ts'
import type { Trail } from './trail.ts'

interface AtMost {
  literals: Int32Array
  most: number
  /** True literals among those that were propagated. */
  count: number
}

/** Rules "at most k of these are true", counted rather than written out as clauses. */
export class AtMosts {
  readonly #rules: AtMost[] = []
  readonly #rulesOf: AtMost[][] = []
  readonly #numbersOf: number[][] = []
  /** The literal that a rule refused, after a conflict. */
  #refused = 0

  addVariable(): void {
    this.#rulesOf.push([], [])
    this.#numbersOf.push([], [])
  }

  /** Only while nothing is propagated that the rule would have to count. */
  add(literals: readonly number[], most: number, trail: Trail): void {
    const rule: AtMost = { literals: Int32Array.from(literals), most, count: 0 }
    const number = this.#rules.push(rule)
    for (const literal of literals) {
      this.#rulesOf[literal]?.push(rule)
      this.#numbersOf[literal]?.push(number)
      if (trail.value(literal) === 1 && at(trail.place, literal >> 1) < trail.head) rule.count++
    }
  }

  /** After a literal became true; the conflict is the negative number of a rule, or 0. */
  propagate(trail: Trail, trueLiteral: number): number {
    const rules = this.#rulesOf[trueLiteral] ?? []
    for (const rule of rules) rule.count++
    for (let next = 0; next < rules.length; next++) {
      const rule = rules[next]
      if (rule === undefined || rule.count < rule.most) continue
      const conflict = this.#close(trail, rule, -(this.#numbersOf[trueLiteral]?.[next] ?? 0))
      if (conflict !== 0) return conflict
    }
    return 0
  }

  /** The count is reached: whatever of it is open becomes false. */
  #close(trail: Trail, rule: AtMost, reason: number): number {
    const { literals, most } = rule
    const { values, place, head } = trail
    let room = most
    for (let next = 0; next < literals.length; next++) {
      const literal = at(literals, next)
      const value = at8(values, literal)
      if (value === -1) continue
      if (value === 0) trail.push(literal ^ 1, reason)
      else if (at(place, literal >> 1) >= head || room-- === 0) {
        this.#refused = literal
        return reason
      }
    }
    return 0
  }

  undo(trueLiteral: number): void {
    for (const rule of this.#rulesOf[trueLiteral] ?? []) rule.count--
  }

  /**
   * Writes the clause that a rule stood for, without the literal that it made true (-1: it was broken);
   * returns where the writing ended.
   */
  explain(trail: Trail, reason: number, implied: number, into: Int32Array, from: number): number {
    const rule = this.#rules[-reason - 1]
    if (rule === undefined) return from
    let end = from
    let wanted = rule.most
    const before = implied === -1 ? trail.size : at(trail.place, implied >> 1)
    if (implied === -1) into[end++] = this.#refused ^ 1
    for (let next = 0; next < rule.literals.length && wanted > 0; next++) {
      const literal = at(rule.literals, next)
      if (trail.value(literal) !== 1 || at(trail.place, literal >> 1) >= before) continue
      if (implied === -1 && literal === this.#refused) continue
      into[end++] = literal ^ 1
      wanted--
    }
    return end
  }
}
