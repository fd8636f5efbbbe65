import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of the run; each test file makes databases of its own on it. */
    postgresUrl: string
  }
}

/** One PostgreSQL for the whole run: real, in memory as far as it goes, gone afterwards. */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-test-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ folder: path.join(folder, 'postgres'), isDurable: false })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query('create table template_made (name text primary key)')
  await client.end()
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
