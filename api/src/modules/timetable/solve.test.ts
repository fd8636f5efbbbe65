import { expect, test } from 'vitest'
import { violationsIn } from './check.ts'
import type { Instance, Meeting } from './instance.ts'
import { printedAnswer } from './printed-answer.ts'
import { solve, type Progress } from './solve.ts'

const meeting = (one: number, other: number, more: Partial<Meeting> = {}): Meeting => ({
  between: [one, other],
  session: 'any',
  fixed: null,
  after: [],
  ...more,
})

const instanceOf = (given: Partial<Instance> & Pick<Instance, 'participants' | 'meetings'>): Instance => ({
  slots: 4,
  morningSlots: 2,
  tables: 2,
  away: Array.from({ length: given.participants }, () => new Set<number>()),
  ...given,
})

/** Everybody of one side meets everybody of the other: far too much for a second or two. */
const crowd = (size: number, slots: number) =>
  instanceOf({
    participants: 2 * size,
    slots,
    morningSlots: slots >> 1,
    tables: size - 3,
    meetings: Array.from({ length: size * size }, (_, pair) =>
      meeting(pair % size, size + Math.floor(pair / size)),
    ).filter((_, pair) => pair % 3 !== 0),
  })

test('an optimal timetable is printed with slots counted from 1', async () => {
  const instance = instanceOf({
    participants: 3,
    meetings: [
      meeting(0, 1, { fixed: 0 }),
      meeting(0, 2, { session: 'afternoon' }),
      meeting(1, 2, { fixed: 1 }),
    ],
  })
  const answer = await solve(instance, { seconds: 10, fairness: 2 })
  expect(JSON.parse(printedAnswer(answer))).toMatchObject({
    status: 'optimal',
    breaks: 1,
    bound: 1,
    idle: 1,
    slots: { 1: 1, 2: 3, 3: 2 },
  })
})

test('an impossible timetable says why, in words to act on', async () => {
  const busy = instanceOf({
    participants: 6,
    meetings: [1, 2, 3, 4, 5].map(other => meeting(0, other)),
    away: [new Set([3]), ...Array.from({ length: 5 }, () => new Set<number>())],
  })
  const answer = await solve(busy, { seconds: 10, fairness: 2 })
  expect(answer).toMatchObject({ status: 'infeasible', schedule: null })
  expect(answer.reason).toContain('참가자 1: 상담 5건, 쓸 수 있는 시간 3칸')
})

test('where only fairness stands in the way, the reason says so', async () => {
  // Two fixed meetings with a hole between them, and nobody else who waits.
  const unfair = instanceOf({
    participants: 3,
    meetings: [meeting(0, 1, { fixed: 0 }), meeting(0, 2, { fixed: 2 })],
  })
  const answer = await solve(unfair, { seconds: 10, fairness: 0 })
  expect(answer.status).toBe('infeasible')
  expect(answer.reason).toContain('공평성만 풀어도 시간표가 나옵니다')
  expect(await solve(unfair, { seconds: 10, fairness: 1 })).toMatchObject({ status: 'optimal', breaks: 1 })
})

test('the answer comes in time, with a bound, and never breaks a rule', async () => {
  const instance = crowd(20, 17)
  const begun = performance.now()
  const answer = await solve(instance, { seconds: 2, fairness: 2 })
  expect(performance.now() - begun).toBeLessThan(2_500)
  expect(['feasible', 'optimal', 'unknown']).toContain(answer.status)
  expect(answer.bound).toBeLessThanOrEqual(answer.breaks ?? Infinity)
  if (answer.schedule !== null) expect(violationsIn(instance, answer.schedule, 2)).toEqual([])
})

test('who cancels gets what was found until then, at once', async () => {
  const cancel = new AbortController()
  const seen: Progress[] = []
  const begun = performance.now()
  const answer = await solve(crowd(20, 17), {
    seconds: 60,
    fairness: 2,
    signal: cancel.signal,
    onProgress: progress => {
      seen.push(progress)
      if (progress.schedule !== null) cancel.abort()
    },
  })
  expect(performance.now() - begun).toBeLessThan(15_000)
  expect(seen.length).toBeGreaterThan(0)
  expect(answer.status === 'feasible' || answer.status === 'optimal').toBe(true)
  expect(answer.breaks).toBe(seen.at(-1)?.breaks)
})
