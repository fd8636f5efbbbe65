/**
 * `pnpm bench:curation [--applicants 300]`: the applicants of an event decided by keyboard alone in a real Chromium, by
 * a script that presses what a person would. Time is modelled as in `bench:vetting`: K 0.28 s a key, M 1.35 s to make
 * up one's mind, once for each decision and once more for each slip that is taken back. No pointer is used. Reading
 * what is known of an applicant takes as long as it takes, and is in no model.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { chromium } from 'playwright-core'
import { decideAll } from './curation/decide-all.ts'
import { layBoard } from './curation/lay-board.ts'
import { timeRanking } from './curation/time-ranking.ts'

const { values } = parseArgs({ options: { applicants: { type: 'string', default: '300' } } })
const applicants = Number(values.applicants)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
const keySeconds = 0.28
const thoughtSeconds = 1.35

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-curation-'))
chmodSync(folder, 0o755)
const database = await startPostgres({ folder: path.join(folder, 'postgres') })
const board = await layBoard(database.url, path.join(folder, 'files'), applicants)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox'],
})
try {
  say(
    `${applicants} have applied, with 10 products each and up to 5 delivery records; 200 items are planned.`,
  )
  say(`ranking all of them: ${await timeRanking(board)}`)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR' })
  await context.addCookies([{ name: 'sid', value: board.token, url: board.url }])
  const page = await context.newPage()
  const begun = performance.now()
  const tally = await decideAll(page, `${board.url}/staff/events/${board.event}/curation`, applicants)
  const machineSeconds = (performance.now() - begun) / 1_000
  const left = await board.undecided()

  const minutes = (keys: number, thoughts: number) => (keys * keySeconds + thoughts * thoughtSeconds) / 60
  for (const [what, { decisions, keys, thoughts }] of Object.entries(tally))
    say(
      `${what}: ${decisions} decisions, ${(keys / Math.max(1, decisions)).toFixed(1)} keys each, ${minutes(keys, thoughts).toFixed(1)} min`,
    )
  const sum = Object.values(tally).reduce(
    (total, { keys, thoughts }) => ({ keys: total.keys + keys, thoughts: total.thoughts + thoughts }),
    { keys: 0, thoughts: 0 },
  )
  say(`in all: ${sum.keys} keys, 0 clicks, ${left} undecided`)
  say(
    `modelled: ${minutes(sum.keys, 0).toFixed(1)} min of keys + ${minutes(0, sum.thoughts).toFixed(1)} min of thought = ${minutes(sum.keys, sum.thoughts).toFixed(1)} min (target: 10)`,
  )
  say(
    `the machine itself: ${machineSeconds.toFixed(0)} s, ${((machineSeconds / applicants) * 1_000).toFixed(0)} ms each`,
  )
  process.exitCode = left === 0 ? 0 : 1
} finally {
  await browser.close()
  await board.stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
