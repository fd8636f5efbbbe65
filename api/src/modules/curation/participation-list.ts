import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../../platform/context.ts'
import { connectionOf, type Edge } from '../../platform/page/connection.ts'
import { decodeCursor, encodeCursor } from '../../platform/page/cursor.ts'
import type { Page } from '../../platform/page/page.ts'
import { asksFor, readRows, type Row } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { participationShape } from './participation.shape.ts'
import type { Part, Ranked } from './ranked.ts'

interface RankedEdge extends Edge {
  rank: number
  score: number
  parts: Part[]
  fits: string[]
}

/** A page of a ranking: the whole order is known, what is asked of each is read for the page alone. */
export async function pageOfRanking(
  ctx: Context,
  info: GraphQLResolveInfo,
  list: string,
  ranking: readonly Ranked[],
  page: Page,
) {
  const [from, to] = spanOf(list, ranking, page)
  const shown = ranking.slice(from, to)
  const nodes = await readNodes(ctx, info, shown)
  const edges = shown.flatMap((row): RankedEdge[] => {
    const node = nodes.get(row.id)
    if (!node) return []
    const { rank, score, parts, quotas } = row
    return [{ node, cursor: encodeCursor(list, [row.id]), rank, score, parts, fits: quotas ?? [] }]
  })
  return connectionOf(edges, page, page.isBackward ? from > 0 : to < ranking.length)
}

function spanOf(list: string, ranking: readonly Ranked[], page: Page): [number, number] {
  if (page.from === null)
    return page.isBackward
      ? [Math.max(0, ranking.length - page.size), ranking.length]
      : [0, Math.min(page.size, ranking.length)]
  const [id] = decodeCursor(list, 1, page.from, page.fromArgument)
  const at = ranking.findIndex(row => row.id === id)
  if (at < 0)
    throw new Refusal(
      'BAD_USER_INPUT',
      'What the cursor names is not in this list any more; start again without it.',
      page.fromArgument,
    )
  return page.isBackward
    ? [Math.max(0, at - page.size), at]
    : [at + 1, Math.min(at + 1 + page.size, ranking.length)]
}

async function readNodes(ctx: Context, info: GraphQLResolveInfo, shown: readonly Ranked[]) {
  if (shown.length === 0) return new Map<string, Row>()
  if (!asksFor(info, 'edges', 'node')) return new Map<string, Row>(shown.map(({ id }) => [id, {}]))
  const rows = await readRows(ctx, info, {
    shape: participationShape,
    path: ['edges', 'node'],
    extra: 't.id as "__key"',
    where: conditions => conditions.add(`t.id = any(${conditions.value(shown.map(({ id }) => id))}::uuid[])`),
  })
  return new Map(rows.map(row => [String(row['__key']), row]))
}
