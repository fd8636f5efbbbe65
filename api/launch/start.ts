/**
 * `pnpm start`: everything, from nothing. Says on stderr what it is doing, so that stdout carries
 * nothing but the log. Node runs this file as it is; what has decorators is built first.
 */
import { readEnv } from '../src/app/env.ts'
import { buildWhatChanged } from './build.ts'
import { openDatabase } from './database.ts'
import { sentenceFor } from './mistakes.ts'
import { endWithParent } from './parent.ts'
import type { EmbeddedPostgres } from './postgres.ts'

const begun = performance.now()
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

let database: EmbeddedPostgres | undefined
try {
  const env = readEnv(process.env)
  say(
    `판로 Panro is starting (data in ${env.databaseUrl === null ? env.dataDir : 'the database of DATABASE_URL'}).`,
  )
  const building = buildWhatChanged(say)
  // Reported below, once the database that is starting meanwhile can be stopped.
  building.catch(() => {})
  database = await openDatabase(env, say)
  await building
  const { serve } = await import(new URL('../dist/app/serve.js', import.meta.url).href)
  const running = await serve({ ...env, databaseUrl: database.url }, { isDemo: true, hasWorker: true, say })
  stopWhenAsked(running, database)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`\n  ${running.url}   (ready after ${seconds} s; Ctrl-C stops it)\n`)
} catch (error) {
  await database?.stop()
  const sentence = sentenceFor(error)
  if (sentence === null) throw error
  say(sentence)
  process.exit(1)
}

function stopWhenAsked(running: { stop(): Promise<void> }, database: EmbeddedPostgres) {
  let isStopping = false
  const stop = async (why: string) => {
    if (isStopping) return
    isStopping = true
    say(`${why}: stopping …`)
    await running.stop()
    await database.stop()
    say('Stopped. The data is safe.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
  endWithParent(() => void stop('The command that started this has ended'))
}
