import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import {
  at,
  meetingFields,
  openEventDay,
  publicId,
  type BoardMeeting,
  type EventDay,
} from '../kit/event-day.ts'

let app: TestApp
let day: EventDay
let now = at('10:00')
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => now })
  day = await openEventDay(app, { tables: 3, parties: 3, slots: 8 })
})
afterAll(async () => {
  await day.end()
  await app.stop()
})

const step = async (name: string, meeting: { id: string; version: number }, args = '') => {
  const answer = await read<Record<string, BoardMeeting>>(
    app,
    `mutation { ${name}(id: "${meeting.id}", expectedVersion: ${meeting.version}${args}) ${meetingFields} }`,
    day.staff.question,
  )
  const changed = answer[name]
  if (!changed) throw new Error(`${name} gave nothing`)
  return changed
}
const refused = async (name: string, meeting: { id: string; version: number }, args = '') => {
  const { errors } = await ask(
    app,
    `mutation { ${name}(id: "${meeting.id}", expectedVersion: ${meeting.version}${args}) { id } }`,
    day.staff.question,
  )
  return errors?.[0]?.extensions
}
const find = async (id: string) => {
  const meeting = (await day.board(day.staff.token)).meetings.find(each => each.id === id)
  if (!meeting) throw new Error('The board does not show it')
  return meeting
}
const slotId = (index: number) => publicId('slot', day.event.slots[index] ?? '')
const to = (slot: number, table: number) =>
  `, slotId: "${slotId(slot)}", placeId: "${publicId('place', day.event.places[table] ?? '')}"`

test('the board knows what is now and next by the clock of the server', async () => {
  now = at('10:00')
  const id = await day.meeting(0, 0, 1, 0)
  const board = await day.board(day.staff.token)
  expect(board).toMatchObject({
    onDate: '2027-02-10',
    isToday: true,
    currentSlotId: slotId(1),
    nextSlotId: slotId(2),
    counts: { enterprises: 3, enterprisesArrived: 0, planned: 1 },
  })
  // Neither side has come yet.
  expect(board.risks).toEqual([{ id }])
  now = at('10:16')
  expect(await day.board(day.staff.token)).toMatchObject({ currentSlotId: null, nextSlotId: slotId(2) })
})

test('a meeting is begun and ended, each step taken back for a while, and all of it on the record', async () => {
  now = at('10:20')
  const planned = await find(await day.meeting(1, 1, 2, 1))
  expect(planned.allowedActions).toEqual(['START', 'NO_SHOW', 'MOVE', 'CANCEL', 'RECORD'])
  const started = await step('startMeeting', planned)
  expect(started).toMatchObject({ state: 'STARTED', version: planned.version + 1 })
  const held = await step('finishMeeting', started)
  expect(held.state).toBe('HELD')
  const again = await step('undoMeetingStep', held)
  expect(again.state).toBe('STARTED')
  now = at('10:31')
  expect((await find(planned.id)).allowedActions).not.toContain('UNDO')
  expect(await refused('undoMeetingStep', again)).toMatchObject({ code: 'WRONG_STATE' })
  const told = await day.sql.run<{ name: string }>(
    `select name from ledger where subject_type = 'meeting' and 'meeting_' || replace(subject_id::text, '-', '') = $1 order by id`,
    [planned.id],
  )
  expect(told.map(({ name }) => name)).toEqual(['meeting.started', 'meeting.held', 'meeting.step_undone'])
})

test('two at the desk do not undo each other’s work', async () => {
  now = at('10:45')
  const planned = await find(await day.meeting(2, 2, 3, 2))
  await step('startMeeting', planned)
  expect(await refused('markNoShow', planned, ', side: ENTERPRISE')).toMatchObject({
    code: 'CONFLICT',
    field: 'expectedVersion',
    version: planned.version + 1,
    state: 'started',
  })
})

