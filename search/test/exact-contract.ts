import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../src/engine.ts'
import { aDocument, aRequest, inBatches } from './documents.ts'
import * as random from './random-documents.ts'

/** Part of the contract: 입력한 그대로, what somebody wants who does not want to be understood. */
export function takesWordsExactly(theEngine: () => SearchEngine): void {
  const ask = async (words: string, exactly: boolean) => {
    const result = await theEngine().search(aRequest({ words, exactly, facets: ['type'], limit: 100 }))
    return { ...result, ids: result.hits.map(({ id }) => id).sort() }
  }

  describe('asked for just what was typed', () => {
    beforeEach(async () => {
      await theEngine().rebuild(
        inBatches([
          aDocument('nanum', { name: '행복나눔', type: 'enterprise' }),
          aDocument('nanum-mart', { name: '(주)행복나눔마트', type: 'enterprise' }),
          aDocument('nanuri', { name: '행복나누리', type: 'enterprise' }),
          aDocument('paper', { name: '친환경 복사용지 A4', enterpriseName: '행복나눔' }),
          aDocument('banner', {
            name: '현수막',
            description: '행사장에 거는 것',
            categoryNames: ['옥외광고물'],
          }),
          aDocument('keys', { name: 'godqhr 스티커' }),
        ]),
      )
    })

    it.each([
      ['what holds the letters, in names of whatever kind', '행복나눔', ['nanum', 'nanum-mart', 'paper']],
      ['the middle of a name', '나눔마', ['nanum-mart']],
      ['other spacing', '행복 나눔마트', ['nanum-mart']],
      ['every word, wherever it stands', '행복나눔 복사용지', ['paper']],
      ['a category', '옥외광고', ['banner']],
      ['a word of the description', '행사장', ['banner']],
      ['decomposed letters and capitals', '복사용지 a4'.normalize('NFD'), ['paper']],
      ['another legal form', '㈜행복나눔마트', ['nanum-mart']],
      ['Latin letters that are meant', 'godqhr', ['keys']],
    ])('finds %s', async (_, words, ids) => {
      const found = await ask(words, true)
      expect(found.ids).toEqual(ids)
      expect(found).toMatchObject({ total: ids.length, correction: null })
      expect(['literal', 'spacing']).toEqual(expect.arrayContaining(found.hits.map(({ reason }) => reason)))
      expect(found.facets[0]?.values.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length)
    })

    it.each([
      ['a particle', '행복나눔에서'],
      ['initials', 'ㅎㅂㄴㄴ'],
      ['the keyboard mode', 'godqhrsksna'],
      ['a half-typed syllable', '복사용ㅈ'],
      ['a slip of the finger', '복사욘지'],
      ['one word of two that is spelt wrong', '행복나눔 복사욘지'],
    ])('does not see through %s', async (_, words) => {
      expect(await ask(words, true)).toMatchObject({ ids: [], total: 0, correction: null })
      expect((await ask(words, false)).total).toBeGreaterThan(0)
    })

    it('takes a syllable for whole', async () => {
      expect((await ask('행복나누', true)).ids).toEqual(['nanuri'])
      expect((await ask('행복나누', false)).ids).toContain('nanum')
    })

    it('says nothing without words', async () => {
      expect((await ask('', true)).total).toBe(6)
      expect((await ask('!!!', true)).total).toBe(0)
    })
  })

  it('finds just what holds the letters, spaces aside', async () => {
    await fc.assert(
      fc.asyncProperty(random.documents, random.word, random.word, async (all, one, other) => {
        await theEngine().rebuild(inBatches(all, 20))
        const found = await ask(one + other, true)
        const holding = all.filter(({ name }) => name.replaceAll(' ', '').includes(one + other))
        expect(found.ids).toEqual(holding.map(({ id }) => id).sort())
        expect(found.total).toBe(holding.length)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
}
