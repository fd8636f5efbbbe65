import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitingIn } from './breaks.ts'
import { violationsIn } from './check.ts'
import type { Instance, Schedule } from './instance.ts'
import { smallInstance } from './testing/small-instances.ts'

/** The rules once more, slot by slot and as plainly as can be. */
function isAllowed(instance: Instance, schedule: Schedule, fairness: number): boolean {
  const breaks: number[] = []
  for (let person = 0; person < instance.participants; person++) {
    let day = ''
    for (let slot = 0; slot < instance.slots; slot++) {
      const here = instance.meetings.filter(
        ({ between }, meeting) => between.includes(person) && schedule[meeting] === slot,
      )
      if (here.length > 1 || (here.length === 1 && instance.away[person]?.has(slot))) return false
      day += here.length
    }
    breaks.push(day.match(/(?<=1)0+(?=1)/g)?.length ?? 0)
  }
  for (let slot = 0; slot < instance.slots; slot++)
    if (schedule.filter(one => one === slot).length > instance.tables) return false
  const areMeetingsRight = instance.meetings.every(({ session, fixed, after }, meeting) => {
    const slot = schedule[meeting] ?? -1
    if (session === 'morning' && slot >= instance.morningSlots) return false
    if (session === 'afternoon' && slot < instance.morningSlots) return false
    return (fixed ?? slot) === slot && after.every(earlier => (schedule[earlier] ?? 99) < slot)
  })
  return areMeetingsRight && Math.max(...breaks) - Math.min(...breaks) <= fairness
}

test('the checker allows what the rules allow, and nothing else', () => {
  const verdicts = { allowed: 0, refused: 0 }
  const drawn = smallInstance.chain(instance =>
    fc.record({
      instance: fc.constant(instance),
      schedule: fc.tuple(...instance.meetings.map(() => fc.nat(instance.slots - 1))),
      fairness: fc.nat(2),
    }),
  )
  fc.assert(
    fc.property(drawn, ({ instance, schedule, fairness }) => {
      const isRight = isAllowed(instance, schedule, fairness)
      verdicts[isRight ? 'allowed' : 'refused']++
      expect(violationsIn(instance, schedule, fairness).length === 0).toBe(isRight)
    }),
    { numRuns: 3_000, seed: 20261121 },
  )
  // Both verdicts were put to the test.
  expect(verdicts.allowed).toBeGreaterThan(100)
  expect(verdicts.refused).toBeGreaterThan(100)
})

test('a break is one wait, however long; idle counts its slots', () => {
  const instance: Instance = {
    participants: 2,
    slots: 6,
    morningSlots: 6,
    tables: 1,
    meetings: [0, 1, 2].map(() => ({ between: [0, 1], session: 'any', fixed: null, after: [] })),
    away: [new Set(), new Set()],
  }
  expect(waitingIn(instance, [0, 3, 4])).toEqual({ breaks: 2, idle: 4, breaksOf: [1, 1] })
})
