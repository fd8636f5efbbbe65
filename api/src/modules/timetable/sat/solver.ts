import { Analysis } from './analysis.ts'
import { AtMosts } from './at-mosts.ts'
import { at, at8 } from './cells.ts'
import { Clauses } from './clauses.ts'
import { Order } from './order.ts'
import { Pace } from './pace.ts'
import { Trail } from './trail.ts'

export type Verdict = 'satisfiable' | 'unsatisfiable' | 'given up'

/** Conflicts until what to try first is thought over; ever longer. */
const REPHASE = 1_000

/**
 * A satisfiability solver that learns from conflicts (CDCL) and counts: clauses, at-most-k rules,
 * assumptions with a core. A literal is what `variable()` gives; `literal ^ 1` is its negation.
 */
export class Solver {
  /** The assumptions that cannot hold together, after 'unsatisfiable'; empty if nothing can hold. */
  core: number[] = []
  conflicts = 0
  readonly #trail = new Trail()
  readonly #clauses = new Clauses()
  readonly #atMosts = new AtMosts()
  readonly #order = new Order()
  readonly #analysis = new Analysis(this.#trail, this.#clauses, this.#atMosts, this.#order)
  readonly #pace: Pace

  #isBroken = false
  #phases: Int8Array = new Int8Array(0)
  #bestPhases: Int8Array = new Int8Array(0)
  /** When finding: the assignment that went farthest without a conflict, tried again before all else. */
  #target: Int8Array = new Int8Array(0)
  #targetSize = 0
  #bestSize = 0
  #model: Int8Array = new Int8Array(0)
  #cleanAt = 2_000
  #rephaseAt = REPHASE
  #rephased = 0

  /** Only for finding a solution where there is one, or for proving as well. */
  constructor({ isFinding = false }: { isFinding?: boolean } = {}) {
    this.#pace = new Pace(isFinding)
  }

  variable(): number {
    const variable = this.#trail.addVariable()
    this.#clauses.addVariable()
    this.#atMosts.addVariable()
    this.#order.addVariable(variable)
    if (variable >= this.#phases.length) {
      this.#phases = withRoom(this.#phases, variable)
      this.#bestPhases = withRoom(this.#bestPhases, variable)
      this.#target = withRoom(this.#target, variable)
    }
    return 2 * variable
  }

  get variables(): number {
    return this.#trail.variables
  }

  clause(...literals: number[]): void {
    this.#backTo(0)
    const trail = this.#trail
    const open = [...new Set(literals)].filter(literal => trail.value(literal) !== -1)
    if (open.some(literal => trail.value(literal) === 1 || open.includes(literal ^ 1))) return
    const [only] = open
    if (only === undefined) this.#isBroken = true
    else if (open.length === 1) this.#settle(only)
    else this.#clauses.add(open, 0)
  }

