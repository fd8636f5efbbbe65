import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validityOn } from '../src/modules/certifications/validity.ts'
import { parseBusinessNumber } from '../src/modules/enterprises/business-number.ts'
import { addDays } from '../src/platform/day.ts'
import { demoSize } from './demo.ts'
import { makeCatalogue } from './demo/catalogue.ts'
import type { CertificationRow } from './demo/rows.ts'
import { categories } from './reference/categories.ts'
import { certificationKinds } from './reference/certification-kinds.ts'
import { regions } from './reference/regions.ts'
import { sharedData } from './testing/shared-data.ts'

const today = '2026-11-21'
const catalogue = makeCatalogue(today, demoSize)

const statusOn = (row: CertificationRow, day: string) =>
  validityOn(
    {
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      cancelledOn: row.cancelled_on,
      returnedOn: row.returned_on,
      hasUnknownDates: row.has_unknown_dates,
    },
    day,
  )

test('the same day gives the same demo, id by id', () => {
  expect(makeCatalogue(today, demoSize)).toEqual(catalogue)
})

test('another day gives the same enterprises with other dates', () => {
  const later = makeCatalogue(addDays(today, 30), demoSize)
  expect(later.enterprise.map(({ name }) => name)).toEqual(catalogue.enterprise.map(({ name }) => name))
  expect(later.certification).not.toEqual(catalogue.certification)
})

test('it is large enough to look alive', () => {
  expect(catalogue.enterprise.length).toBeGreaterThanOrEqual(160)
  expect(catalogue.product.length).toBeGreaterThanOrEqual(900)
  expect(new Set(catalogue.enterprise.map(({ name }) => name)).size).toBe(catalogue.enterprise.length)
  expect(new Set(catalogue.enterprise.map(row => row.region_code)).size).toBeGreaterThan(50)
  expect(new Set(catalogue.enterprise.map(row => row.state))).toEqual(
    new Set(['published', 'draft', 'withdrawn']),
  )
})

describe('certifications', () => {
  test('are of all fourteen kinds, each valid somewhere today', () => {
    const valid = catalogue.certification.filter(row => statusOn(row, today) === 'valid')
    expect(new Set(valid.map(row => row.kind_code))).toEqual(
      new Set(certificationKinds.map(kind => kind.code)),
    )
  })

  test('lapse in 5, 20 and 50 days, and lapsed yesterday', () => {
    const ends = new Set(catalogue.certification.map(row => row.valid_until))
    for (const days of [5, 20, 50, -1]) expect(ends).toContain(addDays(today, days))
    const lapsed = catalogue.certification.filter(row => row.valid_until === addDays(today, -1))
    expect(lapsed.map(row => [statusOn(row, addDays(today, -1)), statusOn(row, today)])).toContainEqual([
      'valid',
      'invalid',
    ])
  })

  test('are cancelled, returned, of unknown date and not yet valid as well', () => {
    expect(catalogue.certification.some(row => row.cancelled_on !== null && row.cancelled_on <= today)).toBe(
      true,
    )
    expect(catalogue.certification.some(row => row.returned_on !== null && row.returned_on <= today)).toBe(
      true,
    )
    expect(catalogue.certification.some(row => statusOn(row, today) === 'unknown')).toBe(true)
    expect(catalogue.certification.some(row => row.valid_from !== null && row.valid_from > today)).toBe(true)
  })

  test('a renewal is a row of its own that begins after the one it supersedes', () => {
    const byId = new Map(catalogue.certification.map(row => [row.id, row]))
    const superseded = catalogue.certification.filter(row => row.superseded_by_id !== null)
    expect(superseded.length).toBeGreaterThan(20)
    const misfits = superseded.filter(row => {
      const renewal = byId.get(row.superseded_by_id ?? '')
      const isSameKind = renewal?.kind_code === row.kind_code && renewal.enterprise_id === row.enterprise_id
      return !isSameKind || (renewal.valid_from ?? '') <= (row.valid_until ?? '')
    })
    expect(misfits).toEqual([])
  })

  test('none is older than its enterprise', () => {
    const founded = new Map(catalogue.enterprise.map(row => [row.id, row.founded_on]))
    const tooOld = catalogue.certification.filter(
      row => row.valid_from !== null && row.valid_from <= (founded.get(row.enterprise_id) ?? ''),
    )
    expect(tooOld).toEqual([])
  })

  test('some enterprises hold several kinds at once', () => {
    const kinds = Map.groupBy(catalogue.certification, row => row.enterprise_id)
    expect([...kinds.values()].some(rows => new Set(rows.map(row => row.kind_code)).size >= 3)).toBe(true)
  })
})

