import type { CertifiedPeriod, SearchDocument } from '../documents.ts'
import type { FacetKey } from '../engine.ts'
import { cell32 } from './cells.ts'

/**
 * One column for each facet: the number of a group for each document. Documents with the same value
 * (or the same set of values) share a group, so a filter is decided once for a group and a count is
 * one addition for a document.
 */
export interface Column<Value> {
  groups: Value[]
  groupOf: Uint32Array
}

export interface Columns {
  type: Column<string>
  category: Column<readonly string[]>
  certification: Column<readonly CertifiedPeriod[]>
  /** Empty where unknown. */
  region: Column<string>
  deliveryRecord: Column<boolean>
  /** NaN where there is none. */
  price: Float64Array
  leadDays: Float64Array
}

export const FACET_KEYS: readonly FacetKey[] = [
  'type',
  'certification',
  'category',
  'region',
  'deliveryRecord',
]

class ColumnBuilder<Value> {
  readonly #groups: Value[] = []
  readonly #groupByKey = new Map<string, number>()
  readonly #groupOf: number[] = []
  readonly #keyOf: (value: Value) => string

  constructor(keyOf: (value: Value) => string) {
    this.#keyOf = keyOf
  }

  push(value: Value): void {
    const key = this.#keyOf(value)
    let group = this.#groupByKey.get(key)
    if (group === undefined) {
      group = this.#groups.push(value) - 1
      this.#groupByKey.set(key, group)
    }
    this.#groupOf.push(group)
  }

  finish(order: Uint32Array): Column<Value> {
    return { groups: this.#groups, groupOf: order.map(document => this.#groupOf[document] ?? 0) }
  }
}

/** The part of a document that filters and facets look at. */
export type Filterable = Pick<
  SearchDocument,
  'type' | 'categoryCodes' | 'certifications' | 'regionCode' | 'hasDeliveryRecord' | 'price' | 'leadDays'
>

/**
 * One copy of each kind, code and day. Documents arrive from another thread, each with its own copies
 * of the same few thousand strings.
 */
class Pool {
  readonly #strings = new Map<string, string>()

  one(string: string): string {
    const known = this.#strings.get(string)
    if (known === undefined) this.#strings.set(string, string)
    return known ?? string
  }
}

export class ColumnsBuilder {
  readonly #pool = new Pool()
  readonly #type = new ColumnBuilder<string>(type => type)
  readonly #category = new ColumnBuilder<readonly string[]>(codes => codes.join(' '))
  readonly #certification = new ColumnBuilder<readonly CertifiedPeriod[]>(periods =>
    periods.map(({ kind, from, until }) => `${kind} ${from} ${until}`).join('\n'),
  )
  readonly #region = new ColumnBuilder<string>(code => code)
  readonly #deliveryRecord = new ColumnBuilder<boolean>(has => String(has))
  readonly #price: number[] = []
  readonly #leadDays: number[] = []

  push(document: Filterable): void {
    this.#type.push(document.type)
    this.#category.push(document.categoryCodes.map(code => this.#pool.one(code)).sort())
    this.#certification.push(document.certifications.map(period => this.#pooled(period)))
    this.#region.push(document.regionCode ?? '')
    this.#deliveryRecord.push(document.hasDeliveryRecord)
    this.#price.push(document.price ?? NaN)
    this.#leadDays.push(document.leadDays ?? NaN)
  }

  #pooled({ kind, from, until }: CertifiedPeriod): CertifiedPeriod {
    return {
      kind: this.#pool.one(kind),
      from: from && this.#pool.one(from),
      until: until && this.#pool.one(until),
    }
  }

  /** `order` lists the documents, by the order they were pushed in, in the order they are to have. */
  finish(order: Uint32Array): Columns {
    return {
      type: this.#type.finish(order),
      category: this.#category.finish(order),
      certification: this.#certification.finish(order),
      region: this.#region.finish(order),
      deliveryRecord: this.#deliveryRecord.finish(order),
      price: Float64Array.from(order, document => this.#price[document] ?? NaN),
      leadDays: Float64Array.from(order, document => this.#leadDays[document] ?? NaN),
    }
  }
}

/** Reads a document back out of the columns, to carry it into another segment. */
export function filterableAt(columns: Columns, document: number): Filterable {
  const { price, leadDays } = columns
  return {
    type: valueAt(columns.type, document) === 'enterprise' ? 'enterprise' : 'product',
    categoryCodes: [...valueAt(columns.category, document)],
    certifications: [...valueAt(columns.certification, document)],
    regionCode: valueAt(columns.region, document) || null,
    hasDeliveryRecord: valueAt(columns.deliveryRecord, document),
    price: numberAt(price, document),
    leadDays: numberAt(leadDays, document),
  }
}

function valueAt<Value>(column: Column<Value>, document: number): Value {
  return groupAt(column, column.groupOf[document] ?? -1)
}

/** Decides once for each group what then holds for all its documents. */
export function decidedByGroup<Value>(
  column: Column<Value>,
  decide: (value: Value) => boolean,
): (document: number) => boolean {
  const known = new Map<number, boolean>()
  return document => {
    const group = cell32(column.groupOf, document)
    const decided = known.get(group) ?? decide(groupAt(column, group))
    known.set(group, decided)
    return decided
  }
}

export function groupAt<Value>(column: Column<Value>, group: number): Value {
  const value = column.groups[group]
  if (value === undefined) throw new RangeError(`no group ${group} in this column`)
  return value
}

function numberAt(numbers: Float64Array, document: number): number | null {
  const number = numbers[document] ?? NaN
  return Number.isNaN(number) ? null : number
}
