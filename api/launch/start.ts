/**
 * `pnpm start`: everything, from nothing. Says on stderr what it is doing, so that stdout carries
 * nothing but the log. Node runs this file as it is; what has decorators is built first.
 */
import { readEnv, type Env } from '../src/app/env.ts'
import { whenAskedToStop } from './asked-to-stop.ts'
import { buildWhatChanged } from './build.ts'
import { openDatabase, placeOf } from './database.ts'
import { sentenceFor } from './mistakes.ts'
import type { EmbeddedPostgres } from './postgres.ts'

const begun = performance.now()
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

const stopping = new AbortController()
let opening: Promise<EmbeddedPostgres> | undefined
let running: { url: string; stop(): Promise<void> } | undefined

// From the first moment: whoever stops a start half-way must find no database server left behind.
whenAskedToStop(async why => {
  say(`${why}: stopping …`)
  stopping.abort()
  await running?.stop()
  await closeDatabase()
  say('Stopped. The data is safe.')
  process.exit(0)
})

try {
  const env = readEnv(process.env)
  say(`판로 Panro is starting (data in ${placeOf(env)}).`)
  await start(env)
} catch (error) {
  // Whatever was under way breaks when the database goes; the process ends above.
  if (!stopping.signal.aborted) await giveUp(error)
}

async function start(env: Env): Promise<void> {
  const building = buildWhatChanged(say, stopping.signal)
  // Reported below, once the database that is starting meanwhile can be stopped.
  building.catch(() => {})
  opening = openDatabase(env, say)
  const database = await opening
  await building
  const { serve } = await import(new URL('../dist/app/serve.js', import.meta.url).href)
  const isOurs = env.databaseUrl === null
  if (!isOurs) say('A database of your own is given no demo data; `pnpm seed` adds it to an empty one.')
  running = await serve({ ...env, databaseUrl: database.url }, { isDemo: isOurs, hasWorker: true, say })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`\n  ${running?.url}   (ready after ${seconds} s; Ctrl-C stops it)\n`)
}

async function giveUp(error: unknown): Promise<void> {
  await closeDatabase()
  const sentence = sentenceFor(error)
  if (sentence === null) throw error
  say(sentence)
  process.exit(1)
}

/** However far it has come: one that is being made is waited for, one that failed has ended by itself. */
async function closeDatabase(): Promise<void> {
  const database = await opening?.catch(() => undefined)
  await database?.stop()
}
