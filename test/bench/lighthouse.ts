/**
 * `pnpm bench:lighthouse [--path /search?q=…] [--runs 3]`: the scores of Lighthouse for the buyer search, on a bare start
 * of its own, as a telephone and as a desktop. The program is fetched by npx in the version named here: it weighs 176 MB,
 * which nobody who works on this house has to carry. Times are of this machine: run it on one that does nothing else,
 * whose benchmark index is printed beside. A telephone is played twice: four times as slow as this machine, as
 * Lighthouse does without asking, which is meant for an index from 1,500; and as slow as its own table has it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { median } from '../kit/median.ts'
import { Mortal } from './kill-search/mortal.ts'

const version = '13.5.0'
const { values } = parseArgs({
  options: {
    path: { type: 'string', default: `/search?q=${encodeURIComponent('인쇄')}` },
    port: { type: 'string', default: '4796' },
    runs: { type: 'string', default: '3' },
  },
})
const metrics = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
}
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
const origin = `http://localhost:${values.port}`

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
  environment: { benchmarkIndex: number }
}

const desktop = ['--preset=desktop']
const asSlowAs = (times: number) => [`--throttling.cpuSlowdownMultiplier=${times}`]
/** A telephone of the middle as seen from this machine: docs/throttling.md of Lighthouse, read on 2026-11-22. */
const timesOf = (index: number) => (index >= 1_500 ? 4 : index >= 800 ? 2 : 1)

const folder = mkdtempSync(path.join(tmpdir(), 'panro-lighthouse-'))
const app = new Mortal('api/launch/start.ts', { PORT: values.port, DATA_DIR: path.join(folder, 'data') })
app.start()
try {
  await untilUp(120)
  // Twice: a first visit warms what every later one finds warm.
  await fetch(origin + values.path)
  const indexes = report('telephone, 4 times as slow', asSlowAs(4))
  const times = timesOf(median(indexes))
  report(`telephone, ${times} times as slow by the table`, asSlowAs(times))
  report('desktop', desktop)
} finally {
  await app.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

/** Says what each run found, and the medians; returns the benchmark index of each. */
function report(name: string, flags: string[]): number[] {
  const reports = Array.from({ length: Number(values.runs) }, () => measure(flags))
  for (const { categories, audits, environment } of reports) {
    const scores = Object.entries(categories).map(([category, { score }]) => `${category} ${score ?? 'none'}`)
    const spent = Object.entries(metrics).map(
      ([short, audit]) => `${short} ${Math.round(audits[audit]?.numericValue ?? NaN)} ms`,
    )
    say(`${name}: ${[...scores, ...spent].join(', ')} (benchmark index ${environment.benchmarkIndex})`)
  }
  const performance = reports.map(({ categories }) => categories['performance']?.score ?? NaN)
  say(`${name}: performance ${median(performance)} in the median of ${reports.length}`)
  return reports.map(({ environment }) => environment.benchmarkIndex)
}

/** Now and then Chromium records no beginning of a page load; Lighthouse then asks to be run again. */
function measure(flags: string[], attempts = 3): Report {
  const file = path.join(folder, 'report.json')
  const args = ['-y', `lighthouse@${version}`, origin + values.path, '--output=json', `--output-path=${file}`]
  const { status, stderr } = spawnSync(
    'npx',
    [...args, '--quiet', '--chrome-flags=--headless --no-sandbox', ...flags],
    {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
    },
  )
  if (stderr.includes('NO_NAVSTART') && attempts > 1) return measure(flags, attempts - 1)
  if (status !== 0) throw new Error(`Lighthouse ${version} failed: ${stderr.slice(-500)}`)
  const found: Report = JSON.parse(readFileSync(file, 'utf8'))
  return found
}

async function untilUp(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resume => setTimeout(resume, 1_000))
  }
  throw new Error(`Nothing answered at ${origin} within ${seconds} s`)
}
