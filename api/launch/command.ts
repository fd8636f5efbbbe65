/** `pnpm seed`, `pnpm run import …` and their like: builds, opens the database, runs one command of the API. */
import { readEnv } from '../src/app/env.ts'
import { whenAskedToStop } from './asked-to-stop.ts'
import { buildWhatChanged } from './build.ts'
import { joinDatabase } from './database.ts'
import { sentenceFor } from './mistakes.ts'
import type { EmbeddedPostgres } from './postgres.ts'

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const [name = '', ...args] = process.argv.slice(2)

const stopping = new AbortController()
let opening: Promise<EmbeddedPostgres> | undefined

whenAskedToStop(async why => {
  say(`${why}: stopping. What was not finished is undone.`)
  stopping.abort()
  await closeDatabase()
  process.exit(130)
})

try {
  const env = readEnv(process.env)
  await buildWhatChanged(say, stopping.signal)
  const { run, needsDatabase = true } = await import(
    new URL(`../dist/commands/${name}.js`, import.meta.url).href
  )
  if (needsDatabase) opening = joinDatabase(env, say)
  const database = await opening
  process.exitCode = await run({ ...env, databaseUrl: database?.url }, args)
  await closeDatabase()
} catch (error) {
  // Whatever was under way breaks when the database goes; the process ends above.
  if (!stopping.signal.aborted) await giveUp(error)
}

async function giveUp(error: unknown): Promise<void> {
  await closeDatabase()
  const sentence = sentenceFor(error)
  if (sentence === null) throw error
  say(sentence)
  process.exitCode = 1
}

async function closeDatabase(): Promise<void> {
  const database = await opening?.catch(() => undefined)
  await database?.stop()
}
