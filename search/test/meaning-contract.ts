import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchRequest } from '../src/engine.ts'
import { aDocument, aRequest, inBatches } from './documents.ts'
import * as random from './random-documents.ts'
import { isUnmeant, referenceAnswer } from './reference.ts'

/** Part of the contract: what people have said about words beyond their letters. */
export function goesByMeaning(theEngine: () => SearchEngine): void {
  const ask = async (asked: Partial<SearchRequest>) => {
    const result = await theEngine().search(aRequest(asked))
    return { ...result, ids: result.hits.map(({ id }) => id) }
  }

  describe('goes by what the words mean', () => {
    beforeEach(async () => {
      await theEngine().rebuild(
        inBatches([
          aDocument('gel', { name: '손소독제 500ml', categoryCodes: ['53131626'] }),
          aDocument('wash', { name: '순한 손세정젤', categoryCodes: ['5313162601'], weight: 2 }),
          aDocument('soap', { name: '손비누 거품형', categoryCodes: ['53131608'] }),
          aDocument('spraying', {
            name: '공간 방역',
            categoryCodes: ['76101503'],
            description: '손소독제 비치 포함',
          }),
          aDocument('named', { name: '손 소독제 보충 서비스', categoryCodes: ['76101503'] }),
          aDocument('both', {
            name: '깨끗한손',
            type: 'enterprise',
            categoryCodes: ['53131626', '76101503'],
            description: '손소독제 소독',
          }),
        ]),
      )
    })

    it('finds what lies in the category of a synonym, below what holds the words', async () => {
      const { ids, total, hits } = await ask({ words: '손소독제', orCategories: ['53131626'] })
      expect(ids.slice(0, 1)).toEqual(['gel'])
      expect([...ids].sort()).toEqual(['both', 'gel', 'named', 'spraying', 'wash'])
      expect(total).toBe(5)
      expect(hits.find(({ id }) => id === 'wash')?.reason).toBe('synonym')
      expect(hits.find(({ id }) => id === 'gel')?.reason).toBe('literal')
      expect(ids.at(-1)).toBe('wash')
    })

    it('finds nothing more without the synonym', async () => {
      expect((await ask({ words: '손소독제' })).ids).not.toContain('wash')
    })

    it('leaves out what lies wholly where the words do not mean, unless its name says them', async () => {
      const { ids, total } = await ask({ words: '손소독제', notCategories: ['7610'] })
      expect([...ids].sort()).toEqual(['both', 'gel', 'named'])
      expect(total).toBe(3)
    })

    it('lets a synonym bring in what would be left out', async () => {
      const asked = { words: '손소독제', notCategories: ['7610'], orCategories: ['76101503'] }
      expect((await ask(asked)).ids).toContain('spraying')
    })

    it('takes each thing once, on whatever page', async () => {
      const pages = await Promise.all(
        Array.from({ length: 6 }, (_, offset) =>
          ask({ words: '손소독제', orCategories: ['5313'], offset, limit: 1 }),
        ),
      )
      const ids = pages.flatMap(page => page.ids)
      expect(new Set(ids).size).toBe(6)
      expect(pages.map(({ total }) => total)).toEqual(Array(6).fill(6))
    })

    it('says nothing without words', async () => {
      expect((await ask({ orCategories: ['5313'], notCategories: ['7610'] })).total).toBe(6)
    })

    it('looks only among the documents asked for', async () => {
      const among = { ids: ['named', 'soap', 'wash', 'never-there'] }
      expect((await ask({ words: '손소독제', ...among })).ids).toEqual(['named'])
      expect((await ask({ words: '손소독제', ...among, orCategories: ['53131626'] })).ids).toEqual([
        'named',
        'wash',
      ])
      expect((await ask({ ids: [] })).total).toBe(0)
    })
  })

  it('finds by synonym what working it out document by document does', async () => {
    const asked = fc
      .record({
        request: random.request,
        orCategories: random.categoryPrefixes,
        ids: fc.option(fc.nat(30)),
      })
      // In keys that no name has: whatever is found is found by meaning.
      .map(({ request, orCategories, ids }) => ({
        pick: ids,
        request: { ...request, words: 'ㅱㅱㅱㅱ', orCategories },
      }))
    await fc.assert(
      fc.asyncProperty(
        random.documents,
        fc.array(asked, { minLength: 1, maxLength: 6 }),
        async (all, some) => {
          await theEngine().rebuild(inBatches(all, 20))
          const requests = some.map(({ pick, request }) =>
            pick === null ? request : { ...request, ids: all.slice(0, pick).map(({ id }) => id) },
          )
          const results = await theEngine().multiSearch(requests)
          const answers = results.map(({ hits, total, facets }) => ({
            ids: hits.map(({ id }) => id),
            total,
            facets,
          }))
          expect(answers).toEqual(requests.map(request => referenceAnswer(all, request)))
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('never finds what the words do not mean, and always what has them in its name', async () => {
    await fc.assert(
      fc.asyncProperty(
        random.documents,
        random.word,
        random.categoryPrefixes,
        async (all, words, notCategories) => {
          await theEngine().rebuild(inBatches(all, 20))
          const request = aRequest({ words, notCategories, limit: 100 })
          const { hits, total } = await theEngine().search(request)
          const found = new Set(hits.map(({ id }) => id))
          expect(total).toBe(found.size)
          for (const document of all) {
            if (isUnmeant(document, request)) expect(found).not.toContain(document.id)
            else if (document.name.replaceAll(' ', '').includes(words)) expect(found).toContain(document.id)
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })
}
