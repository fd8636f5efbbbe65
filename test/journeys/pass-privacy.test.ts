import { Writable } from 'node:stream'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, read } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { at, openEventDay, publicId, type EventDay } from '../kit/event-day.ts'

let database: TestDatabase
let app: Running
let day: EventDay
let logged = ''
beforeAll(async () => {
  database = await freshDatabase('bare')
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk)
        done()
      },
    }),
  )
  const env = { port: 0, dataDir: '', databaseUrl: database.url, meiliUrl: null, meiliMasterKey: null }
  app = await serve(
    { ...env, logLevel: 'trace' },
    { isDemo: false, hasWorker: false, log, clock: () => at('11:00') },
  )
  day = await openEventDay({ ...app, databaseUrl: database.url, dataDir: '' })
})
afterAll(async () => {
  await day.end()
  await app.stop()
  await database.drop()
})

test('neither a token nor what is written by it comes into a log, however it is sent', async () => {
  const meeting = await day.meeting(0, 0, 0, 0)
  const { issuePasses } = await read<{ issuePasses: { participationId: string; token: string }[] }>(
    app,
    `mutation { issuePasses(eventId: "${day.event.id}", kind: ENTRY) { participationId token } }`,
    day.staff.question,
  )
  const mine = publicId('participation', day.enterprises[0]?.participation ?? '')
  const token = issuePasses.find(({ participationId }) => participationId === mine)?.token ?? 'none'
  // The page itself, opened by a link that carries the token in its path.
  await fetch(`${app.url}/m/${token}`)
  const secret = '쫅뢟튫 팀장과 통화'
  const writing = `mutation ($token: String, $meeting: ID!, $key: ID!, $outcome: OutcomeInput!) {
    recordOutcome(token: $token, meetingId: $meeting, entryKey: $key, outcome: $outcome) { id } }`
  const key = '0198a000-0000-7000-8000-0000000000aa'
  const variables = { token, meeting, key, outcome: { result: 'NO_FIT', note: secret } }
  expect((await ask(app, writing, { variables })).errors).toBeUndefined()
  const late = { ...variables, key: 'no key' }
  expect((await ask(app, writing, { variables: late })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')

  expect(logged.split('\n').length).toBeGreaterThan(3)
  expect(logged).toContain('answered')
  expect(logged).not.toContain(token)
  expect(logged).not.toContain('쫅뢟튫')
  const ledger = await day.sql.run<{ text: string }>('select l::text as text from ledger l')
  expect(ledger.map(({ text }) => text).join()).toContain('outcome.recorded')
  expect(ledger.map(({ text }) => text).join()).not.toContain('쫅뢟튫')
})
