import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basesOf, checkClaim, countsOf, sizesOf, type Claim } from './check-claim.ts'

const claim = (given: Partial<Claim>): Claim => ({
  kind: 'ratio',
  value: null,
  parts: [],
  partLabels: [],
  ...given,
})
const unknown = { current: null, previous: null }

describe('what was published of the source events', () => {
  test('127.5 % is no percentage that 85 institutions, or 83, can be', () => {
    for (const parts of [['85'], ['83'], ['85', '83']]) {
      const { verdict, arithmetic } = checkClaim(claim({ value: '127.5', parts }), unknown)
      expect(verdict).toBe('impossible')
      expect(arithmetic).toMatch(/÷ 6[56] = 1\d\d\.\d %/)
    }
  })

  test('152.7 % and 130.0 % are those of the year before', () => {
    expect(basesOf(171, '152.7')).toEqual([112])
    expect(basesOf(576, '130.0')).toEqual([443])
    const recorded = { current: 576, previous: 443 }
    expect(checkClaim(claim({ value: '130.0' }), recorded)).toEqual({
      verdict: 'fits',
      arithmetic: '576 ÷ 443 = 130.0 %',
    })
    expect(checkClaim(claim({ value: '152.7' }), recorded).verdict).toBe('impossible')
  })

  test('kinds that sum to less than the whole, or to more, are told with the difference', () => {
    const parts = ['1', '31', '7', '27', '17']
    expect(checkClaim(claim({ kind: 'parts', value: '85', parts }), unknown)).toMatchObject({
      verdict: 'differs',
      arithmetic: expect.stringContaining('= 83, 전체 85보다 2 적습니다'),
    })
    const kinds = ['146', '27', '6', '6']
    expect(checkClaim(claim({ kind: 'parts', value: '171', parts: kinds }), unknown)).toMatchObject({
      verdict: 'differs',
      arithmetic: expect.stringContaining('= 185, 전체 171보다 14 많습니다'),
    })
  })

  test('45.9, 32.8 and 11.5 % of at most 171 are of 61 people or of 122', () => {
    expect(sizesOf(['45.9', '32.8', '11.5'], 171)).toEqual([61, 122])
    expect(countsOf(['45.9', '32.8', '11.5'], 61)).toEqual([28, 20, 7])
  })

  test('39.3 and 31.2 % fit no number of people up to 111', () => {
    const shares = claim({ kind: 'shares', parts: ['39.3', '31.2'] })
    const { verdict, arithmetic } = checkClaim(shares, { current: 85, previous: null })
    expect(verdict).toBe('impossible')
    expect(arithmetic).toContain('112(44/35)')
  })

  test('20억 more is measured from the result of last year, not from its target', () => {
    const growth = claim({
      kind: 'growth',
      value: '20',
      parts: ['300', '330', '350'],
      partLabels: ['작년 목표', '작년 실적', '올해 목표'],
    })
    const { verdict, arithmetic } = checkClaim(growth, unknown)
    expect(verdict).toBe('fits')
    expect(arithmetic).toContain('올해 목표 350 − 작년 실적 330 = 20')
    expect(arithmetic).toContain('올해 목표 350 − 작년 목표 300 = 50 (+16.7 %)')
  })
})

const people = fc.integer({ min: 1, max: 600 })

test('a ratio of two whole numbers is never called impossible, and its base is found', () => {
  fc.assert(
    fc.property(people, people, fc.integer({ min: 0, max: 2 }), (count, base, places) => {
      const scaled = Math.floor((count * 100 * 10 ** places * 2 + base) / (2 * base))
      fc.pre(scaled > 0)
      const value = (scaled / 10 ** places).toFixed(places)
      expect(basesOf(count, value)).toContain(base)
      const check = checkClaim(claim({ value }), { current: count, previous: base })
      expect(check.verdict).toBe('fits')
    }),
  )
})

test('a ratio called impossible is that of no base at all', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 300, max: 9_999 }), (count, tenths) => {
      const value = (tenths / 10).toFixed(1)
      fc.pre(basesOf(count, value).length === 0)
      const every = Array.from({ length: 2_000 }, (_, index) =>
        (Math.floor((count * 2_000 + index + 1) / (2 * (index + 1))) / 10).toFixed(1),
      )
      expect(every).not.toContain(value)
    }),
    { numRuns: 25 },
  )
})

test('shares of people who were counted always fit how many they were', () => {
  fc.assert(
    fc.property(people, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (n, counts) => {
      const shares = counts.map(count =>
        (Math.floor(((count % (n + 1)) * 2_000 + n) / (2 * n)) / 10).toFixed(1),
      )
      expect(sizesOf(shares, n)).toContain(n)
      const check = checkClaim(claim({ kind: 'shares', value: String(n), parts: shares }), unknown)
      expect(check.verdict).toBe('fits')
    }),
  )
})
