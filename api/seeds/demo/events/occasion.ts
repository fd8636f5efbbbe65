import { addDays, type Day } from '../../../src/platform/day.ts'
import { instantAt, madeAt, newRowId, type Stage } from './stage.ts'

/** 행사 as it is announced, with its days in each round. */
interface Announced {
  seriesId: string
  edition: number
  kind: 'briefing' | 'consultation' | 'matching_day'
  title: string
  host: string
  venue: string
  summary: string
  slotMinutes: number
  enterprisesWanted: number
  departmentsWanted: number
  /** When the planned purchases were opened to the enterprises. */
  plansSharedOn?: Day
  rounds: { title: string; theme: string | null; isOnline: boolean; days: Day[] }[]
  /** Beginning of each meeting, every day the same. */
  times: string[]
  places: { kind: 'table' | 'booth' | 'video'; names: string[] }[]
}

export interface Slot {
  id: string
  on: Day
  endsAt: string
}

export interface Round {
  id: string
  days: { id: string; on: Day }[]
  slots: Slot[]
}

export interface Occasion {
  id: string
  /** The first day. */
  on: Day
  rounds: Round[]
  places: { id: string; kind: string; name: string }[]
}

export function addSeries(stage: Stage, name: string, on: Day): string {
  const id = newRowId(stage, on)
  stage.rows.event_series.push({ id, center_id: stage.centerId, name, created_at: instantAt(on, '09:00') })
  return id
}

/** An event that has been held. */
export function addOccasion(stage: Stage, announced: Announced): Occasion {
  const on = announced.rounds[0]?.days[0]
  if (on === undefined) throw new Error(`${announced.title} has no day.`)
  const made = madeAt(stage, addDays(on, -60))
  stage.rows.event.push({
    ...made,
    center_id: stage.centerId,
    series_id: announced.seriesId,
    edition: announced.edition,
    kind: announced.kind,
    title: announced.title,
    year: Number(on.slice(0, 4)),
    host: announced.host,
    venue: announced.venue,
    summary: announced.summary,
    state: 'held',
    apply_until: instantAt(addDays(on, -30), '18:00'),
    wishes_until: instantAt(addDays(on, -10), '18:00'),
    reply_days: 3,
    enterprises_wanted: announced.enterprisesWanted,
    departments_wanted: announced.departmentsWanted,
    slot_minutes: announced.slotMinutes,
    gap_minutes: 5,
    fairness: 2,
    is_public: true,
    plans_shared_at: announced.plansSharedOn ? instantAt(announced.plansSharedOn, '10:00') : null,
  })
  const occasion: Occasion = { id: made.id, on, rounds: [], places: [] }
  for (const [index, round] of announced.rounds.entries())
    occasion.rounds.push(addRound(stage, occasion, announced, { ...round, number: index + 1 }))
  for (const { kind, names } of announced.places)
    for (const name of names) addPlace(stage, occasion, kind, name)
  return occasion
}

type AnnouncedRound = Announced['rounds'][number] & { number: number }

function addRound(
  stage: Stage,
  { id: eventId, on }: Occasion,
  { times, slotMinutes }: Announced,
  round: AnnouncedRound,
): Round {
  const { rows } = stage
  const id = newRowId(stage, on)
  rows.event_round.push({
    id,
    event_id: eventId,
    number: round.number,
    title: round.title,
    theme: round.theme,
    is_online: round.isOnline,
  })
  const made: Round = { id, days: [], slots: [] }
  for (const day of round.days) {
    const dayId = newRowId(stage, on)
    rows.event_day.push({ id: dayId, event_id: eventId, round_id: id, on_date: day })
    made.days.push({ id: dayId, on: day })
    for (const time of times) {
      const slotId = newRowId(stage, on)
      const begins = instantAt(day, time)
      const endsAt = new Date(Date.parse(begins) + slotMinutes * 60_000).toISOString()
      const session = time < '12:00' ? 'morning' : 'afternoon'
      rows.event_slot.push({
        id: slotId,
        event_id: eventId,
        day_id: dayId,
        session,
        starts_at: begins,
        ends_at: endsAt,
      })
      made.slots.push({ id: slotId, on: day, endsAt })
    }
  }
  return made
}

function addPlace(stage: Stage, occasion: Occasion, kind: 'table' | 'booth' | 'video', name: string) {
  const id = newRowId(stage, occasion.on)
  occasion.places.push({ id, kind, name })
  stage.rows.event_place.push({
    id,
    event_id: occasion.id,
    round_id: null,
    kind,
    name,
    area: kind === 'booth' ? '전시장' : null,
    link: kind === 'video' ? `https://video.example.kr/${id}` : null,
    capacity: 1,
    takes_walk_ins: kind === 'booth',
    is_accessible: true,
    position: occasion.places.length,
  })
}

/** 프로그램 of the first day of a round. */
export function addProgramme(
  stage: Stage,
  occasion: Occasion,
  items: { from: string; until: string; title: string; place: string }[],
) {
  const [day] = occasion.rounds[0]?.days ?? []
  if (!day) return
  for (const { from, until, title, place } of items)
    stage.rows.programme_item.push({
      id: newRowId(stage, occasion.on),
      event_id: occasion.id,
      day_id: day.id,
      starts_at: instantAt(day.on, from),
      ends_at: instantAt(day.on, until),
      title,
      place,
    })
}
