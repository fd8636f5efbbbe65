/**
 * `pnpm bench [--products 100000] [--rounds 5] [--seconds 4]`: our product page beside the same page
 * written by hand, both up at once on the same database, in turns. The ratio is what to quote: the
 * machine's speed drifts, and drifts for both.
 */
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { median } from '../kit/median.ts'
import { startContestants, type Contestant } from './contestants.ts'
import { collectPages, isSameAnswer } from './pages.ts'
import { measureRound, type Round } from './round.ts'

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
  },
})
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-bench-'))
chmodSync(folder, 0o755)
const database = await startPostgres({ folder: path.join(folder, 'postgres') })
const contestants = await startContestants(database.url, Number(values.products), say)
try {
  const pages = await collectPages(contestants.ours, 300)
  for (const after of pages.slice(0, 20))
    if (!(await isSameAnswer(contestants.ours, contestants.peer, after)))
      throw new Error('The two sides answer differently')
  say('Both sides give the same answers.')
  report(await race(contestants, pages, Number(values.rounds), Number(values.seconds)))
} finally {
  await contestants.stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Rounds = Record<'ours' | 'peer', Round[]>

async function race(
  sides: Record<'ours' | 'peer', Contestant>,
  pages: (string | null)[],
  count: number,
  seconds: number,
): Promise<Rounds> {
  const rounds: Rounds = { ours: [], peer: [] }
  // A first round warms both and is not counted; the order turns round every time.
  for (let round = 0; round <= count; round++)
    for (const name of round % 2 === 0 ? (['peer', 'ours'] as const) : (['ours', 'peer'] as const)) {
      const measured = await measureRound(sides[name], pages, seconds)
      if (round > 0) rounds[name].push(measured)
    }
  return rounds
}

function report({ ours, peer }: Rounds) {
  const line = (name: string, rounds: Round[]) =>
    say(
      `${name.padEnd(34)} ${median(rounds.map(round => round.perSecond))
        .toFixed(0)
        .padStart(6)} requests/s  ` +
        `${median(rounds.map(round => round.cpuMs))
          .toFixed(2)
          .padStart(6)} CPU-ms/request  ` +
        `p50 ${median(rounds.map(round => round.p50))} ms  p99 ${median(rounds.map(round => round.p99))} ms  ` +
        `${rounds.reduce((sum, round) => sum + round.failed, 0)} failed`,
    )
  line('Panro, nested product page', ours)
  line('hand-written Fastify + one SQL', peer)
  const ratios = ours.map((round, index) => round.perSecond / (peer[index]?.perSecond ?? Number.NaN))
  say(
    `ratio, round by round: ${ratios.map(ratio => ratio.toFixed(2)).join(' ')}; median ${median(ratios).toFixed(2)}`,
  )
}
