import { setTimeout } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '../src/content-hash.ts'
import type { CertifiedPeriod, SearchDocument } from '../src/documents.ts'
import type { Fingerprint, SearchEngine, SearchRequest } from '../src/engine.ts'
import { aDocument, ALL_FACETS, aRequest, inBatches } from './documents.ts'
import { takesWordsExactly } from './exact-contract.ts'
import { canBeMarked } from './marks-contract.ts'
import { goesByMeaning } from './meaning-contract.ts'
import * as random from './random-documents.ts'
import { referenceAnswer } from './reference.ts'

/** What every engine must do; each test gets an engine that holds nothing. */
export function keepsTheContract(
  start: () => Promise<SearchEngine>,
  end: (engine: SearchEngine) => Promise<void> = engine => engine.close(),
): void {
  describe('the contract', () => {
    let engine: SearchEngine

    beforeEach(async () => {
      engine = await start()
    })
    afterEach(async () => {
      await end(engine)
    })

    const find = async (words: string, asked: Partial<SearchRequest> = {}) => {
      const result = await engine.search(aRequest({ ...asked, words }))
      return { ...result, ids: result.hits.map(({ id }) => id) }
    }
    const totalsOn = async (on: string) => {
      const filter = { certifications: ['social_enterprise'] }
      const { total, facets } = await engine.search(aRequest({ on, filter, facets: ['certification'] }))
      return [total, facets[0]?.values[0]?.count ?? 0]
    }
    const fingerprints = async () => {
      const told: Fingerprint[] = []
      for await (const some of engine.fingerprints()) told.push(...some)
      return told.sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    const hold = async (...documents: SearchDocument[]) => {
      await engine.rebuild(inBatches(documents))
    }

    describe('finds what people mean', () => {
      beforeEach(async () => {
        await hold(
          aDocument('nanum', { name: '행복나눔', type: 'enterprise', weight: 1 }),
          aDocument('nanum-mart', { name: '(주)행복나눔마트', type: 'enterprise', weight: 9 }),
          aDocument('paper', { name: '친환경 복사용지 A4', enterpriseName: '행복나눔' }),
          aDocument('chair', { name: '메쉬 사무용 의자' }),
          aDocument('suspect', { name: '용의자 추적 소설' }),
          aDocument('banner', { name: '현수막 제작', description: '행사장에서 쓰는 현수막을 만듭니다' }),
          aDocument('social', { name: '사회적기업아시아', type: 'enterprise' }),
          aDocument('beans', { name: '농업회사법인콩세알', type: 'enterprise' }),
        )
      })

      it.each([
        ['the exact name', '행복나눔', 'nanum', 'literal'],
        ['its beginning', '친환경 복사', 'paper', 'literal'],
        ['a half-typed syllable', '복사용ㅈ', 'paper', 'literal'],
        ['the middle of a name', '적기업아시', 'social', 'literal'],
        ['other spacing', '행복 나눔', 'nanum', 'spacing'],
        ['no spacing', '사무용의자', 'chair', 'spacing'],
        ['a particle', '콩세알에서', 'beans', 'particle'],
        ['initials', 'ㅅㅎㅈㄱㅇ', 'social', 'initials'],
        ['the wrong keyboard mode', 'godqhrsksna', 'nanum', 'layout'],
        ['a slip of the finger', '복사욘지', 'paper', 'typo'],
        ['another legal form', '㈜콩세알', 'beans', 'literal'],
        ['decomposed letters', '행복나눔'.normalize('NFD'), 'nanum', 'literal'],
        ['full-width letters', 'Ａ４ 친환경', 'paper', undefined],
      ])('by %s: %s', async (_, words, id, reason) => {
        const { hits } = await find(words)
        expect(hits[0]).toMatchObject(reason === undefined ? { id } : { id, reason })
      })

      it('shows the name itself before longer names that weigh more', async () => {
        const { ids } = await find('행복나눔')
        expect(ids[0]).toBe('nanum')
        expect(ids).toContain('nanum-mart')
      })

      it('does not take a chair (의자) for a suspect (용의자)', async () => {
        const { ids } = await find('사무용의자')
        expect(ids).toEqual(['chair'])
      })

      it('finds nothing by a lone figure that nobody wrote', async () => {
        expect((await find('0')).total).toBe(0)
      })

      it('needs every word, wherever in the document it stands', async () => {
        const { ids } = await find('행복나눔 복사용지')
        expect(ids).toEqual(['paper'])
      })

      it('says what it read when the keyboard was in the wrong mode', async () => {
        const { correction } = await find('godqhrsksna')
        expect(correction).toBe('행복나눔')
      })

      it('finds nothing by signs alone, and does not mind them', async () => {
        const { total } = await find('!!! ???')
        expect(total).toBe(0)
      })

      it('answers very long and very odd words', async () => {
        for (const words of [
          '가'.repeat(3_000),
          '사과 '.repeat(1_000),
          'ㅋㅋㅋ',
          '\u0000',
          "'; DROP",
          '%_',
        ]) {
          await expect(find(words)).resolves.toMatchObject({ correction: null })
        }
      })

      it('suggests names that begin so', async () => {
        const suggestions = await engine.suggest({ words: '행복나', limit: 2 })
        expect(suggestions.map(({ text }) => text).sort()).toEqual(['(주)행복나눔마트', '행복나눔'])
      })

      it('answers several searches in the order asked', async () => {
        const results = await engine.multiSearch(['콩세알', '현수막 제작'].map(words => aRequest({ words })))
        expect(results.map(({ hits }) => hits[0]?.id)).toEqual(['beans', 'banner'])
      })
    })

    it('tells firms apart by their legal form, whatever they weigh', async () => {
      await hold(
        aDocument('plain', { name: '그루터기', type: 'enterprise', weight: 9 }),
        aDocument('coop', { name: '그루터기협동조합', type: 'enterprise', weight: 1 }),
        aDocument('company', { name: '주식회사 그루터기', type: 'enterprise', weight: 5 }),
      )
      expect((await find('그루터기협동조합')).ids[0]).toBe('coop')
      expect((await find('주식회사그루터기')).ids[0]).toBe('company')
      expect((await find('그루터기')).ids[0]).toBe('plain')
    })

    it('never shows something similar above something literal', async () => {
      await hold(
        aDocument('similar', { name: '푸른하들', weight: 1_000 }),
        aDocument('literal', { name: '아주 먼 곳의 푸른하늘 이야기' }),
      )
      const { ids } = await find('푸른하늘')
      expect(ids[0]).toBe('literal')
    })

    describe('filters and counts', () => {
      it('as working it out document by document does', async () => {
        await fc.assert(
          fc.asyncProperty(
            random.documents,
            fc.array(random.request, { minLength: 1, maxLength: 6 }),
            async (all, requests) => {
              await engine.rebuild(inBatches(all, 20))
              const results = await engine.multiSearch(requests)
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

      it('counts the kinds of certification for everybody who asks at the same time', async () => {
        await hold(aDocument('one', { certifications: [held('2025-01-01', '2026-12-31')] }))
        const several = await Promise.all(Array.from({ length: 4 }, () => totalsOn('2025-06-30')))
        expect(several).toEqual(Array.from({ length: 4 }, () => [1, 1]))
      })

      it('judges a certification on the day asked for, to the day, and not in the gap between two', async () => {
        await hold(
          aDocument('one', { certifications: [held(null, '2025-03-31'), held('2025-05-01', '2026-05-31')] }),
        )
        expect(await totalsOn('2025-03-31')).toEqual([1, 1])
        expect(await totalsOn('2025-04-15')).toEqual([0, 0])
        expect(await totalsOn('2025-05-01')).toEqual([1, 1])
        expect(await totalsOn('2026-05-31')).toEqual([1, 1])
        expect(await totalsOn('2026-06-01')).toEqual([0, 0])
      })

      it('takes whatever stands in a filter for a value, never for a part of the filter', async () => {
        await hold(aDocument('hidden', { categoryCodes: ['44121701'], regionCode: '1111000000' }))
        const attacks = [
          '") OR type = "product',
          '" OR id EXISTS OR "',
          '\\',
          "' OR 1=1",
          'a] OR id IN ["hidden"',
        ]
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(fc.constantFrom(...attacks), fc.string({ minLength: 1 })),
            async value => {
              fc.pre(!'44121701'.startsWith(value) && !'1111000000'.startsWith(value))
              for (const key of ['categories', 'regions', 'certifications'] as const) {
                const { total } = await engine.search(
                  aRequest({ filter: { [key]: [value] }, facets: ALL_FACETS }),
                )
                expect(total).toBe(0)
              }
            },
          ),
          { numRuns: 40, endOnFailure: true },
        )
      })
    })

    goesByMeaning(() => engine)
    canBeMarked(() => engine)
    takesWordsExactly(() => engine)

    describe('keeps up', () => {
      it('finds a document once upsert has resolved, in its newest form, and not after remove', async () => {
        await engine.upsert([aDocument('one', { name: '낡은 창고' })])
        expect((await find('낡은')).ids).toEqual(['one'])
        await engine.upsert([aDocument('one', { name: '새파란 지붕' }), aDocument('two', { name: '돌담길' })])
        expect((await find('낡은 창고')).ids).not.toContain('one')
        expect((await find('새파란')).ids).toEqual(['one'])
        await engine.remove(['one', 'never-there'])
        expect((await find('새파란')).ids).toEqual([])
        expect((await find('')).ids).toEqual(['two'])
      })

      it('holds after a rebuild what the rebuild was given, and nothing else', async () => {
        await engine.upsert([aDocument('old', { name: '오래된 것' })])
        await expect(engine.rebuild(inBatches([aDocument('new', { name: '새로운 것' })]))).resolves.toEqual({
          documents: 1,
        })
        expect((await find('')).ids).toEqual(['new'])
        expect(await engine.health()).toMatchObject({ isReady: true, documents: 1 })
      })

      it('answers from the old index until a rebuild has ended, and keeps what was written meanwhile', async () => {
        const all = Array.from({ length: 300 }, (_, place) =>
          aDocument(`d${place}`, { name: `문서 ${place}` }),
        )
        await hold(...all)
        const totals: number[] = []
        async function* slowly() {
          for await (const batch of inBatches(all.toReversed(), 60)) {
            totals.push((await find('')).total)
            if (totals.length === 2)
              await engine.upsert([aDocument('d7', { name: '고쳐진 문서' }), aDocument('fresh')])
            if (totals.length === 3) await engine.remove(['d8'])
            yield batch
          }
        }
        await engine.rebuild(slowly())
        expect(totals).toEqual([300, 300, 301, 300, 300])
        expect((await find('')).total).toBe(300)
        expect((await find('고쳐진')).ids).toEqual(['d7'])
        expect((await find('', { limit: 400 })).ids).not.toContain('d8')
      })

      it('tells by id, type and content what it holds', async () => {
        const [first, second, third] = [
          aDocument('one', { certifications: [held(null, '2025-03-31')] }),
          aDocument('two', { type: 'enterprise', categoryCodes: ['44', '56'] }),
          aDocument('three'),
        ]
        await hold(first, second, third)
        const renamed = { ...third, name: '새 이름' }
        await engine.upsert([renamed])
        await engine.remove(['one'])
        const told = await fingerprints()
        expect(told).toEqual([
          { id: 'three', type: 'product', hash: contentHash(renamed) },
          { id: 'two', type: 'enterprise', hash: contentHash({ ...second, categoryCodes: ['56', '44'] }) },
        ])
        expect(contentHash(renamed)).not.toBe(contentHash(third))
      })

      it('tells of many what it holds, each once', async () => {
        const all = Array.from({ length: 4_500 }, (_, place) => aDocument(`d${place}`))
        await hold(...all)
        const told = await fingerprints()
        expect(new Set(told.map(({ id }) => id)).size).toBe(4_500)
        expect(told).toHaveLength(4_500)
      })

      it('answers in full at every moment of a rebuild, from the one index or the other', async () => {
        const named = (name: string) =>
          Array.from({ length: 4_000 }, (_, place) => aDocument(`d${place}`, { name: `${name} ${place}` }))
        await hold(...named('옛날'))
        const seen: { all: number; shown: number; counted: number; before: number; after: number }[] = []
        let isOver = false
        const probing = (async () => {
          while (!isOver) {
            const [all, before, after] = await engine.multiSearch(
              ['', '옛날', '오늘'].map(words => aRequest({ words, facets: ['type'] })),
            )
            seen.push({
              all: all?.total ?? 0,
              shown: all?.hits.length ?? 0,
              counted: all?.facets[0]?.values[0]?.count ?? 0,
              before: before?.total ?? -1,
              after: after?.total ?? -1,
            })
            await setTimeout(20)
          }
        })()
        await engine.rebuild(inBatches(named('오늘'), 500))
        isOver = true
        await probing
        expect(seen.length).toBeGreaterThan(3)
        for (const { before, after, ...always } of seen) {
          expect(always).toEqual({ all: 4_000, shown: 10, counted: 4_000 })
          expect([0, 4_000]).toEqual(expect.arrayContaining([before, after]))
        }
        expect(seen[0]?.before).toBe(4_000)
        expect((await find('오늘')).total).toBe(4_000)
      })

      it('keeps the old index when the source of a rebuild fails', async () => {
        await hold(aDocument('kept'))
        await expect(engine.rebuild(broken())).rejects.toThrow('the rows are gone')
        expect((await find('')).ids).toEqual(['kept'])
        await hold(aDocument('again'))
        expect((await find('')).ids).toEqual(['again'])
      })
    })
  })
}

function held(from: string | null, until: string | null): CertifiedPeriod {
  return { kind: 'social_enterprise', from, until }
}

async function* broken(): AsyncGenerator<SearchDocument[]> {
  yield [aDocument('half')]
  throw new Error('the rows are gone')
}
