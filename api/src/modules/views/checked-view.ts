import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Density, ViewCondition } from './saved-view.entity.ts'

const most = { conditions: 30, values: 50, columns: 60 }
const longest = { name: 60, value: 100 }

/** What a view says; whatever is left out is not checked, and stays as it is. */
export interface ViewValues {
  name: string
  filter: ViewCondition[]
  columns: string[] | null
  sort: string | null
  density: Density | null
}

/** As it is stored; refuses what no list could have in its address. */
export function checkedView(given: Partial<ViewValues>): Partial<ViewValues> {
  const { name, filter, columns, sort, density } = given
  return {
    ...(name !== undefined && { name: lineOfText(name, 'view.name', longest.name) }),
    ...(filter !== undefined && { filter: checkedFilter(filter) }),
    ...(columns !== undefined && { columns: columns && checkedColumns(columns) }),
    ...(sort !== undefined && { sort: sort && checkedSort(sort) }),
    ...(density !== undefined && { density }),
  }
}

function checkedFilter(filter: ViewCondition[]): ViewCondition[] {
  const field = 'view.filter'
  assertFew(filter, most.conditions, 'conditions', field)
  assertDistinct(
    filter.map(condition => condition.field),
    field,
  )
  return filter.map(({ field: name, values }) => {
    assertFew(values, most.values, `values of "${name.slice(0, 40)}"`, field)
    assertName(name, field)
    return { field: name, values: values.map(value => lineOfText(value, field, longest.value)) }
  })
}

function checkedColumns(columns: string[]): string[] {
  const field = 'view.columns'
  if (columns.length === 0)
    throw new Refusal('BAD_USER_INPUT', 'A list without columns shows nothing; name at least one.', field)
  assertFew(columns, most.columns, 'columns', field)
  assertDistinct(columns, field)
  for (const column of columns) assertName(column, field)
  return columns
}

function checkedSort(sort: string): string {
  assertName(sort.replace(/^-/, ''), 'view.sort')
  return sort
}

function assertFew(values: readonly unknown[], limit: number, what: string, field: string) {
  if (values.length > limit)
    throw new Refusal(
      'BAD_USER_INPUT',
      `There are ${values.length} ${what}; at most ${limit} are kept.`,
      field,
    )
}

function assertDistinct(names: string[], field: string) {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new Refusal('BAD_USER_INPUT', `"${twice.slice(0, 40)}" is named twice.`, field)
}

/** As it stands in an address. */
function assertName(name: string, field: string) {
  if (/^[a-z]\w{0,39}$/i.test(name)) return
  throw new Refusal(
    'BAD_USER_INPUT',
    `${JSON.stringify(name.slice(0, 40))} is no name of a field; letters, figures and _ only.`,
    field,
  )
}
