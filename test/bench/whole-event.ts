/**
 * `pnpm bench:event`: the whole of 서울 2021 through the API, from the first form to the report, with the seconds each
 * step takes; three rounds, 85 institutions, 171 enterprises, 576 meetings.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { openSql } from '../kit/sql.ts'
import { playWholeEvent } from '../kit/whole-event/play.ts'
import { openHouse } from './whole-event/open-house.ts'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ')[0]
const roundSeconds = 5
const mostMoved = 192 * 0.05

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-event-'))
chmodSync(folder, 0o755)
const clock = { now: new Date() }
const house = await openHouse(folder, () => clock.now)
const sql = await openSql(house.databaseUrl)
try {
  say(`load ${load()}`)
  const begun = performance.now()
  const { proposed, rounds, figures } = await playWholeEvent({ app: house, sql, clock }, timed, roundSeconds)
  say(`in all ${seconds(begun)} s; load ${load()}`)
  for (const [number, { meetings, moved, breaks }] of rounds.entries())
    say(
      `round ${number + 1}: ${meetings} meetings, ${breaks} breaks, ${moved} moved after the cancellation (at most ${Math.floor(mostMoved)})`,
    )
  const counted = ['institutions', 'enterprises', 'held'].map(key => figures.get(key))
  say(
    `${proposed.chosen} proposed; the report counts institutions, enterprises, meetings held: ${counted.join(', ')}`,
  )
  const isAsItWas = counted.join() === '85,171,576' && rounds.every(({ moved }) => moved <= mostMoved)
  process.exitCode = isAsItWas ? 0 : 1
} finally {
  await sql.end()
  await house.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const done = await work()
  say(`${seconds(begun).padStart(6)} s  ${step}`)
  return done
}

function seconds(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1)
}
