import * as fc from 'fast-check'
import type { CertifiedPeriod, SearchDocument } from '../src/documents.ts'
import type { SearchRequest } from '../src/engine.ts'
import { aDocument, ALL_FACETS, aRequest } from './documents.ts'

const CODES = ['1411150701', '14111704', '4412', '44121701', '5610', '561121']
const REGIONS = ['1111000000', '1168000000', '4113500000', '5011000000']
const KINDS = ['social_enterprise', 'village_enterprise', 'self_support']
const DAYS = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2026-01-01', '2026-12-31']
const WORDS = ['복사', '용지', '행복', '나눔', '의자', '사무용', '현수막', '친환경']

const day = fc.constantFrom(...DAYS)
const period: fc.Arbitrary<CertifiedPeriod> = fc.record({
  kind: fc.constantFrom(...KINDS),
  from: fc.option(day),
  until: fc.option(day),
})

const document: fc.Arbitrary<SearchDocument> = fc
  .record({
    id: fc.uuid(),
    type: fc.constantFrom('product' as const, 'enterprise' as const),
    name: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map(words => words.join(' ')),
    categoryCodes: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
    certifications: fc.array(period, { maxLength: 4 }),
    regionCode: fc.option(fc.constantFrom(...REGIONS)),
    price: fc.option(fc.integer({ min: 0, max: 5 }).map(thousands => thousands * 1_000)),
    leadDays: fc.option(fc.integer({ min: 0, max: 9 })),
    hasDeliveryRecord: fc.boolean(),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ id, ...said }) => aDocument(id, said))

export const documents: fc.Arbitrary<SearchDocument[]> = fc.uniqueArray(document, {
  maxLength: 60,
  selector: ({ id }) => id,
})

export const word: fc.Arbitrary<string> = fc.constantFrom(...WORDS)

export const categoryPrefixes: fc.Arbitrary<string[]> = fc.subarray(['14', '4412', '561121', '1411150701'])

/** A request without words. */
export const request: fc.Arbitrary<SearchRequest> = fc
  .record({
    types: fc.subarray(['product' as const, 'enterprise' as const]),
    on: day,
    offset: fc.nat(20),
    limit: fc.nat(20),
    facets: fc.subarray(ALL_FACETS),
    filter: fc.record(
      {
        categories: categoryPrefixes,
        regions: fc.subarray(['11', '11680', '41']),
        certifications: fc.subarray(KINDS),
        hasDeliveryRecord: fc.boolean(),
        leadDaysMax: fc.nat(9),
        price: fc.record({ min: fc.nat(3_000), max: fc.nat(5_000) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(asked => aRequest(asked))