  atMost(most: number, literals: readonly number[]): void {
    this.#backTo(0)
    const open = literals.filter(literal => this.#trail.value(literal) === 0)
    const room = most - literals.filter(literal => this.#trail.value(literal) === 1).length
    if (room < 0) this.#isBroken = true
    else if (room === 0) for (const literal of open) this.clause(literal ^ 1)
    else if (room < open.length) this.#atMosts.add(open, room, this.#trail)
  }

  /** What to try first for a variable. */
  prefer(literal: number): void {
    this.#phases[literal >> 1] = (literal & 1) === 0 ? 1 : -1
  }

  /** Whatever was tried so far, everything is tried as true (or false) first. */
  preferAll(isTrue: boolean): void {
    this.#backTo(0)
    this.#phases.fill(isTrue ? 1 : -1)
  }

  encourage(literal: number, times: number): void {
    this.#order.bump(literal >> 1, times)
  }

  /** Whether a literal is true in the last solution. */
  isTrue(literal: number): boolean {
    return at8(this.#model, literal) === 1
  }

  /** Whether a literal is settled for good: 1 true, -1 false. */
  settled(literal: number): number {
    return at(this.#trail.level, literal >> 1) === 0 ? this.#trail.value(literal) : 0
  }

  solve(assumptions: readonly number[] = [], mostConflicts = Infinity): Verdict {
    this.#backTo(0)
    this.core = []
    this.#analysis.assumed = assumptions.length
    this.#bestSize = 0
    this.#targetSize = 0
    this.#target.fill(0)
    const last = this.conflicts + mostConflicts
    while (!this.#isBroken) {
      const conflict = this.#propagate()
      if (conflict !== 0) {
        if (this.#trail.depth === 0) this.#isBroken = true
        else this.#learn(conflict, assumptions.length)
        continue
      }
      if (this.conflicts >= last) return this.#end('given up')
      if (this.conflicts >= this.#cleanAt) this.#clean()
      const decision = this.#decide(assumptions)
      if (decision === -1) return this.#end('satisfiable')
      if (decision === -2) return this.#end('unsatisfiable')
    }
    return 'unsatisfiable'
  }

  #end(verdict: Verdict): Verdict {
    if (verdict === 'satisfiable') this.#model = this.#trail.values.slice()
    this.#backTo(0)
    return verdict
  }

  #settle(literal: number): void {
    this.#trail.push(literal, 0)
    if (this.#propagate() !== 0) this.#isBroken = true
  }

  #propagate(): number {
    const trail = this.#trail
    while (trail.head < trail.size) {
      const literal = at(trail.literals, trail.head++)
      const refused = this.#atMosts.propagate(trail, literal)
      if (refused !== 0) return refused
      const broken = this.#clauses.propagate(trail, literal ^ 1)
      if (broken !== 0) return broken
    }
    return 0
  }

  #learn(conflict: number, assumed: number): void {
    const trail = this.#trail
    const analysis = this.#analysis
    this.conflicts++
    if (this.#pace.isSteady) this.#keepTarget()
    analysis.learnFrom(conflict)
    const { learnt, backTo, glue } = analysis
    this.#backTo(backTo)
    const [first = 0] = learnt
    trail.push(first, learnt.length === 1 ? 0 : this.#clauses.add(learnt, glue))
    this.#order.decay(this.#pace.memory)
    if (!this.#pace.isDue(glue)) return
    this.#backTo(Math.min(assumed, trail.depth))
    if (this.#pace.isSteady && this.conflicts >= this.#rephaseAt) this.#rephase()
  }

  #rephase(): void {
    this.#rephased++
    this.#rephaseAt = this.conflicts + (this.#pace.isFinding ? REPHASE * (this.#rephased + 1) : 3 * REPHASE)
    this.#targetSize = 0
    this.#target.fill(0)
    // From what is best so far; whoever looks for a solution also begins from nothing: all false, all true.
    if (!this.#pace.isFinding || this.#rephased % 2 === 1) this.#phases.set(this.#bestPhases)
    else this.#phases.fill(this.#rephased % 4 === 0 ? -1 : 1)
    this.#bestSize = 0
  }

  #keepTarget(): void {
    const trail = this.#trail
    // The level of the conflict itself is no good example.
    const size = trail.startOf(trail.depth)
    if (size > this.#targetSize) this.#targetSize = this.#copyTrail(size, this.#target)
    if (size > this.#bestSize) this.#bestSize = this.#copyTrail(size, this.#bestPhases)
  }

  #copyTrail(size: number, phases: Int8Array): number {
    phases.set(this.#phases)
    for (let place = 0; place < size; place++) {
      const literal = at(this.#trail.literals, place)
      phases[literal >> 1] = (literal & 1) === 0 ? 1 : -1
    }
    return size
  }

  /** Opens a level with the next assumption or guess; -1 when all is decided, -2 when an assumption fails. */
  #decide(assumptions: readonly number[]): number {
    const trail = this.#trail
    while (trail.depth < assumptions.length) {
      const literal = assumptions[trail.depth] ?? 0
      const value = trail.value(literal)
      if (value === -1) {
        this.core = [literal, ...this.#analysis.assumptionsBehind(literal)]
        return -2
      }
      trail.openLevel()
      if (value === 0) {
        trail.push(literal, 0)
        return literal
      }
    }
    for (;;) {
      const variable = this.#order.take()
      if (variable === -1) return -1
      if (trail.value(2 * variable) !== 0) continue
      const wanted = this.#pace.isFinding ? at8(this.#target, variable) : 0
      const phase = wanted === 0 ? at8(this.#phases, variable) : wanted
      const literal = 2 * variable + (phase === 1 ? 0 : 1)
      trail.openLevel()
      trail.push(literal, 0)
      return literal
    }
  }

  #backTo(depth: number): void {
    const trail = this.#trail
    if (trail.depth <= depth) return
    const start = trail.startOf(depth + 1)
    for (let place = trail.size - 1; place >= start; place--) {
      const literal = at(trail.literals, place)
      const variable = literal >> 1
      if (place < trail.head) this.#atMosts.undo(literal)
      trail.values[literal] = 0
      trail.values[literal ^ 1] = 0
      this.#phases[variable] = (literal & 1) === 0 ? 1 : -1
      this.#order.put(variable)
    }
    trail.size = start
    trail.head = Math.min(trail.head, start)
    trail.depth = depth
  }

  /** Forgets the worse half of what was learnt, so that propagation stays quick. */
  #clean(): void {
    this.#backTo(0)
    if (this.#propagate() !== 0) {
      this.#isBroken = true
      return
    }
    const clauses = this.#clauses
    const candidates = clauses.learnt
      .filter(clause => clauses.glue(clause) > 2)
      .sort((a, b) => clauses.glue(b) - clauses.glue(a) || clauses.size(b) - clauses.size(a))
    clauses.rebuild(this.#trail, new Set(candidates.slice(0, candidates.length >> 1)))
    this.#cleanAt = this.conflicts + 2_000 + Math.floor(clauses.learnt.length / 4)
  }
}

function withRoom(cells: Int8Array, length: number): Int8Array {
  const larger = new Int8Array(Math.max(1024, 2 * length))
  larger.set(cells)
  return larger
}
