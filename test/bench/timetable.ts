import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { violationsIn } from '@panro/api/src/modules/timetable/check.ts'
import { readDzn } from '@panro/api/src/modules/timetable/read-dzn.ts'
import { solve, type Answer } from '@panro/api/src/modules/timetable/solve.ts'

/**
 * pnpm bench:timetable --dir <folder> [--seconds 30] [--limit 80] [--only forum-13]
 *
 * The solver beside the best that is known of each instance: the folder holds `best_known.json`, and the
 * instances beside it or in `instances/`. Two threads solve, so other work on the machine shows.
 */
interface Known {
  file: string
  optimumBreaks: number | null
  status: string
}

const FAIRNESS = 2

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    limit: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
  },
})
if (options.dir === undefined) {
  process.stderr.write('Usage: pnpm bench:timetable --dir <folder with best_known.json> [--seconds 30]\n')
  process.exit(1)
}
const folder = path.resolve(process.env['INIT_CWD'] ?? '.', options.dir)
const all: Known[] = JSON.parse(readFileSync(path.join(folder, 'best_known.json'), 'utf8'))
const chosen = all.filter(({ file }) => file.includes(options.only)).slice(0, Number(options.limit))

const totals = { feasible: 0, reached: 0, proven: 0, infeasible: 0, inTime: 0, invalid: 0, late: 0 }
for (const known of chosen) {
  const instance = readDzn(readFileSync(path.join(folder, 'instances', known.file), 'utf8'))
  const answer = await solve(instance, { seconds: Number(options.seconds), fairness: FAIRNESS })
  const isInvalid = answer.schedule !== null && violationsIn(instance, answer.schedule, FAIRNESS).length > 0
  count(known, answer, isInvalid)
  process.stdout.write(`${lineOf(known, answer)}${isInvalid ? '  INVALID' : ''}\n`)
}
process.stdout.write(`
best known reached  ${totals.reached} of ${totals.feasible} feasible, ${totals.proven} proven
infeasible in 5 s   ${totals.inTime} of ${totals.infeasible}, each with a reason
invalid schedules   ${totals.invalid}
over the time       ${totals.late}
`)

function count(known: Known, answer: Answer, isInvalid: boolean): void {
  if (isInvalid) totals.invalid++
  if (answer.seconds > Number(options.seconds) + 0.5) totals.late++
  if (known.optimumBreaks === null) {
    totals.infeasible++
    if (answer.status === 'infeasible' && answer.seconds <= 5 && answer.reason !== '') totals.inTime++
    return
  }
  totals.feasible++
  if (answer.breaks !== null && answer.breaks <= known.optimumBreaks) totals.reached++
  if (answer.status === 'optimal') totals.proven++
}

function lineOf({ file, optimumBreaks }: Known, { status, breaks, bound, seconds, reason }: Answer): string {
  const figures =
    status === 'infeasible' ? reason : `${bound}..${breaks ?? '?'} (best ${optimumBreaks ?? 'none'})`
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return `${file.padEnd(34)} ${status.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  load ${load.padStart(4)}  ${figures}`
}
