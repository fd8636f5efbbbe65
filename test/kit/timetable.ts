import type { TestApp } from './app.ts'
import { eventually, read } from './ask.ts'
import { publicId, type Matching } from './matching.ts'
import type { Vetting } from './vetting.ts'

export interface Timetable {
  id: string
  number: number
  state: string
  proof: { kind: string; value: number | null; bound: number | null } | null
  reason: string | null
  fixes: { label: string; effect: string }[]
  steps: string[]
  slots: { id: string; startsAt: string }[]
  places: { id: string; name: string; capacity: number[] }[]
  cells: {
    matchId: string
    slotId: string
    placeId: string
    isPinned: boolean
    enterpriseId: string
    departmentId: string
  }[]
  parties: { id: string; name: string; meetings: number; breaks: number }[]
  walks: { name: string; fromPlaceId: string; toPlaceId: string; pauseMinutes: number }[]
  diff: { moved: number; added: number; off: number; same: number; notify: number } | null
}

const timetableFields = `{ id number state proof { kind value bound } reason fixes { label effect } steps
  slots { id startsAt } places { id name capacity }
  cells { matchId slotId placeId isPinned enterpriseId departmentId }
  parties { id name meetings breaks } walks { name fromPlaceId toPlaceId pauseMinutes } diff { moved added off same notify } }`

/** Pairs that staff have put together, by way of the tables; the numbers are those of enterprises and departments. */
export async function addMatches(
  { sql, center }: Vetting,
  { event, enterprises, departments }: Matching,
  pairs: readonly (readonly [number, number])[],
): Promise<string[]> {
  return Promise.all(
    pairs.map(async ([enterprise, department]) => {
      const id = crypto.randomUUID()
      await sql.run(
        `insert into match (id, event_id, round_id, center_id, enterprise_id, department_id, type, because, weight, state, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, 'mutual', '[]', 60, 'chosen', now(), now())`,
        [
          id,
          event.key,
          event.round,
          center,
          enterprises[enterprise]?.participation,
          departments[department]?.participation,
        ],
      )
      return publicId('match', id)
    }),
  )
}

export const step = async (app: Pick<TestApp, 'url'>, token: string, call: string): Promise<Timetable> =>
  (await read<{ it: Timetable }>(app, `mutation { it: ${call} ${timetableFields} }`, { token })).it

/** Asks for a timetable and waits until the search has ended. */
export async function solved(
  app: Pick<TestApp, 'url'>,
  token: string,
  round: string,
  seconds = 5,
): Promise<Timetable> {
  const { id } = await step(
    app,
    token,
    `runTimetable(round: "${publicId('round', round)}", seconds: ${seconds})`,
  )
  let found: Timetable | null = null
  await eventually(async () => {
    const { timetable } = await read<{ timetable: Timetable }>(
      app,
      `{ timetable(id: "${id}") ${timetableFields} }`,
      {
        token,
      },
    )
    if (timetable.state === 'SOLVING') throw new Error('It is still being searched')
    found = timetable
  }, 30_000)
  if (found === null) throw new Error('There is no timetable')
  return found
}
