import { startEmbeddedEngine } from '@panro/search'
import { corpus } from './search/corpus.ts'
import { ITEMS } from './search/fiction.ts'
import { readFileSync } from 'node:fs'
const names = readFileSync('/work/shared/data/enterprises/certified_names.txt', 'utf8').trim().split('\n')
const mb = () =>
  JSON.stringify(
    Object.fromEntries(Object.entries(process.memoryUsage()).map(([k, v]) => [k, Math.round(v / 2 ** 20)])),
  )
console.log('start', mb())
const e = await startEmbeddedEngine()
console.log('engine', mb())
await e.rebuild(corpus({ names, items: ITEMS, size: 100000, seed: 1 }))
console.log('built', mb()); smaps(); for (const k of [1]) { console.log(JSON.stringify(await (e as any).__stats?.())) }
for (let i = 0; i < 500; i++)
  await e.search({
    words: names[i],
    types: [],
    filter: {},
    on: '2026-01-01',
    offset: 0,
    limit: 10,
    facets: ['type', 'certification', 'category', 'region', 'deliveryRecord'],
  })
console.log('asked', mb())
await new Promise(r => setTimeout(r, 10000))
console.log('rested', mb())
console.log(process.resourceUsage().maxRSS / 1024)
await e.close()
function smaps() {
  const sums: Record<string, number> = {}
  let name = ''
  for (const line of readFileSync('/proc/self/smaps', 'utf8').split('\n')) {
    const m = /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+\s*(.*)$/.exec(line)
    if (m) name = m[1] === '' ? 'anon' : m[1].startsWith('/') ? m[1].split('/').pop()! : m[1]
    const r = /^Rss:\s+(\d+)/.exec(line)
    if (r) sums[name] = (sums[name] ?? 0) + Number(r[1]) / 1024
  }
  console.log(Object.entries(sums).sort((a, b) => b[1] - a[1]).slice(0, 6).map(([k, v]) => k + ' ' + v.toFixed(0)).join(', '))
}
