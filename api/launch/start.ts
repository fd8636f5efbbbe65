/**
 * `pnpm start`: everything, from nothing. Says on stderr what it is doing, so that stdout carries
 * nothing but the log. Node runs this file as it is; what has decorators is built first.
 */
import { readEnv, WrongSettings } from '../src/app/env.ts'
import { buildWhatChanged } from './build.ts'
import { FolderInUse } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { endWithParent } from './parent.ts'

const begun = performance.now()
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

try {
  const env = readEnv(process.env)
  say(
    `판로 Panro is starting (data in ${env.databaseUrl === null ? env.dataDir : 'the database of DATABASE_URL'}).`,
  )
  const [database] = await Promise.all([openDatabase(env, say), buildWhatChanged(say)])
  const { serve } = await import(new URL('../dist/app/serve.js', import.meta.url).href)
  const running = await serve({ ...env, databaseUrl: database.url }, { isDemo: true, hasWorker: true, say })

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
  say(
    `\n  ${running.url}   (ready after ${((performance.now() - begun) / 1000).toFixed(1)} s; Ctrl-C stops it)\n`,
  )
} catch (error) {
  const sentence = forPeople(error)
  if (sentence === null) throw error
  say(sentence)
  process.exit(1)
}

/** What the person can mend, in a sentence; anything else keeps its stack. */
function forPeople(error: unknown): string | null {
  if (error instanceof WrongSettings || error instanceof FolderInUse) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program: set PORT to another one, e.g. PORT=4001.'
  return null
}
