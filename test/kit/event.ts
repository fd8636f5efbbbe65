import { randomUUID } from 'node:crypto'
import type { Sql } from './sql.ts'

/** An event as a test builds it by way of the tables; what happens then goes by the door. */
interface Wanted {
  center: string
  title?: string
  kind?: 'briefing' | 'consultation' | 'matching_day'
  state?: 'draft' | 'open' | 'curating' | 'confirmed' | 'held' | 'cancelled'
  /** A day in Seoul. */
  on?: string
  slots?: number
  tables?: number
}

const place = `insert into event_place (id, event_id, kind, name, position) values ($1, $2, 'table', $3, $4)`
const slot = `insert into event_slot (id, event_id, day_id, session, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)`

/** One round on one day: slots of 20 minutes and 5 between them from 09:30 on, and tables. */
export async function addEvent(
  sql: Sql,
  {
    center,
    title = '시험 상담회',
    kind = 'consultation',
    state = 'open',
    on = '2027-02-10',
    slots = 8,
    tables = 3,
  }: Wanted,
) {
  const key = randomUUID()
  const round = randomUUID()
  const day = randomUUID()
  const series = randomUUID()
  await sql.run('insert into event_series (id, center_id, name, created_at) values ($1, $2, $3, now())', [
    series,
    center,
    `${title} ${series.slice(0, 8)}`,
  ])
  await sql.run(
    `insert into event (id, center_id, series_id, edition, kind, title, year, state, created_at, updated_at)
     values ($1, $2, $3, 1, $4, $5, $6, $7, now(), now())`,
    [key, center, series, kind, title, Number(on.slice(0, 4)), state],
  )
  await sql.run(`insert into event_round (id, event_id, number, title) values ($1, $2, 1, '1회차')`, [
    round,
    key,
  ])
  await sql.run('insert into event_day (id, event_id, round_id, on_date) values ($1, $2, $3, $4)', [
    day,
    key,
    round,
    on,
  ])
  const begins = Date.parse(`${on}T09:30:00+09:00`)
  const slotIds = await Promise.all(
    Array.from({ length: slots }, async (_, index) => {
      const id = randomUUID()
      const from = begins + index * 25 * 60_000
      const session = new Date(from + 9 * 3600_000).getUTCHours() < 12 ? 'morning' : 'afternoon'
      await sql.run(slot, [id, key, day, session, new Date(from), new Date(from + 20 * 60_000)])
      return id
    }),
  )
  const placeIds = await Promise.all(
    Array.from({ length: tables }, async (_, index) => {
      const id = randomUUID()
      await sql.run(place, [id, key, `T${index + 1}`, index + 1])
      return id
    }),
  )
  return { key, id: `event_${key.replaceAll('-', '')}`, series, round, day, slots: slotIds, places: placeIds }
}

/** A department of an institution of its own. */
export async function addDepartment(sql: Sql, center: string, name: string): Promise<string> {
  const institution = randomUUID()
  const id = randomUUID()
  await sql.run(
    `insert into institution (id, center_id, kind, name, created_at, updated_at) values ($1, $2, 'head_office', $3, now(), now())`,
    [institution, center, `${name} 기관 ${institution.slice(0, 8)}`],
  )
  await sql.run(
    `insert into department (id, center_id, institution_id, name, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`,
    [id, center, institution, name],
  )
  return id
}

/** Who takes part; `party` is the key of an enterprise or a department. */
export async function addParticipation(
  sql: Sql,
  event: { key: string },
  side: 'enterprise' | 'department',
  party: string,
  state = 'confirmed',
): Promise<string> {
  const id = randomUUID()
  await sql.run(
    `insert into participation (id, event_id, center_id, side, ${side}_id, origin, state, created_at, updated_at)
     select $1, e.id, e.center_id, $3, $4, 'applied', $5, now(), now() from event e where e.id = $2`,
    [id, event.key, side, party, state],
  )
  return id
}
