/**
 * `pnpm bench:lighthouse [--path /search?q=…]`: the scores of Lighthouse for the buyer search, on a bare start of its own, as a
 * telephone and as a desktop. The program is fetched by npx in the version named here: it weighs 176 MB, which nobody
 * who works on this house has to carry. Times are of this machine: run it on one that does nothing else, whose
 * benchmark index is printed beside.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Mortal } from './kill-search/mortal.ts'

const version = '13.5.0'
const { values } = parseArgs({
  options: {
    path: { type: 'string', default: `/search?q=${encodeURIComponent('인쇄')}` },
    port: { type: 'string', default: '4796' },
  },
})
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
const origin = `http://localhost:${values.port}`

interface Report {
  categories: Record<string, { score: number | null }>
  environment: { benchmarkIndex: number }
}

const folder = mkdtempSync(path.join(tmpdir(), 'panro-lighthouse-'))
const app = new Mortal('api/launch/start.ts', { PORT: values.port, DATA_DIR: path.join(folder, 'data') })
app.start()
try {
  await untilUp(120)
  // Twice: a first visit warms what every later one finds warm.
  await fetch(origin + values.path)
  for (const preset of ['mobile', 'desktop']) report(preset, measure(preset))
} finally {
  await app.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

function measure(preset: string): Report {
  const file = path.join(folder, `${preset}.json`)
  const args = ['-y', `lighthouse@${version}`, origin + values.path, '--output=json', `--output-path=${file}`]
  const flags = ['--quiet', '--chrome-flags=--headless --no-sandbox']
  const { status, stderr } = spawnSync(
    'npx',
    [...args, ...flags, ...(preset === 'desktop' ? ['--preset=desktop'] : [])],
    {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
    },
  )
  if (status !== 0) throw new Error(`Lighthouse ${version} failed: ${stderr.slice(-500)}`)
  const found: Report = JSON.parse(readFileSync(file, 'utf8'))
  return found
}

function report(preset: string, { categories, environment }: Report) {
  const scores = Object.entries(categories).map(([name, { score }]) => `${name} ${score ?? 'none'}`)
  say(`${preset}: ${scores.join(', ')} (benchmark index ${environment.benchmarkIndex})`)
}

async function untilUp(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resume => setTimeout(resume, 1_000))
  }
  throw new Error(`Nothing answered at ${origin} within ${seconds} s`)
}
