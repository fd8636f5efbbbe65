import { readFileSync } from 'node:fs'
import { solveRound } from '@panro/api/src/modules/schedules/solve-round.ts'
import { questionOf, type RoundPlan } from '@panro/api/src/modules/schedules/round-plan.ts'
import { cellsOf } from '@panro/api/src/modules/schedules/keep-draft.ts'
import { fewestMoves } from '@panro/api/src/modules/timetable/board/fewest-moves.ts'

/**
 * How long a round of the size of Seoul's 2021 event takes: 28 departments, 57 enterprises, 192 meetings, in 8 to 30
 * video rooms; and how many meetings move when one room fails for one slot, or one participant is late.
 */
const closedOnce = <Board extends { capacity: readonly number[] }>(board: Board): Board => ({
  ...board,
  capacity: board.capacity.map((places, slot) => (slot === 3 ? places - 1 : places)),
})

const seconds = 5
console.log(`load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`)
for (const rooms of [14, 16, 20, 30]) await measure(15, rooms)
await measure(26, 8)

async function measure(slots: number, rooms: number) {
  const plan = seoulRound(slots, rooms)
  const question = questionOf(plan, new Map())
  const begun = performance.now()
  const { signal } = new AbortController()
  let first = 0
  const solved = await solveRound(plan, question, {
    seconds,
    signal,
    onProgress: ({ breaks }) => {
      if (breaks !== null && first === 0) first = performance.now() - begun
    },
  })
  const cells = solved.slots && cellsOf(plan, solved.slots, new Map())
  const took = performance.now() - begun
  const repair = solved.slots && fewestMoves(closedOnce(question.board), question.pairings, solved.slots)
  const { status, breaks, bound } = solved
  console.log(
    `${slots} slots × ${rooms} rooms: ${status}, ${breaks} breaks (at least ${bound}), first after ${Math.round(first)} ms, ` +
      `${cells?.cells.length ?? 0} of ${plan.matches.length} placed, ${cells?.placeChanges ?? '-'} place changes, ` +
      `${(took / 1000).toFixed(1)} s; one room closed in a slot: ${typeof repair === 'object' ? repair?.moved : repair} moved`,
  )
}

function seoulRound(slots: number, rooms: number): RoundPlan {
  const party = (side: 'enterprise' | 'department', number: number) => ({
    id: `${side} ${number}`,
    side,
    name: `${side} ${number}`,
    seats: 1,
    most: null,
    rounds: [],
    away: [],
    booth: null,
  })
  const parties = [
    ...Array.from({ length: 57 }, (_, number) => party('enterprise', number)),
    ...Array.from({ length: 28 }, (_, number) => party('department', number)),
  ]
  const matches = Array.from({ length: 192 }, (_, number) => ({
    id: `match ${number}`,
    enterprise: `enterprise ${number % 57}`,
    department: `department ${(number * 5 + Math.floor(number / 57)) % 28}`,
  }))
  const first = Date.parse('2027-02-10T09:30:00+09:00')
  const round = {
    id: 'round',
    number: 1,
    title: '1회차',
    travelMinutes: 0,
    slots: Array.from({ length: slots }, (_, number) => ({
      id: `slot ${number}`,
      day: '2027-02-10',
      startsAt: new Date(first + number * 25 * 60_000).toISOString(),
      endsAt: new Date(first + (number * 25 + 20) * 60_000).toISOString(),
    })),
    places: Array.from({ length: rooms }, (_, number) => ({
      id: `room ${number}`,
      name: `화상방 ${number + 1}`,
      kind: 'video' as const,
      area: null,
      capacity: Array.from({ length: slots }, () => 1),
    })),
  }
  return {
    event: { id: 'event', centerId: 'center', fairness: 2 },
    round,
    parties,
    matches,
    begun: [],
    walkIns: [],
  }
}
