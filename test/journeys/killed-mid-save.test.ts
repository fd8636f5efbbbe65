import { createServer } from 'node:net'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Mortal } from '../bench/kill-search/mortal.ts'
import { ask, eventually } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { newPerson } from '../kit/person.ts'
import { openSql, type Sql } from '../kit/sql.ts'

const kills = 4

let database: TestDatabase
let sql: Sql
let api: Mortal
let app: { url: string }
let enterprise: string
let token: string
beforeAll(async () => {
  await buildWhatChanged(() => {})
  database = await freshDatabase('demo')
  sql = await openSql(database.url)
  const [kept] = await sql.run<{ id: string; center: string }>(
    `select id, center_id as center from enterprise where state = 'published' and center_id is not null limit 1`,
  )
  enterprise = kept?.id ?? ''
  token = (await newPerson(sql, { role: 'staff', centerId: kept?.center ?? null })).token
  const port = await freePort()
  app = { url: `http://127.0.0.1:${port}` }
  api = new Mortal('api/dist/main.js', { DATABASE_URL: database.url, PORT: String(port), MEILI_URL: '' })
}, 60_000)
afterAll(async () => {
  await api?.kill()
  await sql?.end()
  await database?.drop()
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const save = `mutation ($id: ID!, $v: Int!, $c: ProfileChangesInput!) {
  updateEnterpriseProfile(id: $id, expectedVersion: $v, changes: $c) { version } }`

interface Stored {
  version: number
  fields: (string | null)[]
}

/** What lies in the database, read behind the application's back. */
async function stored(): Promise<Stored> {
  const [row] = await sql.run<Stored>(
    `select version, array[summary, social_mission, address, organisation_form] as fields from enterprise where id = $1`,
    [enterprise],
  )
  if (!row) throw new Error('There is no profile')
  return row
}

/** Saves again and again, each time another stamp in four fields, until the line is cut; returns what was confirmed. */
async function saveUntilCut(from: number, saved: () => void): Promise<number> {
  let confirmed = from
  for (;;) {
    const v = confirmed
    const stamp = `저장 ${v + 1}`
    const c = { summary: stamp, socialMission: stamp, address: stamp, organisationForm: stamp }
    try {
      const { errors } = await ask(app, save, {
        token,
        variables: { id: `enterprise_${enterprise.replaceAll('-', '')}`, v, c },
      })
      if (errors) throw new Error(errors[0]?.message, { cause: 'refused' })
      confirmed++
      saved()
    } catch (error) {
      if (error instanceof Error && error.cause === 'refused') throw error
      return confirmed
    }
  }
}

test(
  `kill -9 of the API in mid-save, ${kills} times: each save is whole or was not`,
  { timeout: 120_000 },
  async () => {
    let saves = 0
    for (let kill = 0; kill < kills; kill++) {
      api.start()
      await eventually(async () => expect((await fetch(`${app.url}/health`)).ok).toBe(true), 30_000)
      const before = (await stored()).version
      // Only then is it in the midst of saving, however slow the machine is.
      const first = Promise.withResolvers<void>()
      const saving = saveUntilCut(before, first.resolve)
      await Promise.race([first.promise, saving])
      await new Promise(resume => setTimeout(resume, 20 + 37 * kill))
      await api.kill('SIGKILL')
      const confirmed = await saving
      await eventually(async () => expect(await openTransactions()).toBe(0))
      const { version, fields } = await stored()
      // What was confirmed is there; beyond that at most the one save whose answer was cut off.
      expect([confirmed, confirmed + 1]).toContain(version)
      if (version > before) expect(new Set(fields)).toEqual(new Set([`저장 ${version}`]))
      saves += version - before
    }
    expect(saves).toBeGreaterThanOrEqual(kills)
    // One row for each, and each says all four fields.
    const rows = await sql.run<{ version: number; fields: number }>(
      `select (detail->>'version')::int as version, (select count(*)::int from jsonb_object_keys(detail->'changes')) as fields
     from ledger where name = 'enterprise.profile_updated' and subject_id = $1 order by id`,
      [enterprise],
    )
    expect(rows).toHaveLength(saves)
    expect(new Set(rows.map(({ version }) => version)).size).toBe(saves)
    for (const { fields } of rows) expect(fields).toBe(4)
  },
)

/** Of the dead process: the database ends them when it notices. */
async function openTransactions(): Promise<number> {
  const [row] = await sql.run<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  )
  return row?.n ?? 0
}
