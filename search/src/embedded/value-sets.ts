import { cell32 } from './cells.ts'
import { groupAt, type Column } from './columns.ts'

/**
 * The facet values of each document. Thousands of groups (every pair of certification dates is one)
 * come out with the same few values; they share a set, and documents are counted by its number.
 */
export interface ValueSets {
  sets: (readonly string[])[]
  /** For each document the number of its set. */
  setOf: Uint32Array
}

export function valueSets<Value>(
  column: Column<Value>,
  valuesOf: (value: Value) => readonly string[],
): ValueSets {
  const sets: (readonly string[])[] = []
  const setByName = new Map<string, number>()
  const setOfGroup = Uint32Array.from(column.groups.keys(), group => {
    const values = valuesOf(groupAt(column, group))
    const name = values.join('\n')
    const set = setByName.get(name) ?? sets.push(values) - 1
    setByName.set(name, set)
    return set
  })
  return { sets, setOf: column.groupOf.map(group => cell32(setOfGroup, group)) }
}

/** Counts documents by their values. */
export function countValues({ sets, setOf }: ValueSets, lists: readonly Uint32Array[]): Map<string, number> {
  const countOf = new Uint32Array(sets.length)
  for (const documents of lists) {
    for (const document of documents) {
      const set = cell32(setOf, document)
      countOf[set] = cell32(countOf, set) + 1
    }
  }
  const byValue = new Map<string, number>()
  for (const [set, values] of sets.entries()) {
    const count = cell32(countOf, set)
    if (count === 0) continue
    for (const value of values) byValue.set(value, (byValue.get(value) ?? 0) + count)
  }
  return byValue
}
