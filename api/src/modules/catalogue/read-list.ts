import type { SearchResult } from '@panro/search'
import type { GraphQLResolveInfo } from 'graphql'
import type { RequestContext } from '../../platform/context.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readByRelevance } from './by-relevance.ts'
import { markedColumns, marksOf } from './marks.ts'
import { searchRequest, type AskedList, type List, type ListConnection } from './list.ts'
import { meaningOf, nothingSaid } from './vocabulary.ts'
import { checkLength } from './words.ts'

/** With words in another order than relevance all that is found is sorted; seldom is it more than this. */
const usuallyFound = 1_000

export async function readList(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  asked: AskedList,
): Promise<ListConnection> {
  checkLength(asked.words)
  const list: List = { ...asked, meaning: asked.exactly ? nothingSaid : await meaningOf(ctx, asked.words) }
  if (list.words === '') return readUnsearched(ctx, info, list)
  return list.order === null ? readByRelevance(ctx, info, list) : readSearched(ctx, info, list, list.order)
}

/** Without words PostgreSQL answers alone. */
async function readUnsearched(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
): Promise<ListConnection> {
  const connection = await readConnection(ctx, info, {
    shape: list.shape,
    order: list.order ?? list.defaultOrder,
    page: list.page,
    where: conditions => list.conditions(list.filter, conditions),
  })
  return { ...connection, list, found: null }
}

async function readSearched(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
  order: Order,
): Promise<ListConnection> {
  const found = await findAll(ctx, list)
  const ids = found.hits.map(({ id }) => id)
  const { edges, pageInfo } = await readConnection(ctx, info, {
    shape: list.shape,
    order,
    page: list.page,
    extra: markedColumns(info, list),
    where: conditions => {
      conditions.add(`t.id = any(${conditions.value(ids)}::uuid[])`)
      list.conditions(list.filter, conditions)
    },
  })
  const reasons = new Map(found.hits.map(({ id, reason }) => [id, reason]))
  const marked = edges.map(edge => ({
    ...edge,
    marks: marksOf(list, edge.node, reasons.get(String(edge.node.__id)) ?? 'literal'),
  }))
  return { edges: marked, pageInfo, list, found }
}

async function findAll(ctx: RequestContext, list: List): Promise<SearchResult> {
  const found = await ctx.search.search(searchRequest(list, { offset: 0, limit: usuallyFound }))
  if (found.total <= usuallyFound) return found
  return ctx.search.search(searchRequest(list, { offset: 0, limit: found.total }))
}

/** Exact: by the engine where words decide, by PostgreSQL where they do not. */
export function countList(ctx: RequestContext, { list, found }: ListConnection): number | Promise<number> {
  if (found) return found.total
  const conditions = new Conditions()
  list.conditions(list.filter, conditions)
  return countRows(ctx, list.shape, conditions)
}