test('what was done without a network arrives later: done once, and at the time it was done', async () => {
  now = at('10:50')
  const planned = await find(await day.meeting(0, 1, 3, 0))
  const entryKey = randomUUID()
  const later = `, entryKey: "${entryKey}", secondsAgo: 240`
  const started = await step('startMeeting', planned, later)
  // The answer was lost on the way, and the device sends it again: with the version that it has seen.
  expect((await step('startMeeting', planned, later)).version).toBe(started.version)
  const [kept] = await day.sql.run<{ at: Date; entries: number }>(
    `select m.started_at as at, (select count(*)::int from ledger where detail->>'entryKey' = $2) as entries
     from meeting m where 'meeting_' || replace(m.id::text, '-', '') = $1`,
    [planned.id, entryKey],
  )
  expect(kept).toEqual({ at: at('10:46'), entries: 1 })
  // Another entry is another step, and its version has passed.
  expect(await refused('startMeeting', planned, `, entryKey: "${randomUUID()}"`)).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await refused('finishMeeting', started, ', secondsAgo: -1')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'secondsAgo',
  })
  expect(await refused('finishMeeting', started, ', entryKey: "1"')).toMatchObject({ field: 'entryKey' })
})

test('a no-show gives its seats to others, who keep them when it is taken back', async () => {
  now = at('11:10')
  const absent = await find(await day.meeting(0, 0, 4, 0))
  const other = await find(await day.meeting(1, 1, 5, 0))
  const missed = await step('markNoShow', absent, ', side: DEPARTMENT')
  expect(missed).toMatchObject({ state: 'NO_SHOW', noShowSide: 'DEPARTMENT' })
  const moved = await step('moveMeeting', other, to(4, 0))
  expect(moved).toMatchObject({ state: 'PLANNED', slot: { id: slotId(4) } })
  expect(await refused('undoMeetingStep', missed)).toMatchObject({
    code: 'CONFLICT',
    holders: [{ name: expect.stringMatching(/^가온기업2 × .*구매2과$/), place: 'T1', time: '11:10' }],
  })
  expect((await step('moveMeeting', missed, to(6, 0))).state).toBe('PLANNED')
})

test('a meeting moves only to where both sides and the place are free', async () => {
  now = at('11:30')
  const sitting = await find(await day.meeting(2, 0, 7, 1))
  const sameDepartment = await find(await day.meeting(0, 0, 5, 2))
  expect(await refused('moveMeeting', sameDepartment, to(7, 2))).toMatchObject({
    code: 'CONFLICT',
    holders: [{ place: 'T2', time: '12:25' }],
  })
  expect((await find(sitting.id)).slot).toEqual({ id: slotId(7) })
  await day.sql.run('insert into event_place_slot (place_id, slot_id, capacity) values ($1, $2, 0)', [
    day.event.places[2],
    day.event.slots[0],
  ])
  expect(await refused('moveMeeting', sameDepartment, to(0, 2))).toMatchObject({
    code: 'CONFLICT',
    holders: [],
  })
  const cancelled = await step('cancelMeeting', sameDepartment, ', reason: "기관 사정"')
  expect(cancelled.state).toBe('CANCELLED')
  expect((await step('undoMeetingStep', cancelled)).state).toBe('PLANNED')
})

test('nothing of the day happens before it, and nothing of another centre at all', async () => {
  const [meeting] = (await day.board(day.staff.token)).meetings
  if (!meeting) throw new Error('No meeting')
  now = new Date('2027-02-09T10:00:00+09:00')
  const planned = await find(await day.meeting(0, 1, 0, 0))
  expect((await day.board(day.staff.token)).isToday).toBe(false)
  expect(planned.allowedActions).toEqual(['MOVE', 'CANCEL'])
  expect(await refused('startMeeting', planned)).toMatchObject({ code: 'WRONG_STATE' })
  now = at('11:30')
  const neighbour = await day.neighbour()
  const theirs = `mutation { cancelMeeting(id: "${meeting.id}", expectedVersion: ${meeting.version}) { id } }`
  expect(await refusal(app, theirs, neighbour.question)).toEqual({ code: 'NOT_FOUND', field: 'id' })
  expect(await read(app, `{ dayBoard(eventId: "${day.event.id}") { onDate } }`, neighbour.question)).toEqual({
    dayBoard: null,
  })
})
