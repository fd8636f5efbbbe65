import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankSearch, readSearch, scopes, sortsOf, writeSearch, type SearchState } from './search-url.ts'

const digits = (...lengths: number[]) =>
  fc.oneof(...lengths.map(length => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))))
const several = (value: fc.Arbitrary<string>) =>
  fc.uniqueArray(value, { maxLength: 20 }).map(values => values.toSorted())
const cursor = fc.stringMatching(/^[\w-]{1,40}$/)
const place: fc.Arbitrary<Pick<SearchState, 'page' | 'after' | 'before'>> = fc.oneof(
  fc.constant({ page: 1, after: null, before: null }),
  fc.record({ page: fc.integer({ min: 2, max: 999 }), after: cursor, before: fc.constant(null) }),
  fc.record({ page: fc.integer({ min: 2, max: 999 }), after: fc.constant(null), before: cursor }),
)
const words = fc
  .array(fc.constantFrom('인쇄', '청소', 'A4', '복사용지', '㈜행복', 'ㅊㅎ'))
  .map(list => list.join(' '))
const range = fc
  .tuple(fc.option(fc.nat()), fc.option(fc.nat()))
  .map(([min, max]) => (min !== null && max !== null && min > max ? { min: max, max: min } : { min, max }))

const states: fc.Arbitrary<SearchState> = fc.constantFrom(...scopes).chain(scope =>
  fc
    .tuple(
      fc.record({
        q: words.map(text => text.slice(0, 100).trim()),
        cert: several(fc.stringMatching(/^[a-z_]{2,40}$/)),
        cat: several(digits(2, 4, 6, 8, 10)),
        region: several(digits(2, 5, 10)),
        exactly: fc.boolean(),
        cred: fc.boolean(),
        lead: fc.option(fc.nat({ max: 9_999 })),
        sort: fc.constantFrom(...sortsOf[scope]),
      }),
      range,
      place,
    )
    .map(([rest, prices, where]) => ({
      scope,
      ...rest,
      exactly: rest.exactly && rest.q !== '',
      ...prices,
      ...where,
    })),
)

test('every state comes back from its address as it was, and nothing of it is dropped', () => {
  fc.assert(
    fc.property(states, state => {
      expect(readSearch(writeSearch(state))).toEqual({ state, dropped: [] })
    }),
  )
})

test('any address at all is read as a state whose address stays the same', () => {
  const value = fc.oneof(fc.string(), fc.constant(null), fc.array(fc.oneof(fc.string(), fc.constant(null))))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(blankSearch), 'other'), value), query => {
      const address = writeSearch(readSearch(query).state)
      expect(writeSearch(readSearch(address).state)).toEqual(address)
    }),
  )
})

test('equal conditions have one address, however they were put together', () => {
  const one = writeSearch({ ...blankSearch, cert: ['village', 'social'], region: ['11'] })
  const other = writeSearch({ ...blankSearch, region: ['11'], cert: ['social', 'village'] })
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  expect(Object.keys(one)).toEqual(['cert', 'region'])
})

test('a first visit has an empty address', () => {
  expect(writeSearch(blankSearch)).toEqual({})
})

test.each([
  ['scope', { scope: 'people' }],
  ['cert', { cert: ['social_enterprise', "x' or 1=1"] }],
  ['cat', { cat: '821' }],
  ['region', { region: '1144' }],
  ['min', { min: '-5' }],
  ['max', { min: '200', max: '100' }],
  ['lead', { lead: '99999' }],
  ['sort', { scope: 'enterprises', sort: 'price_asc' }],
  ['cred', { cred: 'yes' }],
])('what means nothing is dropped and named: %s', (name, query) => {
  expect(readSearch(query).dropped).toEqual([name])
})

test('what was good beside something dropped is kept', () => {
  const { state } = readSearch({
    q: '인쇄',
    cert: ['social_enterprise', '?'],
    min: '1000',
    sort: 'price_asc',
  })
  expect(state).toMatchObject({ q: '인쇄', cert: ['social_enterprise'], min: 1000, sort: 'price_asc' })
})

test('words are composed, squeezed and cut at a hundred characters', () => {
  expect(readSearch({ q: '인쇄  물'.normalize('NFD') }).state.q).toBe('인쇄 물')
  expect([...readSearch({ q: '가'.repeat(500) }).state.q]).toHaveLength(100)
})

test('a page number without the place it begins at is the first page', () => {
  expect(readSearch({ page: '7' }).state).toMatchObject({ page: 1, after: null, before: null })
})
