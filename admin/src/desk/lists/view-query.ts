/** What stands in the address of a list, as one text for each name; several values are joined by commas. */
export type ListQuery = Readonly<Record<string, string>>

/** How a list is looked at, as it is saved. */
export interface ViewState {
  filter: { field: string; values: string[] }[]
  columns: string[] | null
  sort: string | null
}

const apart = ['sort', 'cols', 'after', 'before']

/** Where on the list one is belongs to nobody's view of it. */
export function viewOf(query: ListQuery): ViewState {
  const conditions = Object.entries(query).filter(([field, text]) => !apart.includes(field) && text !== '')
  return {
    filter: conditions.map(([field, text]) => ({ field, values: text.split(',') })),
    columns: query['cols'] ? query['cols'].split(',') : null,
    sort: query['sort'] ?? null,
  }
}

export function queryOf({ filter, columns, sort }: ViewState): ListQuery {
  return {
    ...Object.fromEntries(filter.map(({ field, values }) => [field, values.join(',')])),
    ...(columns && { cols: columns.join(',') }),
    ...(sort !== null && { sort }),
  }
}

/** Whether both show the same; the order of the conditions is nothing. */
export const isSameView = (a: ViewState, b: ViewState): boolean => textOf(a) === textOf(b)

const textOf = (view: ViewState) =>
  JSON.stringify(Object.entries(queryOf(view)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
