import { createHash } from 'node:crypto'
import type { SearchHit } from '@panro/search'
import type { GraphQLResolveInfo } from 'graphql'
import type { RequestContext } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/page/cursor.ts'
import { asksFor, readRows, type Row } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { searchRequest, type List, type ListConnection } from './list.ts'
import { markedColumns, marksOf } from './marks.ts'

/**
 * The engine ranks and counts; its ids are held against the rows, so that what is hidden since stays
 * hidden. Pages go by position, for the engine has no key that a later answer could go on from: what a
 * page has lost to hiding, the next one does not make up for.
 */
export async function readByRelevance(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
): Promise<ListConnection> {
  const { offset, limit } = await stretchOf(ctx, list)
  const found = await ctx.search.search(searchRequest(list, { offset, limit }))
  const { hits } = found
  const cursorAt = (position: number) => encodeCursor(cursorName(list), [position])
  const rows = asksFor(info, 'edges') ? await rowsOf(ctx, info, list, hits) : new Map<string, Row>()
  const edges = hits.flatMap(({ id, reason }, index) => {
    const node = rows.get(id)
    return node
      ? [{ node, cursor: cursorAt(offset + index), match: reason, marks: marksOf(list, node, reason) }]
      : []
  })
  const pageInfo = {
    hasNextPage: found.total > offset + hits.length,
    hasPreviousPage: offset > 0,
    startCursor: hits.length > 0 ? cursorAt(offset) : null,
    endCursor: hits.length > 0 ? cursorAt(offset + hits.length - 1) : null,
  }
  return { edges, pageInfo, list, found }
}

async function rowsOf(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
  hits: SearchHit[],
): Promise<Map<string, Row>> {
  const rows = await readRows(ctx, info, {
    shape: list.shape,
    path: ['edges', 'node'],
    extra: ['t.id as "__id"', ...markedColumns(info, list)].join(', '),
    where: conditions => {
      conditions.add(`t.id = any(${conditions.value(hits.map(({ id }) => id))}::uuid[])`)
      list.conditions(list.filter, conditions)
    },
  })
  return new Map(rows.map(row => [String(row.__id), row]))
}

async function stretchOf(ctx: RequestContext, list: List): Promise<{ offset: number; limit: number }> {
  const { page } = list
  const from = page.from === null ? null : positionOf(list, page.from)
  if (!page.isBackward) return { offset: from === null ? 0 : from + 1, limit: page.size }
  const end = from ?? (await ctx.search.search(searchRequest(list, { offset: 0, limit: 0 }))).total
  const offset = Math.max(0, end - page.size)
  return { offset, limit: end - offset }
}

const furthest = 1_000_000

function positionOf(list: List, cursor: string): number {
  const { fromArgument } = list.page
  const [position] = decodeCursor(cursorName(list), 1, cursor, fromArgument)
  if (typeof position === 'number' && Number.isInteger(position) && position >= 0 && position < furthest)
    return position
  throw new Refusal('BAD_USER_INPUT', 'The cursor has been changed; start again without it.', fromArgument)
}

/** A position means something only among the results of the same words and filter. */
function cursorName({ type, words, exactly, filter }: List): string {
  const question = createHash('sha256')
    .update(JSON.stringify([words, exactly, filter]))
    .digest('base64url')
  return `${type}:relevance:${question.slice(0, 12)}`
}
