import { Cadical, loadCadical } from 'cadical-wasm'
import { addAtMost } from './at-most.ts'
import type { Formula } from './formula.ts'
import { goOnUnlessStopped, isStopped } from './stop.ts'

export type Verdict = 'satisfiable' | 'unsatisfiable' | 'given up'

const cadical = await loadCadical()

/** A formula, and CaDiCaL to be asked whether it can hold. */
export class Solver implements Formula {
  /** The assumptions that cannot hold together, after 'unsatisfiable'; empty if nothing can hold. */
  core: number[] = []
  readonly #engine: Cadical
  #variables = 0
  #model: readonly boolean[] = []

  /** `isSteady`: seldom begins anew, and keeps to what it found best so far. */
  constructor({ isSteady = false }: { isSteady?: boolean } = {}) {
    // Asked often and for little, it would spend more on guessing luckily beforehand than on the question.
    this.#engine = new Cadical(cadical, { quiet: true, lucky: false, stabilizeonly: isSteady })
    this.#engine.setTerminate(isStopped)
  }

  [Symbol.dispose](): void {
    this.#engine.dispose()
  }

  variable(): number {
    this.#engine.newVar()
    return 2 * this.#variables++
  }

  clause(...literals: number[]): void {
    this.#engine.addClause(literals.map(signed))
  }

  atMost(most: number, literals: readonly number[]): void {
    addAtMost(this, most, literals)
  }

  /** What to try first for a variable. */
  prefer(literal: number): void {
    this.#engine.phase(signed(literal))
  }

  /** Whether a literal is true in the last solution. */
  isTrue(literal: number): boolean {
    return this.#model[literal >> 1] === ((literal & 1) === 0)
  }

  /** 'given up' after so many conflicts. */
  solve(assumptions: readonly number[] = [], conflicts = Infinity): Verdict {
    this.core = []
    const status = this.#engine.solve({
      assumptions: assumptions.map(signed),
      ...(conflicts === Infinity ? {} : { conflicts }),
    })
    goOnUnlessStopped()
    if (status === 'unknown') return 'given up'
    if (status === 'unsatisfiable') this.core = this.#engine.failedAssumptions().map(unsigned)
    // Kept, because it is gone as soon as anything is added.
    else
      this.#model = Array.from({ length: this.#variables }, (_, variable) => this.#engine.value(variable + 1))
    return status
  }
}

const signed = (literal: number) => ((literal & 1) === 0 ? 1 : -1) * ((literal >> 1) + 1)
const unsigned = (number: number) => 2 * (Math.abs(number) - 1) + (number > 0 ? 0 : 1)
