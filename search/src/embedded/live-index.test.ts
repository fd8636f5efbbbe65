import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDocument, ALL_FACETS, aRequest } from '../../test/documents.ts'
import * as random from '../../test/random-documents.ts'
import type { SearchDocument } from '../documents.ts'
import { keystrokesOf } from '../korean/keystrokes.ts'
import { LiveIndex } from './live-index.ts'

const noPause = async () => undefined

async function indexOf(documents: readonly SearchDocument[]): Promise<LiveIndex> {
  const index = new LiveIndex(noPause)
  await index.rebuild(async builder => documents.forEach(document => builder.add(document)))
  return index
}

const change = fc.oneof(
  random.documents.map(documents => ({ upsert: documents.slice(0, 5) })),
  fc.nat(30).map(place => ({ remove: place })),
)

it('answers after any upserts and removals as an index built of the result does', async () => {
  await fc.assert(
    fc.asyncProperty(
      random.documents,
      fc.array(change, { maxLength: 12 }),
      random.word,
      async (first, changes, words) => {
        const index = await indexOf(first)
        const rows = new Map(first.map(document => [document.id, document]))
        for (const one of changes) {
          if ('upsert' in one) {
            // Known ids come back with new content, as rows that were changed do.
            const known = [...rows.keys()]
            const changed = one.upsert.map((document, place) => ({
              ...document,
              id: known[place * 2] ?? document.id,
            }))
            changed.forEach(document => rows.set(document.id, document))
            await index.upsert(changed)
          } else {
            const id = [...rows.keys()][one.remove] ?? 'unknown'
            rows.delete(id)
            await index.remove([id])
          }
        }
        const fresh = await indexOf([...rows.values()])
        for (const typed of ['', words, words.slice(0, 1)]) {
          const asked = aRequest({ words: typed, limit: 100, facets: ALL_FACETS })
          expect(index.search(asked)).toEqual(fresh.search(asked))
        }
        expect(index.documents).toBe(rows.size)
      },
    ),
    { numRuns: 60 },
  )
})

it('finds by words exactly the documents that hold them from the start of a syllable on', async () => {
  await fc.assert(
    fc.asyncProperty(random.documents, random.request, random.word, async (documents, request, words) => {
      const index = await indexOf(documents)
      const literal = documents.filter(({ name }) => holdsAtSyllable(name, words))
      fc.pre(literal.length >= 3)
      const reference = await indexOf(literal)
      const asked = { ...request, words, limit: 100, offset: 0 }
      const { total, facets, hits } = index.search(asked)
      // Without words the engine is held to the reference of the contract; here to itself without words.
      const expected = reference.search({ ...asked, words: '' })
      expect({ total, facets }).toEqual({ total: expected.total, facets: expected.facets })
      expect(hits.map(({ id }) => id).sort()).toEqual(expected.hits.map(({ id }) => id).sort())
    }),
    { numRuns: 150 },
  )
})

function holdsAtSyllable(name: string, words: string): boolean {
  const letters = Array.from(name.replaceAll(' ', ''))
  return letters.some((_, place) =>
    keystrokesOf(letters.slice(place).join('')).startsWith(keystrokesOf(words)),
  )
}

it('pages without gaps or repeats, whatever the size of the page', async () => {
  const documents = Array.from({ length: 57 }, (_, place) =>
    aDocument(`d${place}`, { name: '현수막', weight: place % 5 }),
  )
  const index = await indexOf(documents.slice(0, 40))
  await index.upsert(documents.slice(40))
  const whole = index.search(aRequest({ words: '현수막', limit: 100 })).hits
  expect(whole).toHaveLength(57)
  const pages = [0, 7, 14, 21, 28, 35, 42, 49, 56].flatMap(
    offset => index.search(aRequest({ words: '현수막', offset, limit: 7 })).hits,
  )
  expect(pages).toEqual(whole)
})

it('merges what many writes left behind, and answers the same throughout', async () => {
  const total = 6_000
  const documents = Array.from({ length: total }, (_, place) =>
    aDocument(`d${place}`, { name: `의자 ${place}` }),
  )
  const index = await indexOf(documents)
  for (let from = 0; from < total; from += 500) {
    await index.upsert(
      documents.slice(from, from + 500).map(({ id }) => aDocument(id, { name: `책상 ${id}` })),
    )
    const changed = Math.min(total, from + 500)
    expect(index.search(aRequest({ words: '책상' })).total).toBe(changed)
    expect(index.search(aRequest()).total).toBe(total)
  }
  expect(index.documents).toBe(total)
})
