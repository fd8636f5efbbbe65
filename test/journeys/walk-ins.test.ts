import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read } from '../kit/ask.ts'
import { at, openEventDay, publicId, type EventDay } from '../kit/event-day.ts'

let app: TestApp
let day: EventDay
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => at('09:00') })
  day = await openEventDay(app, { slots: 8, booths: 5, parties: 5, tables: 1 })
})
afterAll(async () => {
  await day.end()
  await app.stop()
})

const booking = `mutation ($place: ID!, $slot: ID!, $from: String, $department: ID, $key: ID!) {
  bookWalkIn(placeId: $place, slotId: $slot, visitorDepartment: $from, departmentId: $department, entryKey: $key) {
    id enterpriseName departmentName origin state } }`

interface Booked {
  bookWalkIn: { id: string; enterpriseName: string; departmentName: string; origin: string; state: string }
}

const book = (
  place: number,
  slot: number,
  more: object = { from: '지나가던 과' },
  key: string = randomUUID(),
) =>
  ask<Booked>(app, booking, {
    ...day.staff.question,
    variables: {
      place: publicId('place', day.booths[place] ?? day.event.places[0] ?? ''),
      slot: publicId('slot', day.event.slots[slot] ?? ''),
      key,
      ...more,
    },
  })

/** As a page does whose answer was lost, or that was told to try again in a moment: with the same key. */
async function persistently(place: number, slot: number, key: string, wait = 300): Promise<string> {
  const answer = await book(place, slot, { from: '지나가던 과' }, key).catch(() => null)
  const code = answer?.errors?.[0]?.extensions.code
  if (answer === null || code === 'SERVICE_UNAVAILABLE') {
    await new Promise(resume => setTimeout(resume, wait))
    return persistently(place, slot, key, wait * 2)
  }
  return code ?? answer.data?.bookWalkIn.id ?? 'nothing'
}

test('a thousand bookings at once for forty seats: forty are booked, and nobody sits twice', async () => {
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) =>
      persistently(index % 5, Math.floor(index / 5) % 8, randomUUID(), 300 + index),
    ),
  )
  const booked = answers.filter(answer => answer.startsWith('meeting_'))
  expect(booked.length).toBe(40)
  expect(new Set(booked).size).toBe(40)
  expect(answers.filter(answer => answer === 'CONFLICT').length).toBe(960)
  const rows = await day.sql.run<{ meetings: number; seats: number; told: number }>(
    `select (select count(distinct (slot_id, place_id, place_seat))::int from meeting where state = 'planned') as meetings,
       (select count(distinct (slot_id, participation_id, seat))::int from meeting_seat) as seats,
       (select count(*)::int from ledger where name = 'meeting.walk_in_booked') as told`,
  )
  expect(rows).toEqual([{ meetings: 40, seats: 40, told: 40 }])
}, 240_000)

test('who came second is told who sits there', async () => {
  const { errors } = await book(0, 0)
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    holders: [{ name: '가온기업1 × 지나가던 과', place: '부스1', time: '09:30' }],
  })
})

test('a booking that is sent again is the booking it was', async () => {
  await day.sql.run(`delete from meeting_seat where slot_id = $1`, [day.event.slots[7]])
  await day.sql.run(`delete from meeting where slot_id = $1`, [day.event.slots[7]])
  const key = randomUUID()
  const department = publicId('participation', day.departments[0]?.participation ?? '')
  const twice = await Promise.all([1, 2, 3].map(() => book(0, 7, { department }, key)))
  const ids = new Set(twice.map(({ data }) => data?.bookWalkIn.id))
  expect(ids.size).toBe(1)
  expect(twice[0]?.data?.bookWalkIn).toMatchObject({
    enterpriseName: '가온기업1',
    departmentName: expect.stringContaining('구매1과'),
    origin: 'WALK_IN',
    state: 'PLANNED',
  })
  // The department sits there now; another booth cannot have it in the same slot.
  const { errors } = await book(1, 7, { department })
  expect(errors?.[0]?.extensions.code).toBe('CONFLICT')
})

test('only where walk-ins are taken, by the centre itself, and with a department', async () => {
  expect((await book(99, 7)).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'placeId',
  })
  expect((await book(2, 7, {})).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'visitorDepartment',
  })
  const neighbour = await day.neighbour()
  const { errors } = await ask(app, booking, {
    ...neighbour.question,
    variables: {
      place: publicId('place', day.booths[2] ?? ''),
      slot: publicId('slot', day.event.slots[7] ?? ''),
      from: '옆 과',
      key: randomUUID(),
    },
  })
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  await day.sql.run('update event set is_public = true where id = $1', [day.event.key])
  const public_ = await read<{ dayBoard: object | null }>(
    app,
    `{ dayBoard(eventId: "${day.event.id}") { onDate } }`,
    neighbour.question,
  )
  expect(public_.dayBoard).toBeNull()
})
