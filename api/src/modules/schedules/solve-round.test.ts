import { expect, test } from 'vitest'
import { questionOf, type RoundPlan } from './round-plan.ts'
import { solveRound } from './solve-round.ts'

const party = (side: 'enterprise' | 'department', number: number) => ({
  ...{ id: `${side} ${number}`, side, name: `${side} ${number}`, seats: 1, most: null },
  ...{ rounds: [], away: [], booth: null },
})

/** One of 서울 2021: three days of eight slots, eight rooms, and as many meetings as there are seats. */
function fullRound(meetings: number): RoundPlan {
  const slots = Array.from({ length: 24 }, (_, number) => {
    const day = `2021-05-${18 + Math.floor(number / 8)}`
    const begins = Date.parse(`${day}T09:30:00+09:00`) + (number % 8) * 30 * 60_000
    return {
      ...{ id: `slot ${number}`, day, startsAt: new Date(begins).toISOString() },
      endsAt: new Date(begins + 25 * 60_000).toISOString(),
    }
  })
  const places = Array.from({ length: 8 }, (_, number) => ({
    ...{ id: `room ${number}`, name: `${number}`, kind: 'video' as const, area: null },
    capacity: slots.map(() => 1),
  }))
  const matches = Array.from({ length: meetings }, (_, number) => ({
    id: `match ${number}`,
    enterprise: `enterprise ${number % 57}`,
    department: `department ${(number * 5 + Math.floor(number / 57)) % 28}`,
  }))
  return {
    event: { id: 'event', centerId: 'center', fairness: 2 },
    round: { id: 'round', number: 1, title: '1회차', travelMinutes: 0, slots, places },
    parties: [
      ...Array.from({ length: 57 }, (_, number) => party('enterprise', number)),
      ...Array.from({ length: 28 }, (_, number) => party('department', number)),
    ],
    ...{ matches, begun: [], walkIns: [] },
  }
}

const ask = (plan: RoundPlan, seconds: number, signal = new AbortController().signal) =>
  solveRound(plan, questionOf(plan, new Map()), { seconds, signal, onProgress: () => {} })

test('a round without a seat to spare is timed, and one with a meeting too many is refused at once', async () => {
  const { status, slots } = await ask(fullRound(192), 2)
  expect(['optimal', 'feasible']).toContain(status)
  const taken = Map.groupBy(slots ?? [], slot => slot)
  expect([...taken.values()].map(({ length }) => length)).toEqual(Array.from({ length: 24 }, () => 8))
  const begun = performance.now()
  expect(await ask(fullRound(193), 2)).toMatchObject({ status: 'infeasible', slots: null })
  expect(performance.now() - begun).toBeLessThan(4_000)
})

test('whoever has no more time, or wants no more, is told so instead of waiting', async () => {
  expect(await ask(fullRound(192), 0.0015)).toMatchObject({
    ...{ status: 'unknown', slots: null },
    reason: expect.stringContaining('시간 안에 알아내지 못했습니다'),
  })
  expect(await ask(fullRound(192), 30, AbortSignal.abort())).toMatchObject({
    ...{ status: 'unknown', slots: null },
    reason: expect.stringContaining('멈췄습니다'),
  })
})
