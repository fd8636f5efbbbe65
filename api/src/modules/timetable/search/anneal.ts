import type { Instance, Schedule } from '../instance.ts'
import { at } from '../sat/cells.ts'
import { SwapBoard } from './swap-board.ts'

const HOTTEST = 0.5
const COLDEST = 0.1
/** Moves between two looks at the clock. */
const AT_ONCE = 2_000

/**
 * Betters a schedule by swaps, at first also such as make it worse, ever less so (simulated annealing).
 * Each schedule that keeps every rule and beats the best so far is handed on.
 */
export function anneal(
  instance: Instance,
  {
    start,
    fairness,
    seconds,
    random,
  }: { start: Schedule; fairness: number; seconds: number; random: () => number },
  onSchedule: (schedule: Schedule) => void,
): Schedule {
  const board = new SwapBoard(instance, start, fairness)
  const propose = proposer(instance, board, random)
  const begun = performance.now()
  let best = start
  let fewest = board.broken === 0 ? board.cost : Infinity
  for (;;) {
    const share = (performance.now() - begun) / (seconds * 1000)
    if (share >= 1 || fewest === 0) return best
    const heat = HOTTEST * (COLDEST / HOTTEST) ** share
    for (let tried = 0; tried < AT_ONCE; tried++) {
      const { meeting, slot } = propose()
      if (slot === at(board.slotOf, meeting) || !board.isOpen(meeting, slot)) continue
      const added = board.tryMove(meeting, slot)
      if (added > 0 && random() >= Math.exp(-added / heat)) continue
      board.move(meeting, slot, added)
      if (board.broken > 0 || board.cost >= fewest) continue
      fewest = board.cost
      best = Array.from(board.slotOf)
      onSchedule(best)
    }
  }
}

/** Half of the time somebody who waits; often a slot beside one in which they are busy already. */
function proposer(instance: Instance, board: SwapBoard, random: () => number) {
  const below = (count: number) => Math.floor(random() * count)
  const ofPerson: number[][] = Array.from({ length: instance.participants }, () => [])
  for (const [meeting, { between }] of instance.meetings.entries())
    for (const person of between) ofPerson[person]?.push(meeting)
  return () => {
    let meeting = below(instance.meetings.length)
    let person = instance.meetings[meeting]?.between[below(2)] ?? 0
    if (random() < 0.5) {
      for (let tries = 0; tries < 8 && board.breaksOf(person) === 0; tries++)
        person = below(instance.participants)
      const mine = ofPerson[person] ?? []
      meeting = mine[below(mine.length)] ?? meeting
    }
    let slot = below(instance.slots)
    if (random() < 0.4)
      for (let tries = 0; tries < 6 && !board.isBeside(person, slot); tries++) slot = below(instance.slots)
    return { meeting, slot }
  }
}

/** The same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
