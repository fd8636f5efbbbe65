/**
 * Chance that repeats: the same seed gives the same demo on every machine. (Mulberry32: 32 bits of state, plenty
 * for dealing out words, and worthless for anything that must not be guessed.)
 */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to 1, without 1. */
  next(): number {
    return this.bits() / 2 ** 32
  }

  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  isLucky(chance: number): boolean {
    return this.next() < chance
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.between(0, things.length - 1)]
    if (thing === undefined) throw new Error('Nothing to pick from.')
    return thing
  }

  pickWeighted<Thing extends { weight: number }>(things: readonly Thing[]): Thing {
    let left = this.next() * things.reduce((sum, thing) => sum + thing.weight, 0)
    const thing = things.find(thing => (left -= thing.weight) < 0) ?? things.at(-1)
    if (thing === undefined) throw new Error('Nothing to pick from.')
    return thing
  }

  /** So many different ones, or all there are, in an order of chance. */
  sample<Thing>(things: readonly Thing[], count: number): Thing[] {
    const left = [...things]
    const taken: Thing[] = []
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(this.between(0, left.length - 1), 1))
    return taken
  }
}
