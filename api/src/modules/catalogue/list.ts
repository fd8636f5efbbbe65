import type {
  DocumentType,
  FacetKey,
  MatchReason,
  SearchHit,
  SearchRequest,
  SearchResult,
} from '@panro/search'
import type { GraphQLResolveInfo } from 'graphql'
import type { RequestContext } from '../../platform/context.ts'
import {
  connectionOf,
  countRows,
  readConnection,
  type Connection,
  type Edge,
} from '../../platform/page/connection.ts'
import { decodeCursor, encodeCursor } from '../../platform/page/cursor.ts'
import type { Order } from '../../platform/page/keyset.ts'
import type { Page } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { asksFor, readRows, type Row } from '../../platform/read/read.ts'
import type { Shape } from '../../platform/read/shape.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CheckedFilter } from './filter.ts'

/** A list of the catalogue, as asked for: its rows come from PostgreSQL, what words mean from the engine. */
export interface List {
  type: DocumentType
  shape: Shape
  /** What was typed; blank: no words. */
  words: string
  filter: CheckedFilter
  conditions: (filter: CheckedFilter, conditions: Conditions) => void
  /** null: by relevance. */
  order: Order | null
  defaultOrder: Order
  page: Page
}

interface ListEdge extends Edge {
  /** How the words were found in it; absent when there were none, or when the order is not by relevance. */
  match?: MatchReason
}

export interface ListConnection extends Connection<ListEdge> {
  list: List
  /** What the engine made of the words; null when there were none. */
  found: SearchResult | null
}

/** With words in another order than relevance, so many of the best matches are considered. */
const mostSorted = 1_000
const longestWords = 200

export function readList(ctx: RequestContext, info: GraphQLResolveInfo, list: List): Promise<ListConnection> {
  if (list.words.length > longestWords)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`query\` is longer than ${longestWords} characters; search by fewer words.`,
      'query',
    )
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
  const found = await ctx.search.search(searchRequest(list, { offset: 0, limit: mostSorted }))
  const ids = found.hits.map(({ id }) => id)
  const connection = await readConnection(ctx, info, {
    shape: list.shape,
    order,
    page: list.page,
    where: conditions => {
      conditions.add(`t.id = any(${conditions.value(ids)}::uuid[])`)
      list.conditions(list.filter, conditions)
    },
  })
  return { ...connection, list, found }
}

/** The engine ranks and counts; its ids are held against the rows, so that what is hidden since stays hidden. */
async function readByRelevance(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
): Promise<ListConnection> {
  const { offset, limit } = await stretchOf(ctx, list)
  const found = await ctx.search.search(searchRequest(list, { offset, limit: limit + 1 }))
  const hits = found.hits.slice(0, limit)
  const rows = asksFor(info, 'edges') ? await rowsOf(ctx, info, list, hits) : []
  const edges = rows.flatMap(node => {
    const index = hits.findIndex(({ id }) => id === node.__id)
    const hit = hits[index]
    return hit ? [{ node, cursor: encodeCursor(cursorName(list), [offset + index]), match: hit.reason }] : []
  })
  const connection = connectionOf(
    edges,
    list.page,
    list.page.isBackward ? offset > 0 : found.hits.length > limit,
  )
  return { ...connection, list, found }
}

function rowsOf(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  list: List,
  hits: SearchHit[],
): Promise<Row[]> {
  const ids = hits.map(({ id }) => id)
  let placeholder = ''
  return readRows(ctx, info, {
    shape: list.shape,
    path: ['edges', 'node'],
    extra: 't.id as "__id"',
    where: conditions => {
      placeholder = `${conditions.value(ids)}::uuid[]`
      conditions.add(`t.id = any(${placeholder})`)
      list.conditions(list.filter, conditions)
    },
    get orderBy() {
      return `array_position(${placeholder}, t.id)`
    },
  })
}

/** Ranked answers are paged by position: the engine has no key that a later answer could go on from. */
async function stretchOf(ctx: RequestContext, list: List): Promise<{ offset: number; limit: number }> {
  const { page } = list
  const from = page.from === null ? null : Number(decodeCursor(cursorName(list), 1, page.from)[0])
  if (from !== null && !(Number.isSafeInteger(from) && from >= 0 && from < 1e6))
    throw new Refusal('BAD_USER_INPUT', 'The cursor has been changed; start again without it.', 'cursor')
  if (!page.isBackward) return { offset: from === null ? 0 : from + 1, limit: page.size }
  const end = from ?? (await ctx.search.search(searchRequest(list, { offset: 0, limit: 0 }))).total
  const offset = Math.max(0, end - page.size)
  return { offset, limit: end - offset }
}

const cursorName = ({ type }: List) => `${type}:relevance`

function searchRequest(
  list: List,
  part: { offset: number; limit: number; facets?: FacetKey[] },
): SearchRequest {
  const { on, ...filter } = list.filter
  return { words: list.words, types: [list.type], filter, on, facets: [], ...part }
}

/** Exact: by the engine where words decide, by PostgreSQL where they do not. */
export function countList(ctx: RequestContext, { list, found }: ListConnection): number | Promise<number> {
  if (found) return found.total
  const conditions = new Conditions()
  list.conditions(list.filter, conditions)
  return countRows(ctx, list.shape, conditions)
}

export const facetKeys: FacetKey[] = ['certification', 'category', 'region', 'deliveryRecord']

export const facetsOf = async (ctx: RequestContext, list: List): Promise<SearchResult['facets']> =>
  (await ctx.search.search(searchRequest(list, { offset: 0, limit: 0, facets: facetKeys }))).facets

/** What was typed, as it is searched: composed Hangul (NFC), without blanks around it. */
export const wordsOf = (query: string | null | undefined): string => (query ?? '').normalize('NFC').trim()

export const searchInfoOf = ({
  found,
}: ListConnection): { correction: string | null; degraded: boolean } | null =>
  found && { correction: found.correction, degraded: found.isDegraded ?? false }
