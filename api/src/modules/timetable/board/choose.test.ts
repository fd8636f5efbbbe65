import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board, Pairing } from './board.ts'
import { choose, type Candidate } from './choose.ts'
import { fewestMoves } from './fewest-moves.ts'
import { place } from './place.ts'

/** Small enough to try every timetable: two enterprises and two departments, up to 3 slots, up to 4 pairs. */
const people = 4

const smallBoard: fc.Arbitrary<Board> = fc.integer({ min: 1, max: 3 }).chain(slots =>
  fc.record({
    slots: fc.constant(slots),
    capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: slots, maxLength: slots }),
    parties: fc.array(
      fc.record({
        seats: fc.integer({ min: 1, max: 2 }),
        away: fc.array(fc.nat(slots - 1), { maxLength: 1 }).map(list => new Set(list)),
      }),
      { minLength: people, maxLength: people },
    ),
  }),
)

const pairs: [number, number][] = [
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
]
const somePairs = fc.shuffledSubarray(pairs, { minLength: 1 })

const pairing = (between: [number, number]): Pairing => ({ between, fixed: null })

/** Whether any way to give each a slot keeps the rules; shares nothing with the solver. */
function canAllMeet({ slots, capacity, parties }: Board, pairings: readonly Pairing[]): boolean {
  for (let number = 0; number < slots ** pairings.length; number++) {
    const slotOf = (index: number) => Math.floor(number / slots ** index) % slots
    const isFixed = pairings.every(({ fixed }, index) => fixed === null || fixed === slotOf(index))
    const isKept =
      isFixed &&
      Array.from({ length: slots }, (_, slot) => slot).every(slot => {
        const here = pairings.filter((_, index) => slotOf(index) === slot)
        return (
          here.length <= (capacity[slot] ?? 0) &&
          parties.every(({ seats, away }, party) => {
            const mine = here.filter(({ between }) => between.includes(party)).length
            return mine <= seats && (mine === 0 || !away.has(slot))
          })
        )
      })
    if (isKept) return true
  }
  return false
}

test('the solver finds a timetable just when there is one', () => {
  const property = fc.property(smallBoard, somePairs, (board, chosen) => {
    const pairings = chosen.map(pairing)
    expect(typeof place(board, pairings) === 'string').toBe(!canAllMeet(board, pairings))
  })
  fc.assert(property, { numRuns: 400 })
})

test('no wish is left out that a timetable could keep beside all that were chosen before it', () => {
  const most = fc.array(fc.constantFrom(null, null, 1, 2), { minLength: people, maxLength: people })
  const property = fc.property(smallBoard, somePairs, most, (board, wished, mosts) => {
    const candidates = wished.map((between): Candidate => ({
      between,
      boards: [0],
      isFirm: false,
      isProven: true,
    }))
    const { boards, hindrances } = choose([board], mosts, candidates)
    const chosen = wished.filter((_, number) => boards[number] === 0)
    expect(canAllMeet(board, chosen.map(pairing))).toBe(true)
    const countOf = (party: number, list: readonly [number, number][]) =>
      list.filter(between => between.includes(party)).length
    for (const [number, between] of wished.entries()) {
      if (boards[number] === 0) continue
      const withIt = [...chosen, between]
      const isOverCap = between.some(party => countOf(party, withIt) > (mosts[party] ?? Infinity))
      expect({
        hindrance: hindrances[number],
        couldMeet: !isOverCap && canAllMeet(board, withIt.map(pairing)),
      }).toEqual({
        hindrance: expect.anything(),
        couldMeet: false,
      })
    }
  })
  fc.assert(property, { numRuns: 400 })
})

test('a repair moves as few as can be', () => {
  const property = fc.property(smallBoard, somePairs, fc.nat(), (board, chosen, closed) => {
    const pairings = chosen.map(pairing)
    const before = place(board, pairings)
    if (typeof before === 'string') return
    const capacity = board.capacity.map((places, slot) => (slot === closed % board.slots ? 0 : places))
    const changed = { ...board, capacity }
    const repaired = fewestMoves(changed, pairings, before)
    expect(repaired === 'impossible').toBe(!canAllMeet(changed, pairings))
    if (typeof repaired === 'string') return
    const fixedBut = (moving: readonly number[]) =>
      pairings.map((one, number) =>
        moving.includes(number) ? one : { ...one, fixed: before[number] ?? null },
      )
    const subsets = Array.from({ length: 2 ** pairings.length }, (_, bits) =>
      pairings.map((_one, number) => number).filter(number => (bits >> number) % 2 === 1),
    )
    const fewest = Math.min(
      ...subsets.filter(moving => canAllMeet(changed, fixedBut(moving))).map(({ length }) => length),
    )
    expect(repaired.moved).toBe(fewest)
    expect(repaired.isProven).toBe(true)
  })
  fc.assert(property, { numRuns: 200 })
})

test('a round of the size of Seoul is chosen from 28 departments and 57 enterprises', () => {
  const departments = 28
  const parties = Array.from({ length: departments + 57 }, () => ({ seats: 1, away: new Set<number>() }))
  const board = { slots: 15, capacity: Array.from({ length: 15 }, () => 14), parties }
  const candidates = Array.from({ length: 57 * departments }, (_, number): Candidate => {
    const enterprise = departments + (number % 57)
    return { between: [enterprise, (number * 5) % departments], boards: [0], isFirm: false, isProven: true }
  })
  const begun = performance.now()
  const { boards } = choose(
    [board],
    parties.map((_, party) => (party < departments ? 7 : 4)),
    candidates,
  )
  expect(boards.filter(found => found === 0).length).toBeGreaterThan(190)
  expect(performance.now() - begun).toBeLessThan(5_000)
})
