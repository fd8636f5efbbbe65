import type { Means, Plan, SourcedRecord } from './plan.ts'
import { Planner } from './planner.ts'
import type { Standing } from './standing.ts'

/** Pure: the same records on the same standing give the same plan. */
export function planImport(records: readonly SourcedRecord[], standing: Standing, means: Means): Plan {
  const planner = new Planner(standing, means)
  // Enterprises first, wherever they stand in the file: their certificates and offers lean on them.
  for (const source of records)
    if (source.record.type === 'enterprise') planner.enterprise(source.record, source)
  // Then in the order of time, so that a renewal comes after what it renews.
  for (const source of records.toSorted((a, b) => beginning(a).localeCompare(beginning(b))))
    planner.rest(source)
  return planner.plan()
}

const beginning = ({ record }: SourcedRecord) =>
  record.type === 'certification' ? (record.validFrom ?? '') : ''
