import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The servers of the run, one for each worker; each test file makes databases of its own on its worker's. */
    postgresUrls: string[]
  }
}

/**
 * PostgreSQL for the whole run: real, in memory as far as it goes, gone afterwards. Two files that run beside each
 * other share no server: what follows the ledger waits for every transaction that is open anywhere on a server, so
 * the long import of one file would hold up what the other waits for.
 */
export default async function setUp(project: TestProject) {
  const servers = await Promise.all(Array.from({ length: project.config.maxWorkers }, startServer))
  project.provide(
    'postgresUrls',
    servers.map(({ url }) => url),
  )
  return async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
  }
}

async function startServer() {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-test-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ folder: path.join(folder, 'postgres'), isDurable: false })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query('create table template_made (name text primary key)')
  await client.end()
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
