import { Worker } from 'node:worker_threads'
import { LiveIndex } from '../../search/src/embedded/live-index.ts'
import { corpus } from './search/corpus.ts'
import { ITEMS } from './search/fiction.ts'
import { readFileSync } from 'node:fs'
const names = readFileSync('/work/shared/data/enterprises/certified_names.txt', 'utf8').trim().split('\n')
const mb = () =>
  Object.fromEntries(Object.entries(process.memoryUsage()).map(([k, v]) => [k, Math.round(v / 2 ** 20)]))
console.log('start', mb())
const index = new LiveIndex(async () => {})
await index.rebuild(async b => {
  for await (const batch of corpus({ names, items: ITEMS, size: 100000, seed: 1 }))
    for (const d of batch) b.add(d)
  console.log('filled', mb())
})
console.log('built', mb())
globalThis.gc?.()
console.log('gc', mb())
const run = words => {
  const t = performance.now()
  const r = index.search({
    words,
    types: [],
    filter: {},
    on: '2026-01-01',
    offset: 0,
    limit: 10,
    facets: ['type', 'certification', 'category', 'region', 'deliveryRecord'],
  })
  return [words, r.total, +(performance.now() - t).toFixed(2)].join(' ')
}
for (let i = 0; i < 3; i++)
  for (const w of [
    '',
    '가',
    'ㄱ',
    '사회적기업',
    '서울',
    '현수막',
    '현수먹',
    '친환경 현수막',
    '친환겅 현수먹',
    'ㅊㅎㄱ',
    '나누',
    '나부',
    '트래블러스멥',
    'ㅇㅅ',
    '사회적협동조합두레마을',
    '다담',
  ])
    console.log(run(w))
console.log(mb())
