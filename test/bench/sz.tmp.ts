import { LiveIndex } from '../../search/src/embedded/live-index.ts'
import { SegmentBuilder } from '../../search/src/embedded/segment.ts'
import { corpus } from './search/corpus.ts'
import { ITEMS } from './search/fiction.ts'
import { readFileSync } from 'node:fs'
const names = readFileSync('/work/shared/data/enterprises/certified_names.txt', 'utf8').trim().split('\n')
const b = new SegmentBuilder()
for await (const batch of corpus({ names, items: ITEMS, size: 100000, seed: 1 }))
  for (const d of batch) b.add(d)
const s = await b.finish(async () => {})
const d = s.dictionary
console.log(
  'entries',
  d.texts.length,
  'keys',
  d.keys.length,
  'printed',
  d.printed.size,
  'initials',
  d.initials.length,
  'grams',
  s.grams.entries.members.length,
  'postings',
  s.postings.members.length,
  'cert groups',
  s.columns.certification.groups.length,
)
