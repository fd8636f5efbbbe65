import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId, type GlobalId } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { isUuid } from '../../platform/id.ts'
import { readRows, type Row } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { nodeKinds, type NodeKind } from './node-kinds.ts'

const mostIds = 100

@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description:
      '노드 한 건. Anything by its id; null when there is no such thing or the caller may not see it.',
  })
  async node(
    @Arg('id', () => ID, { description: '식별자. As this API gave it.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const [found] = await readNodes(ctx, info, [id])
    return found ?? null
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: '노드 여러 건. Up to 100 things by their ids, in the order asked; null where there is none.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: '식별자 목록. At most 100.' }) ids: string[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > mostIds)
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`ids\` has ${ids.length} ids; at most ${mostIds} are read at once.`,
        'ids',
      )
    return readNodes(ctx, info, ids)
  }
}

/** One statement per noun, however many ids. */
async function readNodes(ctx: Context, info: GraphQLResolveInfo, ids: string[]): Promise<(Row | null)[]> {
  const wanted = ids.map(parseGlobalId)
  const found = new Map<string, Row>()
  for (const tag of new Set(wanted.flatMap(id => id?.tag ?? []))) {
    const kind = nodeKinds.get(tag)
    if (!kind) continue
    const keys = wanted.flatMap(id => (id?.tag === tag && isKeyOf(kind, id) ? [id.key] : []))
    for (const row of await readKind(ctx, info, kind, keys)) found.set(`${tag}_${String(row.__id)}`, row)
  }
  return wanted.map(id => (id ? (found.get(`${id.tag}_${id.key}`) ?? null) : null))
}

async function readKind(
  ctx: Context,
  info: GraphQLResolveInfo,
  { shape, key, isVisible }: NodeKind,
  keys: string[],
): Promise<Row[]> {
  const rows = await readRows(ctx, info, {
    shape,
    extra: `t.${key} as "__id"`,
    where: conditions => {
      conditions.add(`t.${key} = any(${conditions.value(keys)}${key === 'id' ? '::uuid[]' : ''})`)
      conditions.add(`(${isVisible('t', () => `${conditions.value(ctx.actor.personId)}::uuid`)})`)
    },
  })
  return rows.map(row => ({ __type: shape.type, ...row }))
}

const isKeyOf = ({ key }: NodeKind, id: GlobalId) => key === 'code' || isUuid(id.key)
