import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitingIn } from '../breaks.ts'
import { violationsIn } from '../check.ts'
import { modelOf } from '../encode/build.ts'
import { FINDING, PROVING } from '../encode/model.ts'
import type { Instance, Schedule } from '../instance.ts'
import { findCoreReason } from '../reasons/core-reason.ts'
import { plainReason } from '../reasons/plain-reason.ts'
import { allSchedules, smallInstance } from '../testing/small-instances.ts'
import { improve } from './improve.ts'
import { prove } from './prove.ts'

/** By trying them all; null if there is none. */
function fewestBreaks(instance: Instance, fairness: number): number | null {
  let fewest: number | null = null
  for (const schedule of allSchedules(instance)) {
    if (violationsIn(instance, schedule, fairness).length > 0) continue
    const { breaks } = waitingIn(instance, schedule)
    fewest = Math.min(fewest ?? breaks, breaks)
  }
  return fewest
}

const manners = [PROVING, FINDING] as const

test('what is proven is what trying every schedule finds', { timeout: 60_000 }, () => {
  const seen = { impossible: 0, without: 0, withBreaks: 0 }
  fc.assert(
    fc.property(smallInstance, fc.nat(2), fc.constantFrom(...manners), (instance, fairness, manner) => {
      const fewest = fewestBreaks(instance, fairness)
      seen[fewest === null ? 'impossible' : fewest === 0 ? 'without' : 'withBreaks']++
      const schedules: Schedule[] = []
      let bound = 0
      const isFeasible = prove(modelOf(instance, fairness, manner), {
        onBound: proven => (bound = proven),
        onSchedule: schedule => schedules.push(schedule),
      })
      expect(isFeasible).toBe(fewest !== null)
      for (const schedule of schedules) expect(violationsIn(instance, schedule, fairness)).toEqual([])
      if (fewest === null) return
      expect(bound).toBe(fewest)
      expect(Math.min(...schedules.map(schedule => waitingIn(instance, schedule).breaks))).toBe(fewest)
    }),
    { numRuns: 400, seed: 20261121 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15)
})

/** Nothing is known from elsewhere. */
const standing = () => ({ bound: 0, breaks: Infinity })

test('searching from above ends at what trying every schedule finds', { timeout: 60_000 }, () => {
  const seen = { impossible: 0, without: 0, withBreaks: 0 }
  fc.assert(
    fc.property(smallInstance, fc.nat(2), fc.boolean(), (instance, fairness, isWarm) => {
      const fewest = fewestBreaks(instance, fairness)
      seen[fewest === null ? 'impossible' : fewest === 0 ? 'without' : 'withBreaks']++
      const allowed = [...allSchedules(instance)].filter(
        one => violationsIn(instance, one, fairness).length === 0,
      )
      const schedules: Schedule[] = []
      let bound = 0
      const isFeasible = improve(
        instance,
        { seconds: 0.05, fairness, seed: 1, start: isWarm ? (allowed[0] ?? null) : null, standing },
        { onBound: proven => (bound = proven), onSchedule: schedule => schedules.push(schedule) },
      )
      expect(isFeasible).toBe(fewest !== null)
      for (const schedule of schedules) expect(violationsIn(instance, schedule, fairness)).toEqual([])
      expect(bound).toBe(fewest ?? 0)
    }),
    { numRuns: 200, seed: 20261121 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
})

test('every impossible instance gets a reason, and no possible one does', { timeout: 60_000 }, () => {
  const seen = { plain: 0, core: 0 }
  fc.assert(
    fc.property(smallInstance, fc.nat(2), (instance, fairness) => {
      const isPossible = fewestBreaks(instance, fairness) !== null
      const plain = plainReason(instance)
      if (isPossible) expect(plain).toBeNull()
      const reasons: string[] = []
      findCoreReason(instance, fairness, reason => reasons.push(reason))
      expect(reasons.length > 0).toBe(!isPossible)
      if (!isPossible) seen[plain === null ? 'core' : 'plain']++
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10)
})
