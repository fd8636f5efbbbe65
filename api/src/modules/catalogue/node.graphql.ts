import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId, type GlobalId } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { isUuid } from '../../platform/id.ts'
import { readRows, type Row } from '../../platform/read/read.ts'
import type { Shape } from '../../platform/read/shape.ts'
import { Refusal } from '../../platform/refusal.ts'
import { aliasShape, isActiveAlias } from '../categories/alias.shape.ts'
import { categoryShape } from '../categories/category.shape.ts'
import { certificationKindShape, certificationShape } from '../certifications/certification.shape.ts'
import { credentialShape } from '../credentials/credential.shape.ts'
import { enterpriseShape, isPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { isPublicProduct, productShape } from '../products/product.shape.ts'
import { regionShape } from '../regions/region.shape.ts'

/** What can be read by its id alone: where it is kept and who may see it. */
interface NodeKind {
  shape: Shape
  key: 'id' | 'code'
  isVisible: (row: string) => string
}

const everybody = () => 'true'
const ofPublicEnterprise = (row: string) =>
  `exists (select 1 from enterprise e where e.id = ${row}.enterprise_id and ${isPublicEnterprise('e')})`

const kinds = new Map<string, NodeKind>(
  Object.entries({
    product: { shape: productShape, key: 'id', isVisible: isPublicProduct },
    enterprise: { shape: enterpriseShape, key: 'id', isVisible: isPublicEnterprise },
    certification: { shape: certificationShape, key: 'id', isVisible: ofPublicEnterprise },
    credential: { shape: credentialShape, key: 'id', isVisible: ofPublicEnterprise },
    kind: { shape: certificationKindShape, key: 'code', isVisible: everybody },
    categoryalias: { shape: aliasShape, key: 'id', isVisible: isActiveAlias },
    category: { shape: categoryShape, key: 'code', isVisible: everybody },
    region: { shape: regionShape, key: 'code', isVisible: everybody },
  } satisfies Record<string, NodeKind>),
)

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
    const kind = kinds.get(tag)
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
      conditions.add(`(${isVisible('t')})`)
    },
  })
  return rows.map(row => ({ __type: shape.type, ...row }))
}

const isKeyOf = ({ key }: NodeKind, id: GlobalId) => key === 'code' || isUuid(id.key)
