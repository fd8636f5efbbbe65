import { readFileSync } from 'node:fs'
import { comparable } from '@panro/search'
import { describe, expect, test } from 'vitest'
import { isDay } from '../src/platform/day.ts'
import { categories } from './reference/categories.ts'
import { categoryAliases } from './reference/category-aliases.ts'
import { certificationKinds } from './reference/certification-kinds.ts'
import { contractRules } from './reference/contract-rules.ts'
import { regions, regionSuccessions } from './reference/regions.ts'
import { sharedData } from './testing/shared-data.ts'

describe('certification kinds', () => {
  test('are the fourteen of the law, in a fixed order', () => {
    expect(certificationKinds.map(kind => kind.code)).toEqual([
      'social_enterprise',
      'pre_social_regional',
      'pre_social_ministry',
      'cooperative',
      'social_cooperative',
      'village_enterprise',
      'self_support',
      'disabled_standard_workplace',
      'severely_disabled_producer',
      'women_enterprise',
      'disabled_enterprise',
      'startup',
      'small_business',
      'social_venture',
    ])
    expect(certificationKinds.map(kind => kind.position)).toEqual(certificationKinds.map((_, i) => i + 1))
  })

  test('each names its law, its rule of validity, its source and the day it was read', () => {
    expect(certificationKinds.filter(kind => !isComplete(kind))).toEqual([])
  })
})

test('each rule on contracts names its law, its source and the day it was read, and allows nothing', () => {
  const kinds = new Set(certificationKinds.map(({ code }) => code))
  expect(contractRules.length).toBeGreaterThan(0)
  for (const { law, source, as_of, title, kind_codes } of contractRules) {
    expect([law, source].every(Boolean) && isDay(as_of)).toBe(true)
    expect(title).toMatch(/수 있습니다$/)
    expect(kind_codes.filter(code => !kinds.has(code))).toEqual([])
  }
})

describe('regions', () => {
  const byCode = new Map(regions.map(region => [region.code, region]))

  test('have ten digits, once each, and a full name that ends with their own', () => {
    expect(byCode.size).toBe(regions.length)
    expect(
      regions.filter(({ code, name, full_name }) => !/^\d{10}$/.test(code) || !full_name.endsWith(name)),
    ).toEqual([])
  })

  test('there are 16 provinces today; 강원 is 51 and 전북 52', () => {
    const provinces = regions.filter(
      region => region.code.endsWith('00000000') && region.valid_until === null,
    )
    expect(provinces).toHaveLength(16)
    expect(byCode.get('5100000000')?.full_name).toBe('강원특별자치도')
    expect(byCode.get('5211300000')?.full_name).toBe('전북특별자치도 전주시 덕진구')
    expect(byCode.get('1144000000')?.full_name).toBe('서울특별시 마포구')
    expect(byCode.get('3611000000')?.full_name).toBe('세종특별자치시')
  })

  test('인천 서구 ended on 2026-06-30 and 서해구 and 검단구 follow it', () => {
    const successors = regionSuccessions.filter(row => row.from_code === '2826000000')
    expect(byCode.get('2826000000')?.valid_until).toBe('2026-06-30')
    expect(successors.map(row => byCode.get(row.to_code)?.name)).toEqual(['서해구', '검단구'])
  })

  test('a successor begins on the day after its predecessor’s last', () => {
    const misfits = regionSuccessions.filter(({ from_code, to_code, effective_on }) => {
      const last = byCode.get(from_code)?.valid_until ?? ''
      return byCode.get(to_code)?.valid_from !== effective_on || !isDay(last) || last >= effective_on
    })
    expect(misfits).toEqual([])
  })

  test('what ended has a successor, and nothing else has', () => {
    const ended = regions.filter(region => region.valid_until !== null).map(region => region.code)
    expect(new Set(regionSuccessions.map(row => row.from_code))).toEqual(new Set(ended))
  })
})

describe('categories', () => {
  const codes = new Set(categories.map(category => category.code))

  test('are at least 350, once each, and every one has its ancestors', () => {
    expect(categories.length).toBeGreaterThanOrEqual(350)
    expect(codes.size).toBe(categories.length)
    expect([...codes].filter(code => code.length > 2 && !codes.has(code.slice(0, -2)))).toEqual([])
  })

  test('have 2, 4, 6, 8 or 10 digits, each level present', () => {
    expect(new Set(categories.map(category => category.code.length))).toEqual(new Set([2, 4, 6, 8, 10]))
  })

  const unspsc = sharedData('unspsc/unspsc_7.0901_ko_en.csv')
  test.skipIf(unspsc.isMissing)('every code of up to 8 digits is one of UNSPSC, at its level', () => {
    const levels: Record<string, number> = { segment: 2, family: 4, class: 6, commodity: 8 }
    const lines = readFileSync(unspsc.file, 'utf8').matchAll(/^(\d{8}),(\w+),/gm)
    const known = new Set(Array.from(lines, ([, code = '', level = '']) => code.slice(0, levels[level])))
    expect([...codes].filter(code => code.length <= 8 && !known.has(code))).toEqual([])
  })
})

test('what search terms mean lies in categories that exist, and no term both means one and does not', () => {
  const codes = new Set(categories.map(category => category.code))
  expect(categoryAliases.filter(alias => !codes.has(alias.category_code))).toEqual([])
  const pairs = categoryAliases.map(({ term, category_code }) => `${comparable(term)} ${category_code}`)
  expect(new Set(pairs).size).toBe(categoryAliases.length)
})

function isComplete(kind: (typeof certificationKinds)[number]): boolean {
  return (
    /법|조례|지침/.test(kind.legal_basis) &&
    /기한|년|재지정|지정 기간|유효기간|3월 31일/.test(kind.validity_rule) &&
    kind.source.length > 5 &&
    isDay(kind.as_of) &&
    (kind.check_url === null || kind.check_url.startsWith('https://'))
  )
}
