import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedEngine, type FacetKey, type SearchEngine } from '@panro/search'
import { corpus, idOfName, type CorpusPlan } from './search/corpus.ts'
import { inventDistinctly, ITEMS } from './search/fiction.ts'
import { PROBE_CLASSES, probesOf, type Probe, type ProbeClass } from './search/probes.ts'
import { Random } from './search/random.ts'

/**
 * pnpm bench:search [--names <file>] [--items <csv>] [--seed 1] [--size 100000] [--probes 500] [--json]
 *
 * How often the embedded engine shows a name among its first ten when it is typed whole, in part,
 * misspelt, in initials, in the wrong keyboard mode; how long that takes with every facet counted;
 * and what the index costs. The names of the file are looked for; the rest of the corpus is invented.
 */

const FACETS: FacetKey[] = ['type', 'certification', 'category', 'region', 'deliveryRecord']
const ON = '2026-01-01'
const PAGE = 10

interface Figures {
  classes: Record<ProbeClass, number>
  p50: number
  p99: number
  rssMb: number
  buildCpuS: number
}

const { values: options } = parseArgs({
  options: {
    names: { type: 'string' },
    items: { type: 'string' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '100000' },
    probes: { type: 'string', default: '500' },
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
})

const plan = await planOf()
const engine = await startEmbeddedEngine()
const buildCpuS = await build(engine, plan)
const probes = probesOf(plan.names, Number(options.probes), plan.seed)
const { classes, times } = await ask(engine, plan.names, probes)
const figures: Figures = {
  classes,
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  rssMb: memory(),
  buildCpuS,
}
await engine.close()
print(figures, probes)

async function planOf(): Promise<CorpusPlan> {
  const seed = Number(options.seed)
  const random = new Random(seed + 1)
  const names =
    options.names === undefined
      ? [...new Set(Array.from({ length: 2_500 }, () => inventDistinctly(random)))]
      : linesOf(await readFile(options.names, 'utf8'))
  const items = options.items === undefined ? ITEMS : itemsOf(await readFile(options.items, 'utf8'))
  return { names, items, size: Math.max(names.length, Number(options.size)), seed }
}

function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map(line => line.trim()))].filter(line => line !== '')
}

/** `code,title`, with or without a header; a header may say that the title stands in another column. */
function itemsOf(text: string): [string, string][] {
  const rows = linesOf(text.replace(/^\ufeff/, '')).map(line =>
    line.split(',').map(cell => cell.replaceAll('"', '').trim()),
  )
  const headed = rows[0]?.findIndex(cell => cell.startsWith('title')) ?? -1
  const title = headed > 0 ? headed : 1
  return rows.flatMap(row => {
    const [code = ''] = row
    return /^\d{2,10}$/.test(code) && row[title] ? [[code, row[title]] as [string, string]] : []
  })
}

/** CPU seconds of all threads, less what inventing the documents took. */
async function build(engine: SearchEngine, plan: CorpusPlan): Promise<number> {
  let inventing = 0
  async function* documents() {
    const batches = corpus(plan)
    for (;;) {
      const before = process.threadCpuUsage()
      const batch = await batches.next()
      const { user, system } = process.threadCpuUsage(before)
      inventing += user + system
      if (batch.done) return
      yield batch.value
    }
  }
  const before = process.cpuUsage()
  await engine.rebuild(documents())
  const { user, system } = process.cpuUsage(before)
  return round((user + system - inventing) / 1e6)
}

async function ask(engine: SearchEngine, names: readonly string[], probes: readonly Probe[]) {
  const nameOf = new Map(names.map((name, place) => [idOfName(place), name]))
  const times: number[] = []
  const found = Object.fromEntries(PROBE_CLASSES.map(one => [one, { asked: 0, shown: 0 }]))
  for (const probe of probes) {
    const before = performance.now()
    const { hits } = await engine.search({
      words: probe.words,
      types: [],
      filter: {},
      on: ON,
      offset: 0,
      limit: PAGE,
      facets: FACETS,
    })
    times.push(performance.now() - before)
    const isShown = hits.some(({ id }) => nameOf.get(id) === names[probe.name])
    if (!isShown && options.misses)
      console.log(`missed ${probe.class}: ${names[probe.name]} by ${probe.words}`)
    const tally = found[probe.class]
    if (tally === undefined) continue
    tally.asked++
    if (isShown) tally.shown++
  }
  return { classes: rates(found), times: times.sort((a, b) => a - b) }
}

function rates(found: Record<string, { asked: number; shown: number }>): Figures['classes'] {
  const rate = (one: ProbeClass) => round((found[one]?.shown ?? 0) / Math.max(1, found[one]?.asked ?? 0))
  return {
    exact: rate('exact'),
    prefix: rate('prefix'),
    half: rate('half'),
    infix: rate('infix'),
    jamo: rate('jamo'),
    syllable: rate('syllable'),
    spacing: rate('spacing'),
    particle: rate('particle'),
    choseong: rate('choseong'),
    layout: rate('layout'),
  }
}

/** Of the whole process, without what the bench itself left lying. */
function memory(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 2 ** 20)
}

function quantile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

function round(number: number): number {
  return Math.round(number * 1_000) / 1_000
}

function print(figures: Figures, probes: readonly Probe[]): void {
  const lines = PROBE_CLASSES.map(one => {
    const example = probes.find(probe => probe.class === one)?.words ?? ''
    return `${one.padEnd(10)} ${figures.classes[one].toFixed(3)}  e.g. ${example}`
  })
  console.log(`success@${PAGE} of ${probes.length} probes, ${options.size} documents\n${lines.join('\n')}`)
  console.log(`p50 ${figures.p50} ms, p99 ${figures.p99} ms with ${FACETS.length} facets`)
  console.log(`${figures.rssMb} MB, built in ${figures.buildCpuS} CPU s`)
  if (options.json) console.log(JSON.stringify(figures))
}
