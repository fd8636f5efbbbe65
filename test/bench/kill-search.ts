/**
 * `pnpm bench:kill-search [--kills 300] [--crashes 5] [--pause 1500] [--seed 1]`: kills API processes,
 * workers and the database while people write, and then counts what the search indexes have wrong.
 */
import { parseArgs } from 'node:util'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { playKills } from './kill-search/play.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    crashes: { type: 'string', default: '5' },
    pause: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
  },
})
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

await buildWhatChanged(say)
const outcome = await playKills({
  kills: Number(values.kills),
  databaseCrashes: Number(values.crashes),
  pauseMs: Number(values.pause),
  seed: Number(values.seed),
  say,
})
const { kills, databaseCrashes, deathsOfTheirOwn, changes, documents, restartedMs, drainedMs, differences } =
  outcome
say(
  `${kills} kills, ${databaseCrashes} crashes of the database, ${deathsOfTheirOwn.length} deaths of their own`,
)
for (const [reason, deaths] of Map.groupBy(deathsOfTheirOwn, reason => reason))
  say(`  ${deaths.length}: ${reason}`)
say(`${changes} changes; ${documents.enterprises} enterprises and ${documents.products} products to be found`)
say(
  `all up again after ${(restartedMs / 1000).toFixed(1)} s; then drained in ${(drainedMs / 1000).toFixed(1)} s`,
)
for (const [where, { missing, stale, ghosts }] of Object.entries(differences))
  say(`${where}: ${missing} missing, ${stale} stale, ${ghosts} ghosts`)
const wrong = Object.values(differences).reduce((sum, one) => sum + one.missing + one.stale + one.ghosts, 0)
process.exitCode = wrong === 0 && drainedMs <= 5_000 ? 0 : 1
