import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { expect, test } from 'vitest'
import { openSql } from '../kit/sql.ts'

/** Refusals that fill more than the 20,000 characters which the launch keeps of what the server says. */
const enough = 300

test('a database that recovers while everybody knocks is found ready all the same', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-recovery-'))
  chmodSync(folder, 0o755)
  const place = path.join(folder, 'postgres')
  const { url, crash } = await startPostgres({ folder: place })
  const port = Number(new URL(url).port)
  const sql = await openSql(url)
  // What a recovery has to go through again.
  await sql.run('create table long as select repeat(md5(n::text), 8) from generate_series(1, 500000) n')
  await crash()

  let refused = 0
  let isReady = false
  const people = Array.from({ length: 30 }, async () => {
    while (!isReady) if (await isRefused(port)) refused++
  })
  const database = await startPostgres({ folder: place, port })
  isReady = true
  await Promise.all(people)

  expect(refused).toBeGreaterThan(enough)

  const again = await openSql(url)
  expect(await again.run('select count(*)::int from long')).toEqual([{ count: 500_000 }])
  await again.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Knocks as cheaply as can be: the first packet of PostgreSQL's protocol 3.0, and the first letter of the answer. */
const isRefused = (port: number) =>
  new Promise<boolean>(told => {
    const wish = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0\0')
    wish.writeInt32BE(wish.length)
    const socket = connect(port, '127.0.0.1', () => socket.write(wish))
    socket.once('data', answer => {
      told(answer.toString('latin1', 0, 1) === 'E')
      socket.destroy()
    })
    // Nobody there: it has not begun to recover, and a moment later it may.
    socket.once('error', () => socket.destroy())
    socket.once('close', () => setTimeout(() => told(false), 1))
  })
