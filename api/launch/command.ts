/** `pnpm seed`, `pnpm run import …` and their like: builds, opens the database, runs one command of the API. */
import { readEnv, WrongSettings } from '../src/app/env.ts'
import { buildWhatChanged } from './build.ts'
import { joinDatabase } from './database.ts'

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const [name = '', ...args] = process.argv.slice(2)

try {
  const env = readEnv(process.env)
  await buildWhatChanged(say)
  const { run } = await import(new URL(`../dist/commands/${name}.js`, import.meta.url).href)
  const database = await joinDatabase(env, say)
  try {
    process.exitCode = await run({ ...env, databaseUrl: database.url }, args)
  } finally {
    await database.stop()
  }
} catch (error) {
  if (!(error instanceof WrongSettings)) throw error
  say(error.message)
  process.exitCode = 1
}
