import type { FacetKey, SearchFilter, SearchRequest } from '../engine.ts'
import { kindsValidOn } from './certified-on.ts'
import { FACET_KEYS, groupAt, type Column, type Columns } from './columns.ts'

/** One facet of one segment, as one request sees it. */
export interface Facet {
  key: FacetKey
  groupOf: Uint32Array
  groupCount: number
  /** The values a group of documents counts under. */
  valuesOf: (group: number) => readonly string[]
  /** The facet's own filter; undefined where the request does not filter by it. */
  passes: ((group: number) => boolean) | undefined
}

/** 대분류 of the category code, 시도 of the region code: the first two digits of either. */
const FACET_DIGITS = 2
/** Requests ask about today, just after midnight about yesterday, and rarely about another day. */
const DAYS_REMEMBERED = 3

/** Reads the columns of a segment as facets, remembering what does not change between requests. */
export class SegmentFacets {
  readonly #columns: Columns
  readonly #values: Record<Exclude<FacetKey, 'certification'>, ValuesOf>
  readonly #validOn = new Map<string, ValuesOf>()

  constructor(columns: Columns) {
    this.#columns = columns
    this.#values = {
      type: remembering(columns.type, type => [type]),
      category: remembering(columns.category, codes => [
        ...new Set(codes.map(code => code.slice(0, FACET_DIGITS))),
      ]),
      region: remembering(columns.region, code => (code === '' ? [] : [code.slice(0, FACET_DIGITS)])),
      deliveryRecord: remembering(columns.deliveryRecord, has => [String(has)]),
    }
  }

  for({ filter, types, on }: SearchRequest): Facet[] {
    return FACET_KEYS.map(key => {
      const column = this.#columns[key]
      const valuesOf = key === 'certification' ? this.#certifiedOn(on) : this.#values[key]
      const passes = this.#filterOf(key, filter, types, valuesOf)
      return {
        key,
        groupOf: column.groupOf,
        groupCount: column.groups.length,
        valuesOf,
        passes: passes && once(passes),
      }
    })
  }

  #filterOf(key: FacetKey, filter: SearchFilter, types: SearchRequest['types'], valuesOf: ValuesOf) {
    const { category, region } = this.#columns
    switch (key) {
      case 'type':
        return anyOf(types, valuesOf)
      case 'certification':
        return anyOf(filter.certifications, valuesOf)
      case 'category':
        return startingWith(filter.categories, group => groupAt(category, group))
      case 'region':
        return startingWith(filter.regions, group => [groupAt(region, group)])
      case 'deliveryRecord':
        return filter.hasDeliveryRecord === undefined
          ? undefined
          : anyOf([String(filter.hasDeliveryRecord)], valuesOf)
    }
  }

  #certifiedOn(day: string): ValuesOf {
    const known = this.#validOn.get(day)
    if (known !== undefined) return known
    const [oldest] = this.#validOn.keys()
    if (this.#validOn.size >= DAYS_REMEMBERED && oldest !== undefined) this.#validOn.delete(oldest)
    const valuesOf = remembering(this.#columns.certification, periods => kindsValidOn(periods, day))
    this.#validOn.set(day, valuesOf)
    return valuesOf
  }
}

type ValuesOf = (group: number) => readonly string[]

/** An empty list of wanted values does not filter. */
function anyOf(wanted: readonly string[] | undefined, valuesOf: ValuesOf) {
  if (wanted === undefined || wanted.length === 0) return undefined
  const set = new Set(wanted)
  return (group: number) => valuesOf(group).some(value => set.has(value))
}

function startingWith(prefixes: readonly string[] | undefined, codesOf: ValuesOf) {
  if (prefixes === undefined || prefixes.length === 0) return undefined
  return (group: number) => codesOf(group).some(code => prefixes.some(prefix => code.startsWith(prefix)))
}

/** Works each group out once, and lets groups with the same values share one list. */
function remembering<Value>(column: Column<Value>, valuesOf: (value: Value) => string[]): ValuesOf {
  const known: (readonly string[] | undefined)[] = Array.from({ length: column.groups.length })
  const shared = new Map<string, readonly string[]>()
  return group => {
    const before = known[group]
    if (before !== undefined) return before
    const values = valuesOf(groupAt(column, group))
    const name = values.join('\n')
    const list = shared.get(name) ?? values
    shared.set(name, list)
    known[group] = list
    return list
  }
}

/** Asks about each group at most once. */
function once(passes: (group: number) => boolean): (group: number) => boolean {
  const known = new Map<number, boolean>()
  return group => {
    let answer = known.get(group)
    if (answer === undefined) {
      answer = passes(group)
      known.set(group, answer)
    }
    return answer
  }
}
