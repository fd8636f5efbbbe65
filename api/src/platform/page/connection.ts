import type { Context } from '../context.ts'
import { asksFor, readFor, readRows, type Row } from '../read/read.ts'
import type { Conditions } from '../read/conditions.ts'
import type { Shape } from '../read/shape.ts'
import type { GraphQLResolveInfo } from 'graphql'
import { beyondCursor, cursorOf, orderBy, orderColumns, type Order } from './keyset.ts'
import type { Page } from './page.ts'

export interface Edge {
  node: Row
  cursor: string
}

export interface Connection<E extends Edge = Edge> {
  edges: E[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

interface ConnectionOptions {
  shape: Shape
  order: Order
  page: Page
  where: (conditions: Conditions) => void
  /** Further columns for the reader itself. */
  extra?: readonly string[]
}

/** A page of a list that is ordered by a key of its rows; stays exact while others add and remove rows. */
export async function readConnection(
  ctx: Context,
  info: GraphQLResolveInfo,
  { shape, order, page, where, extra = [] }: ConnectionOptions,
): Promise<Connection> {
  if (!asksFor(info, 'edges') && !asksFor(info, 'pageInfo')) return connectionOf<Edge>([], page, false)
  const rows = await readRows(ctx, info, {
    shape,
    path: ['edges', 'node'],
    extra: [orderColumns(order), ...extra].join(', '),
    where: conditions => {
      where(conditions)
      beyondCursor(conditions, order, page)
    },
    orderBy: orderBy(order, page),
    // One more than asked tells whether there is a next page.
    limit: page.size + 1,
  })
  const kept = rows.slice(0, page.size)
  if (page.isBackward) kept.reverse()
  const edges = kept.map(node => ({ node, cursor: cursorOf(order, node) }))
  return connectionOf(edges, page, rows.length > page.size)
}

export function connectionOf<E extends Edge>(edges: E[], page: Page, hasMore: boolean): Connection<E> {
  // A page that starts from a cursor has at least the cursor's own row behind it.
  const hasBehind = page.from !== null
  return {
    edges,
    pageInfo: {
      hasNextPage: page.isBackward ? hasBehind : hasMore,
      hasPreviousPage: page.isBackward ? hasMore : hasBehind,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** How many rows of a shape meet the conditions. */
export function countRows(ctx: Context, shape: Shape, conditions: Conditions): Promise<number> {
  return readFor<number>(
    ctx,
    `select count(*)::text as json from ${shape.table} t ${shape.joins?.('t') ?? ''} ${conditions.where()}`,
    conditions.values,
  )
}
