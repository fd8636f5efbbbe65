/**
 * `pnpm bench:vetting [--cases 300]`: queued reviews decided by keyboard alone in a real Chromium, by a script that
 * presses what a person would. Time is modelled by the keystroke-level model (Card, Moran and Newell, The Psychology of
 * Human-Computer Interaction, 1983, chapter 8): K 0.28 s a key of somebody who types on average, a held key being one
 * more; M 1.35 s to make up one's mind, once for each decision and once more for what is to be corrected. No pointer is
 * used. Reading papers takes as long as it takes, and is in no model.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { chromium } from 'playwright-core'
import { decideAll } from './vetting/decide-all.ts'
import { layQueue } from './vetting/lay-queue.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '300' } } })
const cases = Number(values.cases)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
const keySeconds = 0.28
const thoughtSeconds = 1.35

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-vetting-'))
chmodSync(folder, 0o755)
const database = await startPostgres({ folder: path.join(folder, 'postgres') })
const queue = await layQueue(database.url, path.join(folder, 'files'), cases)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox'],
})
try {
  say(`${cases} cases wait, each with an attestation, a document and a check by the staff.`)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR' })
  await context.addCookies([{ name: 'sid', value: queue.token, url: queue.url }])
  const page = await context.newPage()
  const begun = performance.now()
  const tally = await decideAll(page, queue.url, cases)
  const machineSeconds = (performance.now() - begun) / 1_000
  const left = await queue.undecided()

  const minutes = (keys: number, thoughts: number) => (keys * keySeconds + thoughts * thoughtSeconds) / 60
  for (const [what, { decisions, keys, thoughts }] of Object.entries(tally))
    say(
      `${what}: ${decisions} decisions, ${(keys / decisions).toFixed(1)} keys each, ${minutes(keys, thoughts).toFixed(1)} min`,
    )
  const sum = Object.values(tally).reduce(
    (total, { keys, thoughts }) => ({ keys: total.keys + keys, thoughts: total.thoughts + thoughts }),
    { keys: 0, thoughts: 0 },
  )
  say(`in all: ${sum.keys} keys, 0 clicks, ${left} cases undecided`)
  say(
    `modelled: ${minutes(sum.keys, 0).toFixed(1)} min of keys + ${minutes(0, sum.thoughts).toFixed(1)} min of thought = ${minutes(sum.keys, sum.thoughts).toFixed(1)} min (target: 10)`,
  )
  say(
    `the machine itself: ${machineSeconds.toFixed(0)} s, ${((machineSeconds / cases) * 1_000).toFixed(0)} ms a case`,
  )
  process.exitCode = left === 0 ? 0 : 1
} finally {
  await browser.close()
  await queue.stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
