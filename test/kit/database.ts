import type { MikroORM } from '@mikro-orm/postgresql'
import { catchUp } from '@panro/api/src/app/catch-up.ts'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { seedDemo } from '@panro/api/seeds/demo.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import pg from 'pg'
import { inject } from 'vitest'

/** `bare`: tables and reference data. `demo`: with the fictional enterprises as well. */
export type Template = 'bare' | 'demo'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** A database of the test's own, copied from a template that the first who needs it makes. */
export async function freshDatabase(template: Template = 'bare'): Promise<TestDatabase> {
  const server = serverUrl()
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, async client => {
    // One at a time: a template that is being copied, or made, must have no other visitor.
    await client.query('select pg_advisory_lock(1)')
    await makeTemplate(server, client, template)
    await client.query(`create database ${name} template ${templateName(template)} strategy file_copy`)
    await client.query('select pg_advisory_unlock(1)')
  })
  return {
    url: databaseUrl(server, name),
    drop: () =>
      onServer(server, async client => void (await client.query(`drop database ${name} with (force)`))),
  }
}

/** Of the server of this worker, on which no other file works at the same time. */
export function serverUrl(): string {
  const url = inject('postgresUrls')[Number(process.env['VITEST_POOL_ID']) - 1]
  if (url === undefined) throw new Error(`Worker ${process.env['VITEST_POOL_ID']} has no database server`)
  return url
}

const templateName = (template: Template) => `template_${template}`

async function makeTemplate(server: string, client: pg.Client, template: Template) {
  const made = await client.query('select 1 from template_made where name = $1', [template])
  if (made.rowCount) return
  const name = templateName(template)
  await client.query(`create database ${name}`)
  const orm: MikroORM = await connect(databaseUrl(server, name))
  await migrate(orm)
  await loadReference(systemContext(orm, new Date()))
  if (template === 'demo') await seedDemo(systemContext(orm, new Date()))
  // Else every application would write the same rows again, in the middle of its test.
  await catchUp(systemContext(orm, new Date()))
  await orm.close()
  await client.query('insert into template_made values ($1)', [template])
}

async function onServer(server: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const databaseUrl = (server: string, name: string) => server.replace(/\/postgres$/, `/${name}`)
