import { expect, test } from 'vitest'
import { compared, plain, type RowOf } from './rows.ts'

interface Thing {
  unit: string
  days: number | null
}
const rows: RowOf<Thing>[] = [
  { label: 'compare.unit', lines: ({ unit }) => plain(unit) },
  { label: 'search.leadTime', align: 'end', lines: ({ days }) => plain(days === null ? null : String(days)) },
]
const different = (...things: (Thing | null)[]) =>
  compared(rows, things)
    .filter(row => row.isDifferent)
    .map(row => row.label)

test('a row differs when two of its cells do; not stated differs from stated', () => {
  expect(different({ unit: '개', days: 3 }, { unit: '개', days: 5 })).toEqual(['search.leadTime'])
  expect(different({ unit: '개', days: 3 }, { unit: '식', days: null })).toEqual([
    'compare.unit',
    'search.leadTime',
  ])
  expect(different({ unit: '개', days: 3 }, { unit: '개', days: 3 })).toEqual([])
})

test('what exists no more keeps its column and differs from nothing', () => {
  const [unit] = compared(rows, [{ unit: '개', days: 3 }, null, { unit: '개', days: 3 }])
  expect(unit?.cells).toEqual([[{ text: '개' }], null, [{ text: '개' }]])
  expect(unit?.isDifferent).toBe(false)
})
