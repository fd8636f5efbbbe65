import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ImportKind } from '../formats.ts'
import { outcomesOf, problemsOf, recordsOf } from '../testing/outcomes.ts'

// Real rows, never copied into the project. `../shared` lies beside a checkout of ours, or not at all.
const data = new URL('../../../../../../shared/data/', import.meta.url)

const readAll = (kind: ImportKind, path: string) => outcomesOf(kind, readFileSync(new URL(path, data)))

describe.skipIf(!existsSync(data))('real lists (skipped when ../shared is absent)', () => {
  test('19 messy certificate rows: two refused by name, the others kept', async () => {
    const outcomes = await readAll('certificate-periods', 'enterprises/real_certificate_periods_sample.csv')
    expect(outcomes).toHaveLength(19)
    expect(problemsOf(outcomes)).toMatchObject([
      { row: 2, column: 'bizno', message: expect.stringContaining('0000000000입니다') },
      { row: 7, column: 'name', message: expect.stringContaining('비어 있습니다') },
    ])
    const certifications = recordsOf(outcomes).filter(record => record.type === 'certification')
    expect(certifications).toHaveLength(17)
    expect(certifications.filter(record => record.hasUnknownDates)).toMatchObject([
      { businessNumber: '1018230900', kind: 'social_cooperative', validFrom: null, asOf: '2026-09-14' },
    ])
    const names = recordsOf(outcomes).flatMap(record => (record.type === 'enterprise' ? [record.name] : []))
    expect(names).toEqual(
      expect.arrayContaining(['（주）금이기업', '(주）코아텍', '디자인 나경', '디자인나경']),
    )
  })

  test('11 enterprises with 32 offers', async () => {
    const outcomes = await readAll('offers', 'enterprises/real_enterprises_offers_sample.json')
    expect(problemsOf(outcomes)).toEqual([])
    const records = recordsOf(outcomes)
    expect(records.filter(({ type }) => type === 'enterprise')).toHaveLength(11)
    expect(records.filter(({ type }) => type === 'offer')).toHaveLength(32)
    // Listed as held, but without dates: never counted as valid.
    const certifications = records.filter(record => record.type === 'certification')
    expect(certifications).toHaveLength(36)
    expect(certifications.every(({ hasUnknownDates }) => hasUnknownDates)).toBe(true)
  })

  test('two rows of authCompanyList wait for their certificate number', async () => {
    const path = 'enterprises/odcloud_socialEnterpriseList_page_sample.json'
    expect(recordsOf(await readAll('authcompany', path))).toMatchObject([
      {
        type: 'unmatched',
        enterprise: {
          name: '(재)다솜이재단',
          address: '서울특별시 마포구 동교로27길 3-10',
          homepage: 'http://www.dasomi.org',
        },
        certification: { number: '제2007-001호', validFrom: '2007-10-29', hasUnknownDates: false },
      },
      { type: 'unmatched', certification: { number: '제2007-019호' } },
    ])
  })

  test('20,789 categories, cut to what their level means', async () => {
    const records = recordsOf(await readAll('categories', 'unspsc/unspsc_7.0901_ko_en.csv'))
    const codes = records.flatMap(record => (record.type === 'category' ? [record.code] : []))
    expect(new Set(codes).size).toBe(20_789)
    const ofLength = (length: number) => codes.filter(code => code.length === length).length
    expect([2, 4, 6, 8].map(ofLength)).toEqual([55, 352, 2032, 18_350])
    const known = new Set(codes)
    expect(codes.filter(code => code.length > 2 && !known.has(code.slice(0, -2)))).toEqual([])
  })
})
