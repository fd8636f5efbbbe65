import { randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'
import { read } from './ask.ts'
import { addDepartment, addEvent, addParticipation } from './event.ts'
import { openVetting, type Vetting } from './vetting.ts'

/** A meeting as the day board shows it. */
export interface BoardMeeting {
  id: string
  version: number
  state: string
  origin: string
  noShowSide: string | null
  enterpriseName: string
  departmentName: string | null
  allowedActions: string[]
  slot: { id: string } | null
  place: { id: string; name: string } | null
  outcomes: { side: string; result: string; won: number | null }[]
  hasDifferingOutcomes: boolean
}

export const meetingFields = `{ id version state origin noShowSide enterpriseName departmentName allowedActions
  slot { id } place { id name } outcomes { side result won } hasDifferingOutcomes }`

/** 10 February 2027 at that time in Seoul: the day of the event below. */
export const at = (time: string) => new Date(`2027-02-10T${time}:00+09:00`)

export const publicId = (tag: string, key: string) => `${tag}_${key.replaceAll('-', '')}`

/** The day of an event: enterprises and departments that take part, tables, booths, and meetings by the timetable. */
export async function openEventDay(
  app: TestApp,
  { slots = 8, tables = 3, booths = 0, parties = 3 } = {},
  /** The centre that runs it, if there is one already. */
  given?: Vetting,
) {
  const world = given ?? (await openVetting(app))
  const { sql, center } = world
  const event = await addEvent(sql, { center, state: 'confirmed', on: '2027-02-10', slots, tables })
  const enterprises = await Promise.all(
    Array.from({ length: parties }, async (_, index) => {
      const { key } = await world.enterprise({ name: `가온기업${index + 1}`, state: 'published' })
      return { key, participation: await addParticipation(sql, event, 'enterprise', key) }
    }),
  )
  const departments = await Promise.all(
    Array.from({ length: parties }, async (_, index) => {
      const key = await addDepartment(sql, center, `구매${index + 1}과`)
      return { key, participation: await addParticipation(sql, event, 'department', key) }
    }),
  )
  const boothIds = await Promise.all(
    Array.from({ length: booths }, async (_, index) => {
      const id = randomUUID()
      await sql.run(
        `insert into event_place (id, event_id, kind, name, takes_walk_ins, position) values ($1, $2, 'booth', $3, true, $4)`,
        [id, event.key, `부스${index + 1}`, 100 + index],
      )
      await sql.run('update participation set place_id = $1 where id = $2', [
        id,
        enterprises[index]?.participation,
      ])
      return id
    }),
  )
  return {
    ...world,
    event,
    enterprises,
    departments,
    booths: boothIds,
    /** A meeting by the timetable, with its seats. */
    meeting: async (enterprise: number, department: number, slot: number, table: number): Promise<string> => {
      const id = randomUUID()
      const sides = [enterprises[enterprise]?.participation, departments[department]?.participation]
      await sql.run(
        `insert into meeting (id, event_id, round_id, center_id, origin, enterprise_id, department_id, slot_id, place_id,
           state, created_at, updated_at)
         values ($1, $2, $3, $4, 'timetable', $5, $6, $7, $8, 'planned', '2027-01-20', '2027-01-20')`,
        [id, event.key, event.round, center, ...sides, event.slots[slot], event.places[table]],
      )
      for (const side of sides)
        await sql.run(
          'insert into meeting_seat (meeting_id, participation_id, slot_id) values ($1, $2, $3)',
          [id, side, event.slots[slot]],
        )
      return publicId('meeting', id)
    },
    board: async (token: string) => {
      const { dayBoard } = await read<{ dayBoard: Board }>(
        app,
        `{ dayBoard(eventId: "${event.id}") { onDate isToday currentSlotId nextSlotId stamp
             counts { enterprises enterprisesArrived departmentsArrived planned started held noShow cancelled walkIns withOutcome }
             places { id name } meetings ${meetingFields} risks { id } } }`,
        { token },
      )
      return dayBoard
    },
  }
}

export type EventDay = Awaited<ReturnType<typeof openEventDay>>

interface Board {
  onDate: string
  isToday: boolean
  currentSlotId: string | null
  nextSlotId: string | null
  stamp: string
  counts: Record<string, number>
  places: { id: string; name: string }[]
  meetings: BoardMeeting[]
  risks: { id: string }[]
}
