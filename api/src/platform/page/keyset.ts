import { isDay } from '../day.ts'
import type { Conditions } from '../read/conditions.ts'
import { isUuid } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { decodeCursor, encodeCursor, type CursorKeys } from './cursor.ts'
import type { Page } from './page.ts'

/** An order that a list can be walked in: a sort expression, then the id, so that no two rows are equal. */
export interface Order {
  /** Names the list and its order inside cursors. */
  name: string
  /** SQL of the sort key; rows without one come last. */
  key: string
  /** SQL type of the key, for comparing a cursor with it. */
  type: 'text' | 'bigint' | 'timestamptz'
  /** Whether rows may lack a key; saying no lets the index be walked from the cursor on. */
  isNullable: boolean
  isDescending: boolean
  /** The tie-breaker. */
  id: { column: string; type: 'uuid' | 'text' }
}

interface SortKeys {
  __key?: string | number | null
  __id?: string
}

/** What a page needs beside its rows: the keys of each, for the cursors. */
export const orderColumns = ({ key, id }: Order) => `${key} as "__key", ${id.column} as "__id"`

export const orderBy = (order: Order, { isBackward }: Page) => {
  const direction = order.isDescending === isBackward ? 'asc' : 'desc'
  return `${order.key} ${direction} nulls ${isBackward ? 'first' : 'last'}, ${order.id.column} ${direction}`
}

/** Keeps what lies beyond the page's cursor, in the direction the page is counted. */
export function beyondCursor(conditions: Conditions, order: Order, page: Page): void {
  if (page.from === null) return
  const [key, id] = checked(decodeCursor(order.name, 2, page.from, page.fromArgument), order, page)
  const idValue = `${conditions.value(id)}::${order.id.type}`
  const further = order.isDescending === page.isBackward ? '>' : '<'
  if (key === null) {
    conditions.add(
      page.isBackward
        ? `(${order.key} is not null or ${order.id.column} ${further} ${idValue})`
        : `(${order.key} is null and ${order.id.column} ${further} ${idValue})`,
    )
    return
  }
  const keyValue = `${conditions.value(key)}::${order.type}`
  const beyond = `(${order.key}, ${order.id.column}) ${further} (${keyValue}, ${idValue})`
  conditions.add(order.isNullable && !page.isBackward ? `(${beyond} or ${order.key} is null)` : beyond)
}

export const cursorOf = (order: Order, row: SortKeys): string =>
  encodeCursor(order.name, [row.__key ?? null, row.__id ?? ''])

/** A forged cursor must be refused here, not by PostgreSQL in the middle of a query. */
function checked(keys: CursorKeys, { type, id }: Order, { fromArgument }: Page): CursorKeys {
  const [key, tie] = keys
  const isTie = typeof tie === 'string' && (id.type === 'text' ? !tie.includes('\0') : isUuid(tie))
  if (isTie && (key === null || isKeyOf[type](key))) return keys
  throw new Refusal('BAD_USER_INPUT', 'The cursor has been changed; start again without it.', fromArgument)
}

const isKeyOf: Record<Order['type'], (key: unknown) => boolean> = {
  text: key => typeof key === 'string' && !key.includes('\0'),
  bigint: key => Number.isSafeInteger(key),
  timestamptz: key =>
    typeof key === 'string' && /^[12]\d{3}-\d\d-\d\dT[\d:.]{8,15}\+\d\d:\d\d$/.test(key) && isInstant(key),
}

/** JavaScript knows milliseconds only; PostgreSQL writes micro. */
const isInstant = (text: string) =>
  isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text.replace(/(\.\d{3})\d+/, '$1')))
