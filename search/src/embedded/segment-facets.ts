import type { FacetKey, SearchFilter, SearchRequest } from '../engine.ts'
import { cell32 } from './cells.ts'
import { kindsValidOn } from './certified-on.ts'
import { decidedByGroup, FACET_KEYS, type Column, type Columns } from './columns.ts'
import { valueSets, type ValueSets } from './value-sets.ts'

/** One facet of one segment, as one request sees it. */
export interface Facet {
  key: FacetKey
  values: ValueSets
  /** The facet's own filter; undefined where the request does not filter by it. */
  passes: Passes | undefined
}

type Passes = (document: number) => boolean

/** 대분류 of the category code, 시도 of the region code: the first two digits of either. */
const FACET_DIGITS = 2
/** Requests ask about today, just after midnight about yesterday, and rarely about another day. */
const DAYS_REMEMBERED = 3

/** Reads the columns of a segment as facets, remembering what does not change between requests. */
export class SegmentFacets {
  readonly #columns: Columns
  readonly #values: Record<Exclude<FacetKey, 'certification'>, ValueSets>
  readonly #certifiedOn = new Map<string, ValueSets>()

  constructor(columns: Columns) {
    this.#columns = columns
    this.#values = {
      type: valueSets(columns.type, type => [type]),
      category: valueSets(columns.category, codes => [
        ...new Set(codes.map(code => code.slice(0, FACET_DIGITS))),
      ]),
      region: valueSets(columns.region, code => (code === '' ? [] : [code.slice(0, FACET_DIGITS)])),
      deliveryRecord: valueSets(columns.deliveryRecord, has => [String(has)]),
    }
  }

  for({ filter, types, on }: SearchRequest): Facet[] {
    return FACET_KEYS.map(key => {
      const values = key === 'certification' ? this.#certificationsOn(on) : this.#values[key]
      return { key, values, passes: this.#filterOf(key, filter, types, values) }
    })
  }

  #filterOf(
    key: FacetKey,
    filter: SearchFilter,
    types: SearchRequest['types'],
    values: ValueSets,
  ): Passes | undefined {
    const { category, region } = this.#columns
    const { hasDeliveryRecord } = filter
    const filters: Record<FacetKey, () => Passes | undefined> = {
      type: () => anyOf(types, values),
      certification: () => anyOf(filter.certifications, values),
      category: () => startingWith(filter.categories, category, codes => codes),
      region: () => startingWith(filter.regions, region, code => [code]),
      deliveryRecord: () => anyOf(hasDeliveryRecord === undefined ? [] : [String(hasDeliveryRecord)], values),
    }
    return filters[key]()
  }

  /** Which kinds count is asked of the day, so that a certificate lapses at midnight without a job. */
  #certificationsOn(day: string): ValueSets {
    const known = this.#certifiedOn.get(day)
    if (known !== undefined) return known
    const [oldest] = this.#certifiedOn.keys()
    if (this.#certifiedOn.size >= DAYS_REMEMBERED && oldest !== undefined) this.#certifiedOn.delete(oldest)
    const values = valueSets(this.#columns.certification, periods => kindsValidOn(periods, day))
    this.#certifiedOn.set(day, values)
    return values
  }
}

/** An empty list of wanted values does not filter. */
function anyOf(wanted: readonly string[] | undefined, { sets, setOf }: ValueSets) {
  if (wanted === undefined || wanted.length === 0) return undefined
  const passes = sets.map(values => values.some(value => wanted.includes(value)))
  return (document: number) => passes[cell32(setOf, document)] === true
}

function startingWith<Value>(
  prefixes: readonly string[] | undefined,
  column: Column<Value>,
  codesOf: (value: Value) => readonly string[],
) {
  if (prefixes === undefined || prefixes.length === 0) return undefined
  return decidedByGroup(column, value =>
    codesOf(value).some(code => prefixes.some(prefix => code.startsWith(prefix))),
  )
}
