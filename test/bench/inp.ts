/**
 * `pnpm bench:inp [--enterprises 10000] [--times 15]`: how long the staff's list of enterprises takes to answer a
 * hand, in a real browser, with so many enterprises at the centre. A figure is what the browser itself says of an
 * interaction (Event Timing): from the key or the click to the next frame drawn; INP is the slowest, one in fifty left
 * out, as web.dev/articles/inp defines it. After it what the page
 * itself works for each, in time of the processor, which others on the same machine hardly lengthen.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { startDesk } from './inp/desk.ts'
import { measureHand } from './inp/hand.ts'

const { values } = parseArgs({
  options: {
    enterprises: { type: 'string', default: '10000' },
    times: { type: 'string', default: '15' },
  },
})
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** What people feel as at once; the promise of the staff's lists. */
const promisedMs = 100

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-inp-'))
chmodSync(folder, 0o755)
const database = await startPostgres({ folder: path.join(folder, 'postgres') })
try {
  const desk = await startDesk(database.url, Number(values.enterprises), path.join(folder, 'data'), say)
  try {
    const { figures, work } = await measureHand(desk, Number(values.times))
    for (const { what, times, p50, max } of figures)
      say(`${what.padEnd(24)} ${String(times).padStart(4)} times  p50 ${p50} ms  max ${max} ms`)
    say(
      `The page itself works, in milliseconds of the processor (load of this machine: ${loadavg()[0]?.toFixed(1)}):`,
    )
    for (const { what, all, layout } of work)
      say(`${what.padEnd(24)} ${all.toFixed(0).padStart(4)} ms, style and layout ${layout.toFixed(0)} ms`)
    const all = figures.flatMap(figure => figure.all).sort((a, b) => b - a)
    const inp = all[Math.floor(all.length / 50)] ?? 0
    say(
      `INP of ${all.length} interactions: ${inp} ms, promised are ${promisedMs} ms; the slowest took ${all[0]} ms.`,
    )
    if (inp > promisedMs) process.exitCode = 1
  } finally {
    await desk.stop()
  }
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
