import { meetingsByParticipant, type Instance, type Schedule } from '../instance.ts'
import { goOnUnlessStopped } from '../sat/stop.ts'
import { at } from './cells.ts'
import { SwapBoard } from './swap-board.ts'

const HOTTEST = 0.5
const COLDEST = 0.1
/** Moves between two looks at the clock. */
const AT_ONCE = 1_000
const FIRST_CYCLE = 3_000_000

interface Options {
  start: Schedule
  fairness: number
  /** It ends with either. */
  seconds: number
  cycles?: number
  random: () => number
}

/**
 * Betters a schedule by swaps, at first also such as make it worse, ever less so (simulated annealing); then
 * again, and more slowly. How fast it cools goes by moves, not by the clock, so that a run can be repeated.
 * Each schedule that keeps every rule and beats the best so far is handed on.
 */
export function anneal(
  instance: Instance,
  { start, fairness, seconds, cycles = Infinity, random }: Options,
  onSchedule: (schedule: Schedule) => void,
): Schedule {
  const board = new SwapBoard(instance, start, fairness)
  const propose = proposer(instance, board, random)
  const ends = performance.now() + seconds * 1000
  let best = start
  let fewest = board.broken === 0 ? board.breaks : Infinity
  let cycle = FIRST_CYCLE
  let left = cycles
  for (let moves = 0; fewest > 0 && performance.now() < ends; moves += AT_ONCE) {
    goOnUnlessStopped()
    if (moves >= cycle) {
      if (--left === 0) break
      moves = 0
      cycle *= 1.5
    }
    const heat = HOTTEST * (COLDEST / HOTTEST) ** (moves / cycle)
    for (let tried = 0; tried < AT_ONCE; tried++) {
      const { meeting, slot } = propose()
      if (slot === at(board.slotOf, meeting) || !board.isOpen(meeting, slot)) continue
      if (board.tryMove(meeting, slot) > -heat * Math.log(random())) continue
      board.move()
      if (board.broken > 0 || board.breaks >= fewest) continue
      fewest = board.breaks
      best = Array.from(board.slotOf)
      onSchedule(best)
    }
  }
  return best
}

/** Half of the time somebody who waits; often a slot beside one in which they are busy already. */
function proposer(instance: Instance, board: SwapBoard, random: () => number) {
  const below = (count: number) => Math.floor(random() * count)
  const ofPerson = meetingsByParticipant(instance)
  const proposal = { meeting: 0, slot: 0 }
  return () => {
    let meeting = below(instance.meetings.length)
    let person = instance.meetings[meeting]?.between[below(2)] ?? 0
    const wantsWaiting = board.waiting.size > 0 && random() < 0.5
    if (wantsWaiting) {
      person = board.waiting.at(below(board.waiting.size))
      const mine = ofPerson[person] ?? []
      meeting = mine[below(mine.length)] ?? meeting
    }
    let slot = below(instance.slots)
    if (wantsWaiting || random() < 0.4)
      for (let tries = 0; tries < 6 && !board.isBeside(person, slot); tries++) slot = below(instance.slots)
    proposal.meeting = meeting
    proposal.slot = slot
    return proposal
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
