import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitingIn } from '../breaks.ts'
import { violationsIn } from '../check.ts'
import type { Schedule } from '../instance.ts'
import { allSchedules, smallInstance } from '../testing/small-instances.ts'
import { anneal, randomFrom } from './anneal.ts'
import { SwapBoard } from './swap-board.ts'

test('after any number of swaps the board knows its cost, and books nobody twice', () => {
  let swaps = 0
  fc.assert(
    fc.property(smallInstance, fc.nat(2), fc.nat(), (instance, fairness, seed) => {
      const [start] = [...allSchedules(instance)].filter(one => violationsIn(instance, one, 2).length === 0)
      if (start === undefined) return
      const random = randomFrom(seed)
      const board = new SwapBoard(instance, start, fairness)
      for (let turn = 0; turn < 30; turn++) {
        const meeting = Math.floor(random() * instance.meetings.length)
        const slot = Math.floor(random() * instance.slots)
        if (slot === board.slotOf[meeting] || !board.isOpen(meeting, slot)) continue
        const cost = board.cost
        const added = board.tryMove(meeting, slot)
        expect(board.cost).toBe(cost)
        if (added === Infinity) continue
        board.move()
        expect(board.cost).toBe(cost + added)
        swaps++
      }
      const fresh = new SwapBoard(instance, Array.from(board.slotOf), fairness)
      const violations = violationsIn(instance, Array.from(board.slotOf), fairness)
      expect(violations.filter(violation => violation.includes('at once'))).toEqual([])
      expect(board.breaks).toBe(fresh.breaks)
      expect(fresh.breaks).toBe(waitingIn(instance, Array.from(board.slotOf)).breaks)
      if (board.broken === 0) expect(violations).toEqual([])
    }),
    { numRuns: 300, seed: 20261121 },
  )
  expect(swaps).toBeGreaterThan(500)
})

test('whatever annealing hands on keeps every rule, and is better than what it began with', () => {
  let better = 0
  fc.assert(
    fc.property(smallInstance, fc.nat(2), (instance, fairness) => {
      const allowed = [...allSchedules(instance)].filter(
        one => violationsIn(instance, one, fairness).length === 0,
      )
      const breaks = (schedule: Schedule) => waitingIn(instance, schedule).breaks
      const start = allowed.sort((a, b) => breaks(b) - breaks(a))[0]
      if (start === undefined) return
      const found: Schedule[] = []
      const options = { start, fairness, seconds: 0.005, random: randomFrom(1) }
      anneal(instance, options, schedule => found.push(schedule))
      for (const schedule of found) {
        expect(violationsIn(instance, schedule, fairness)).toEqual([])
        expect(breaks(schedule)).toBeLessThan(breaks(start))
        better++
      }
    }),
    { numRuns: 100, seed: 20261121 },
  )
  expect(better).toBeGreaterThan(10)
})
