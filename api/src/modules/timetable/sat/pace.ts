/**
 * When to begin anew: by turns quickly, when what is learnt gets worse than usual (good for proofs), and
 * seldom, after Luby's sequence (good for finding a solution).
 */
export class Pace {
  isSteady: boolean
  /** No turns: only for finding a solution, never for a proof. */
  readonly isFinding: boolean
  #recent = 0
  #usual = 0
  #since = 0
  #turn = 1
  #turnEnds = 1_000
  #steadyRestarts = 0
  #conflicts = 0

  constructor(isFinding: boolean) {
    this.isFinding = isFinding
    this.isSteady = isFinding
  }

  /** How much older conflicts count less than the last one. */
  get memory(): number {
    if (!this.isSteady) return 0.93
    return this.isFinding ? 0.95 : 0.97
  }

  /** After a conflict: whether to begin anew. */
  isDue(glue: number): boolean {
    this.#conflicts++
    this.#since++
    this.#recent += (glue - this.#recent) / 32
    this.#usual += (glue - this.#usual) / Math.min(8192, this.#conflicts)
    if (!this.isFinding && this.#conflicts >= this.#turnEnds) this.#changeTurn()
    const isDue = this.isSteady
      ? this.#since >= (this.isFinding ? 1024 : 512) * luby(this.#steadyRestarts + 1)
      : this.#since > 10 && this.#recent > 1.15 * this.#usual
    if (!isDue) return false
    this.#since = 0
    if (this.isSteady) this.#steadyRestarts++
    return true
  }

  #changeTurn(): void {
    this.isSteady = !this.isSteady
    this.#turn++
    this.#turnEnds = this.#conflicts + 1_000 * this.#turn
    this.#since = 0
  }
}

/** 1 1 2 1 1 2 4 1 1 2 … */
export function luby(place: number): number {
  let size = 1
  while (size < place + 1) size *= 2
  if (size === place + 1) return size / 2
  return luby(place - size / 2 + 1)
}