describe('nobody is real', () => {
  test('business numbers pass the checksum and belong to no tax office', () => {
    const numbers = catalogue.enterprise.map(row => row.business_number)
    expect(numbers.filter(number => !('number' in parseBusinessNumber(number)))).toEqual([])
    expect(numbers.filter(number => !number.startsWith('0'))).toEqual([])
  })

  test('head office and branch share a number and nobody else does', () => {
    const keys = catalogue.enterprise.map(row => `${row.business_number}-${row.branch}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(catalogue.enterprise.filter(row => row.branch === '0001').length).toBeGreaterThan(5)
  })

  const real = sharedData('enterprises/certified_names.txt')
  test.skipIf(real.isMissing)('no name is that of a certified social enterprise', () => {
    const known = new Set(readFileSync(real.file, 'utf8').split('\n').map(essence))
    const names = [...catalogue.enterprise, ...catalogue.enterprise_name].map(row => row.name)
    expect(names.filter(name => known.has(essence(name)))).toEqual([])
  })

  test('telephone numbers and addresses lead nowhere', () => {
    const real = catalogue.enterprise_contact.filter(
      ({ phone, email }) => !/^010-0000-\d{4}$/.test(phone) || !email.endsWith('@example.kr'),
    )
    expect(real).toEqual([])
  })
})

describe('products', () => {
  test('are in categories and regions that exist', () => {
    const codes = new Set(categories.map(category => category.code))
    const current = new Set(regions.filter(region => region.valid_until === null).map(region => region.code))
    expect(catalogue.product.filter(row => !codes.has(row.category_code))).toEqual([])
    const places = [
      ...catalogue.product.flatMap(row => row.delivery_regions),
      ...catalogue.enterprise.map(row => row.region_code),
    ]
    expect(places.filter(place => !current.has(place))).toEqual([])
  })

  test('have whole, round prices, or none when they are quoted', () => {
    const prices = catalogue.product.flatMap(row => row.price ?? [])
    expect(prices.filter(price => !Number.isInteger(price) || price < 10 || price % 10 !== 0)).toEqual([])
    expect(prices.length).toBeLessThan(catalogue.product.length)
  })

  test.each(['사무용의자', '복사용지', '현수막', '도시락', '청소', '소독', 'LED', '음향 임대', '손소독제'])(
    '%s has several suppliers',
    what => {
      const suppliers = catalogue.product.filter(row => row.state === 'on_sale' && row.name.includes(what))
      expect(new Set(suppliers.map(row => row.enterprise_id)).size).toBeGreaterThanOrEqual(2)
    },
  )

  test('no enterprise offers one thing twice', () => {
    const keys = catalogue.product.map(row => `${row.enterprise_id} ${row.name} ${row.spec}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('names are written in every way certificates write them', () => {
  const names = catalogue.enterprise.map(row => row.name).join('\n')
  for (const form of ['㈜', '(주)', '（주）', '주식회사', '(유)', '사회적협동조합', '행복나눔'])
    expect(names).toContain(form)
})

test('summaries and missions say something of their own, with nothing left to fill in', () => {
  const texts = catalogue.enterprise.map(row => `${row.summary} ${row.social_mission}`)
  expect(texts.filter(text => /[{}]|undefined/.test(text))).toEqual([])
  expect(new Set(texts).size).toBeGreaterThan(catalogue.enterprise.length * 0.85)
})

test('claims are confirmed, not confirmed, and not looked at', () => {
  const looked = new Set(catalogue.verification.map(row => row.credential_id))
  expect(new Set(catalogue.verification.map(row => row.result))).toEqual(
    new Set(['confirmed', 'not_confirmed']),
  )
  expect(looked.size).toBeLessThan(catalogue.credential.length)
})

/** A name without its form and spaces, as two people would call it. */
function essence(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(
      /\((주|유|사)\)|주식회사|유한회사|사회적협동조합|협동조합|영농조합법인|농업회사법인|사회복지법인|사단법인|보호작업장|\s/g,
      '',
    )
}
