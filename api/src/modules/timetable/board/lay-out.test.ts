import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTo, type Board, type Pairing } from './board.ts'
import { layOut } from './lay-out.ts'
import { settle } from './place.ts'

const departments = 8
const enterprises = 14

/** Any departments with any enterprises, each pair once. */
const somePairs = (least: number, most: number): fc.Arbitrary<Pairing[]> =>
  fc.uniqueArray(fc.nat(departments * enterprises - 1), { minLength: least, maxLength: most }).map(numbers =>
    numbers.map(number => ({
      between: [number % departments, departments + Math.floor(number / departments)],
      fixed: null,
    })),
  )

const meetingsOf = (party: number, pairings: readonly Pairing[]) =>
  pairings.filter(({ between }) => between.includes(party)).length

/** Of whoever sits, nobody breaks a rule; shares nothing with the seating. */
function brokenIn(board: Board, pairings: readonly Pairing[], slots: readonly (number | null)[]): string[] {
  const broken: string[] = []
  for (const [number, slot] of slots.entries()) {
    const pairing = pairings[number]
    if (slot !== null && pairing && !openTo(board, pairing).includes(slot))
      broken.push(`${number} in ${slot}`)
  }
  for (let slot = 0; slot < board.slots; slot++) {
    const here = pairings.filter((_, number) => slots[number] === slot)
    if (here.length > (board.capacity[slot] ?? 0)) broken.push(`slot ${slot} holds ${here.length}`)
    for (const [party, { seats }] of board.parties.entries())
      if (meetingsOf(party, here) > seats) broken.push(`${party} is booked too often in ${slot}`)
  }
  return broken
}

test('where nobody is ever away, every board that is just large enough is filled to the last seat', () => {
  const property = fc.property(somePairs(1, 60), fc.nat(3), (pairings, spare) => {
    const parties = Array.from({ length: departments + enterprises }, () => ({
      seats: 1,
      away: new Set<number>(),
    }))
    const busiest = Math.max(...parties.map((_, party) => meetingsOf(party, pairings)))
    const slots = busiest + spare
    // No slot has a place more than it must: all together there are as few as can be.
    const most = Math.ceil(pairings.length / slots)
    const capacity = Array.from({ length: slots }, (_, slot) =>
      slot < pairings.length - (most - 1) * slots ? most : most - 1,
    )
    const board = { slots, capacity, parties }
    const laid = layOut(board, pairings)
    expect(laid).not.toContain(null)
    expect(brokenIn(board, pairings, laid)).toEqual([])
  })
  fc.assert(property, { numRuns: 300 })
})

const slots = 9
const anyBoard: fc.Arbitrary<Board> = fc.record({
  slots: fc.constant(slots),
  capacity: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: slots, maxLength: slots }),
  parties: fc.array(
    fc.record({
      seats: fc.constantFrom(1, 1, 1, 2),
      away: fc.uniqueArray(fc.nat(slots - 1), { maxLength: 4 }).map(list => new Set(list)),
    }),
    { minLength: departments + enterprises, maxLength: departments + enterprises },
  ),
})

test('whatever the board, who is laid out breaks no rule, and who has a slot that is free keeps it', () => {
  const fixedSome = fc.array(fc.option(fc.nat(slots - 1), { freq: 2 }), { minLength: 60, maxLength: 60 })
  const property = fc.property(anyBoard, somePairs(1, 60), fixedSome, (board, plain, fixed) => {
    const pairings = plain.map((one, number) => ({
      ...one,
      fixed: number % 5 === 0 ? (fixed[number] ?? null) : null,
    }))
    const laid = layOut(board, pairings)
    expect(brokenIn(board, pairings, laid)).toEqual([])
    const seated = pairings.filter((_, number) => laid[number] !== null)
    const near = laid.filter(slot => slot !== null)
    expect(layOut(board, seated, near)).toEqual(near)
  })
  fc.assert(property, { numRuns: 300 })
})

test('of boards that are almost full, hardly one is left to the solver that it could fill', () => {
  const missed = { boards: 0, possible: 0 }
  const property = fc.property(anyBoard, somePairs(28, 40), (board, pairings) => {
    const laid = layOut(board, pairings)
    const isWhole = !laid.includes(null)
    const placing = settle(board, pairings, { begin: laid, mostConflicts: 1_000 })
    if (isWhole) expect(placing).not.toBe('impossible')
    if (typeof placing === 'string') return
    missed.possible++
    if (!isWhole) missed.boards++
  })
  fc.assert(property, { numRuns: 100, seed: 2021 })
  expect(missed.possible).toBeGreaterThan(15)
  expect(missed.boards).toBeLessThanOrEqual(missed.possible * 0.1)
})
