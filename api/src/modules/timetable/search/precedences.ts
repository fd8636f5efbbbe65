import type { Instance } from '../instance.ts'
import { at } from './cells.ts'

/** Which meetings must be over before which, and how many of these rules a swap breaks. */
export class Precedences {
  readonly #earlier: readonly (readonly number[])[]
  readonly #later: readonly (readonly number[])[]
  readonly isEmpty: boolean

  constructor({ meetings }: Instance) {
    const later: number[][] = meetings.map(() => [])
    for (const [meeting, { after }] of meetings.entries())
      for (const earlier of after) later[earlier]?.push(meeting)
    this.#earlier = meetings.map(({ after }) => after)
    this.#later = later
    this.isEmpty = later.every(({ length }) => length === 0)
  }

  /** Broken after the meetings of a chain have changed between two slots, less those broken before. */
  change(
    slotOf: Int32Array,
    chain: Int32Array,
    inChain: (meeting: number) => boolean,
    from: number,
    to: number,
  ): number {
    const then = (meeting: number) => {
      const slot = at(slotOf, meeting)
      if (!inChain(meeting)) return slot
      return slot === from ? to : from
    }
    let change = 0
    for (const meeting of chain) {
      const now = at(slotOf, meeting)
      const next = now === from ? to : from
      for (const earlier of this.#earlier[meeting] ?? [])
        change += Number(then(earlier) >= next) - Number(at(slotOf, earlier) >= now)
      // Where both are in the chain, the later one has counted the pair.
      for (const later of this.#later[meeting] ?? [])
        if (!inChain(later)) change += Number(next >= at(slotOf, later)) - Number(now >= at(slotOf, later))
    }
    return change
  }
}
