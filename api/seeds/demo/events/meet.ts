import { addDays } from '../../../src/platform/day.ts'
import type { Occasion, Round, Slot } from './occasion.ts'
import { meetingRow, writeOutcome } from './outcomes.ts'
import { instantAt, madeAt, newRowId, type Stage } from './stage.ts'

interface Meetings {
  round: Round
  placeIds: string[]
  enterprises: string[]
  departments: string[]
  count: number
  /** Every so many nobody came; 0: everybody did. */
  noShowEvery?: number
  /** Won and what came of them are written down. */
  hasOutcomes?: boolean
  /** Kinds of match, dealt in turn; null: an older edition, of which only the meetings were kept. */
  types?: readonly string[] | null
}

const usualTypes = ['mutual', 'buyer', 'mutual', 'enterprise', 'item', 'category'] as const

/**
 * A timetable that was kept: meeting k goes to slot k ÷ places, and both sides take turns, so that nobody is in two
 * places at once as long as there are no more places than participants of either side.
 */
export function addMeetings(stage: Stage, occasion: Occasion, meetings: Meetings): string[] {
  const { round, placeIds, enterprises, departments, count } = meetings
  if (placeIds.length > Math.min(enterprises.length, departments.length))
    throw new Error('More places than participants: somebody would have to be in two.')
  const { types = usualTypes } = meetings
  const runId = types && addRun(stage, occasion, round)
  return Array.from({ length: count }, (_, index) => {
    const slot = round.slots[Math.floor(index / placeIds.length)]
    const placeId = placeIds[index % placeIds.length]
    const enterprise = enterprises[index % enterprises.length]
    const department = departments[index % departments.length]
    if (!slot || !placeId || !enterprise || !department)
      throw new Error(`There is no room for ${count} meetings.`)
    const type = types?.[index % types.length] ?? null
    const matchId = type && addMatch(stage, occasion, { round, type, enterprise, department })
    const { noShowEvery = 0 } = meetings
    const isNoShow = noShowEvery > 0 && index % noShowEvery === noShowEvery - 1
    const row = meetingRow(stage, {
      occasion,
      round,
      slot,
      placeId,
      matchId,
      runId,
      enterprise,
      department,
      isNoShow,
    })
    if (runId && matchId)
      place(stage, { runId, matchId, slot, placeId, meetingId: row.id, parties: [enterprise, department] })
    if (meetings.hasOutcomes && !isNoShow) writeOutcome(stage, occasion, row.id, index)
    return row.id
  })
}

function addRun(stage: Stage, { id, on }: Occasion, round: Round): string {
  const madeAt = instantAt(addDays(on, -8), '10:00')
  const runId = newRowId(stage, addDays(on, -8))
  stage.rows.timetable_run.push({
    id: runId,
    event_id: id,
    round_id: round.id,
    center_id: stage.centerId,
    number: 1,
    state: 'published',
    kind: 'fresh',
    input_hash: 'seed',
    budget_seconds: 30,
    status: 'feasible',
    requested_by_id: stage.staffId,
    created_at: madeAt,
    ended_at: madeAt,
    published_at: madeAt,
  })
  return runId
}

interface Placed {
  runId: string
  matchId: string
  slot: Slot
  placeId: string
  meetingId: string
  parties: string[]
}

function place({ rows }: Stage, { runId, matchId, slot, placeId, meetingId, parties }: Placed) {
  rows.timetable_place.push({
    run_id: runId,
    match_id: matchId,
    slot_id: slot.id,
    place_id: placeId,
    is_pinned: false,
  })
  for (const participation of parties)
    rows.meeting_seat.push({
      meeting_id: meetingId,
      participation_id: participation,
      slot_id: slot.id,
      seat: 0,
    })
}

interface Pair {
  round: Round
  type: string
  enterprise: string
  department: string
}

function addMatch(stage: Stage, { id, on }: Occasion, { round, type, enterprise, department }: Pair): string {
  const made = madeAt(stage, addDays(on, -9))
  stage.rows.match.push({
    ...made,
    event_id: id,
    round_id: round.id,
    center_id: stage.centerId,
    enterprise_id: enterprise,
    department_id: department,
    type,
    because: [],
    weight: type === 'mutual' ? 100 : 60,
    state: 'chosen',
    is_pinned: false,
  })
  if (type === 'mutual' || type === 'enterprise') wish(stage, id, on, enterprise, department)
  if (type === 'mutual' || type === 'buyer') wish(stage, id, on, department, enterprise)
  return made.id
}

function wish(stage: Stage, eventId: string, on: string, from: string, to: string) {
  stage.rows.wish.push({
    from_id: from,
    to_id: to,
    event_id: eventId,
    choice: 'want',
    said_at: instantAt(addDays(on, -12), '14:00'),
  })
}
