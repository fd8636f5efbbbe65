import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/ask.ts'
import { startMailServer, type MailServer } from '../kit/mail-server.ts'
import { newPerson } from '../kit/person.ts'
import { startApi } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let database: TestDatabase
let sql: Sql
let server: MailServer
beforeAll(async () => {
  database = await freshDatabase('bare')
  sql = await openSql(database.url)
  server = await startMailServer()
})
afterAll(async () => {
  await sql.end()
  await database.drop()
  await server.stop()
})
beforeEach(() => {
  server.mails.length = 0
  server.answer = () => null
})

const from = '판로 <notice@panro.example.kr>'
let ahead = 0
const startWorker = () =>
  startApi({
    databaseUrl: database.url,
    meiliUrl: null,
    hasWorker: true,
    clock: () => new Date(Date.now() + ahead),
    mail: { smtpUrl: server.url, from },
  })

/** So many people change their passwords, by way of the ledger. */
async function happen(times: number): Promise<string[]> {
  const emails: string[] = []
  for (let time = 0; time < times; time++) {
    const person = await newPerson(sql, { role: 'buyer' })
    emails.push(person.email)
    await sql.run(
      `insert into ledger (at, actor_id, actor_role, name, subject_type, subject_id)
       values (now(), $1, 'buyer', 'password.changed', 'person', $1)`,
      [person.id],
    )
  }
  return emails.sort()
}

const sentTo = () => server.mails.map(({ to }) => to).sort()
const states = async () =>
  (await sql.run<{ state: string }>('select distinct state from notice')).map(({ state }) => state)

test('two who follow the same changes send each mail once, under the id of its notice', async () => {
  const workers = [await startWorker(), await startWorker()]
  const emails = await happen(30)
  await eventually(async () => expect(sentTo()).toEqual(emails))
  await eventually(async () => expect(await states()).toEqual(['sent']))
  // The same changes, read once more.
  await sql.run(`update consumer set last_tx = '0', last_id = 0 where name = 'notices'`)
  await new Promise(resume => setTimeout(resume, 1_500))
  expect(sentTo()).toEqual(emails)
  const ids = await sql.run<{ id: string }>('select id from notice')
  expect(server.mails.map(({ messageId }) => messageId).sort()).toEqual(
    ids.map(({ id }) => `${id}@panro.example.kr`).sort(),
  )
  const [mail] = server.mails
  expect(mail?.raw).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  for (const worker of workers) await worker.stop()
})

test('a server that is busy is tried again later; an address that nobody has is given up at once', async () => {
  const worker = await startWorker()
  const [busy = '', unknown = ''] = await happen(2)
  server.answer = to =>
    to === busy ? { code: 451, text: 'busy' } : { code: 550, text: `no such mailbox ${to}` }
  const outcome = async () =>
    sql.run<{ email: string; state: string; failure: string | null; attempts: number }>(
      `select p.email, n.state, n.failure, n.attempts from notice n join person p on p.id = n.person_id
       where p.email = any($1) order by n.state`,
      [[busy, unknown]],
    )
  await eventually(async () =>
    expect(await outcome()).toEqual([
      { email: busy, state: 'failed', failure: 'EENVELOPE 451', attempts: 1 },
      { email: unknown, state: 'given_up', failure: 'EENVELOPE 550', attempts: 1 },
    ]),
  )
  server.answer = () => null
  await new Promise(resume => setTimeout(resume, 500))
  expect(sentTo()).toEqual([])
  ahead = 61_000
  await eventually(async () => expect(sentTo()).toEqual([busy]))
  ahead = 0
  await worker.stop()
})

test(
  'a worker killed in the middle loses nothing, and at most the one mail in its hands comes twice',
  { timeout: 120_000 },
  async () => {
    await buildWhatChanged(() => {})
    const start = () =>
      spawn(process.execPath, ['api/dist/worker.js'], {
        cwd: path.resolve(import.meta.dirname, '../..'),
        stdio: 'ignore',
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          SMTP_URL: server.url,
          MAIL_FROM: from,
          PUBLIC_URL: 'https://panro.example.kr',
          LOG_LEVEL: 'silent',
        },
      })
    const emails = await happen(60)
    let kills = 0
    for (const share of [15, 30, 45]) {
      const worker = start()
      await eventually(async () => expect(new Set(sentTo()).size).toBeGreaterThanOrEqual(share), 30_000)
      worker.kill('SIGKILL')
      await new Promise(ended => worker.once('exit', ended))
      kills++
    }
    const last = start()
    await eventually(async () => expect([...new Set(sentTo())]).toEqual(emails), 30_000)
    await eventually(async () => expect((await states()).toSorted()).toEqual(['given_up', 'sent']))
    last.kill('SIGTERM')
    await new Promise(ended => last.once('exit', ended))
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(emails.length)
    expect(server.mails.length).toBeLessThanOrEqual(emails.length + kills)
  },
)
