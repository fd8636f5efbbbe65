import { isCategoryPrefix, isCursor, isKindCode, isRegionPrefix } from './search-values.ts'

/**
 * The state of the search page as its address holds it: back, reload and a mailed link restore it.
 * Equal states have equal addresses: one order of parameters, values sorted, defaults left out.
 */
export interface SearchState {
  q: string
  /** 입력한 그대로: nothing corrected, nothing alike. Only where there are words. */
  exactly: boolean
  scope: Scope
  /** Codes of certification kinds. */
  cert: readonly string[]
  /** Category code prefixes. */
  cat: readonly string[]
  /** Region code prefixes. */
  region: readonly string[]
  /** Only with a confirmed delivery record. */
  cred: boolean
  min: number | null
  max: number | null
  /** Lead time of at most so many days. */
  lead: number | null
  sort: Sort
  /** Number of the page, for the reader; where it begins is in `after` or `before`. */
  page: number
  after: string | null
  before: string | null
}

export const scopes = ['products', 'enterprises'] as const
export type Scope = (typeof scopes)[number]

export const sortsOf = {
  products: ['relevance', 'newest', 'price_asc', 'price_desc', 'lead_time', 'name'],
  enterprises: ['relevance', 'newest', 'name'],
} as const satisfies Record<Scope, readonly string[]>
export type Sort = (typeof sortsOf)[Scope][number]

const longestQuery = 100
const mostValues = 20

export const blankSearch: SearchState = {
  q: '',
  exactly: false,
  scope: 'products',
  cert: [],
  cat: [],
  region: [],
  cred: false,
  min: null,
  max: null,
  lead: null,
  sort: 'relevance',
  page: 1,
  after: null,
  before: null,
}

type Query = Record<string, string | null | readonly (string | null)[] | undefined>

/** Reads an address; `dropped` names the parameters whose values meant nothing and were left out. */
export function readSearch(query: Query): { state: SearchState; dropped: string[] } {
  const dropped: string[] = []
  const drop = (name: string) => {
    if (!dropped.includes(name)) dropped.push(name)
  }
  const texts = (name: string) => [query[name] ?? []].flat().filter(text => text !== null)
  const one = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const given = texts(name)
    const value = given.map(parse).find(parsed => parsed !== null) ?? null
    if (given.length > (value === null ? 0 : 1)) drop(name)
    return value
  }
  const many = (name: string, isKnown: (text: string) => boolean): string[] => {
    const given = texts(name)
    const known = [...new Set(given.filter(isKnown))].sort().slice(0, mostValues)
    if (known.length < new Set(given).size) drop(name)
    return known
  }

  const scope = one('scope', text => scopes.find(known => known === text) ?? null) ?? 'products'
  const flag = (name: string) => one(name, text => (text === '1' ? true : null)) ?? false
  const q = one('q', tidyQuery) ?? ''
  const state: SearchState = {
    q,
    exactly: flag('exactly') && q !== '',
    scope,
    cert: many('cert', isKindCode),
    cat: many('cat', isCategoryPrefix),
    region: many('region', isRegionPrefix),
    cred: flag('cred'),
    min: one('min', wholeNumber),
    max: one('max', wholeNumber),
    lead: one('lead', days),
    sort: one('sort', text => sortsOf[scope].find(known => known === text) ?? null) ?? 'relevance',
    ...readPlace(one('page', wholeNumber), one('after', cursor), one('before', cursor)),
  }
  if (state.min !== null && state.max !== null && state.min > state.max) {
    state.max = null
    drop('max')
  }
  return { state, dropped }
}

/** Writes the address of a state. */
export function writeSearch(state: SearchState): Record<string, string | string[]> {
  const place = state.after ?? state.before
  const pairs: [string, string | readonly string[] | null][] = [
    ['q', state.q],
    ['exactly', state.exactly && state.q !== '' ? '1' : null],
    ['scope', state.scope === 'products' ? null : state.scope],
    ['cert', state.cert.toSorted()],
    ['cat', state.cat.toSorted()],
    ['region', state.region.toSorted()],
    ['cred', state.cred ? '1' : null],
    ['min', state.min === null ? null : String(state.min)],
    ['max', state.max === null ? null : String(state.max)],
    ['lead', state.lead === null ? null : String(state.lead)],
    ['sort', state.sort === 'relevance' ? null : state.sort],
    ['page', place === null ? null : String(state.page)],
    ['after', state.after],
    ['before', state.after === null ? state.before : null],
  ]
  const written = pairs.flatMap(([name, value]): [string, string | string[]][] => {
    if (value === null || value.length === 0) return []
    return [[name, typeof value === 'string' ? value : [...value]]]
  })
  return Object.fromEntries(written)
}

/** Words as they are sent: composed Hangul (NFC), single spaces, at most 100 characters. */
export function tidyQuery(text: string): string {
  const tidy = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return Array.from(tidy).slice(0, longestQuery).join('').trim()
}

/** A page without the place it begins at is the first page, whatever number it claims. */
function readPlace(page: number | null, after: string | null, before: string | null) {
  if (after === null && before === null) return { page: 1, after: null, before: null }
  return { page: Math.max(page ?? 2, 2), after, before: after === null ? before : null }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,13}$/.test(text) ? Number(text) : null
}

/** GraphQL's Int ends at 2,147,483,647; nobody waits that many days. */
function days(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null
}

function cursor(text: string): string | null {
  return isCursor(text) ? text : null
}
