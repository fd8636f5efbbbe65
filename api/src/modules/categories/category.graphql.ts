import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { pageOf } from '../../platform/page/page.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readRows } from '../../platform/read/read.ts'
import { categoryPrefix } from './category-code.ts'
import { categoryShape } from './category.shape.ts'

export const CategoryLevel = {
  SEGMENT: 'segment',
  FAMILY: 'family',
  CLASS: 'class',
  COMMODITY: 'commodity',
  DETAIL: 'detail',
} as const
registerEnumType(CategoryLevel, {
  name: 'CategoryLevel',
  description: '분류 단계. How many digits of the code mean something.',
  valuesConfig: {
    SEGMENT: { description: '대분류, 2 digits.' },
    FAMILY: { description: '중분류, 4 digits.' },
    CLASS: { description: '소분류, 6 digits.' },
    COMMODITY: { description: '물품분류번호, 8 digits.' },
    DETAIL: { description: '세부품명번호, 10 digits.' },
  },
})

@ObjectType('Category', {
  implements: Node,
  simpleResolvers: true,
  description:
    '품목분류. A node of the public procurement classification (조달청 물품분류); its code begins with those of its ancestors.',
})
export class CategoryType extends Node {
  @Field(() => String, {
    description: '분류번호. 2, 4, 6, 8 or 10 digits, without trailing zeros that mean nothing.',
  })
  code!: string

  @Field(() => String, { description: '품명. Korean name.' })
  name!: string

  @Field(() => String, { nullable: true, description: '영문 품명. English name, where known.' })
  nameEn!: string | null

  @Field(() => CategoryLevel, { description: '분류 단계. Depth in the tree.' })
  level!: (typeof CategoryLevel)[keyof typeof CategoryLevel]

  @Field(() => [CategoryType], { description: '상위 분류. From the segment down to the category itself.' })
  path!: CategoryType[]
}

@ObjectType({ simpleResolvers: true, description: '분류 한 건. A category in a list, with its cursor.' })
export class CategoryEdge {
  @Field(() => CategoryType, { description: '분류. The category.' })
  node!: CategoryType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '분류 목록. A page of categories in code order (Relay).' })
export class CategoryConnection {
  @Field(() => [CategoryEdge], { description: '항목. The categories of the page.' })
  edges!: CategoryEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What the whole list is of, for the count. */
  under!: string | null
}

const byCode: Order = {
  name: 'categories',
  key: 't.code',
  type: 'text',
  isNullable: false,
  isDescending: false,
  id: { column: 't.code', type: 'text' },
}

@Resolver(() => CategoryConnection)
export class CategoryQueries {
  @Query(() => CategoryType, {
    nullable: true,
    description: '분류 한 건. One category by its code; null when there is none.',
  })
  async category(
    @Arg('code', () => String, { description: '분류번호. 2, 4, 6, 8 or 10 digits.' }) code: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wanted = categoryPrefix(code, 'code')
    const [row] = await readRows(ctx, info, {
      shape: categoryShape,
      where: conditions => conditions.add(`t.code = ${conditions.value(wanted)}`),
    })
    return row ?? null
  }

  @Query(() => CategoryConnection, {
    description: '분류 목록. The segments (대분류), or what lies directly under a category.',
  })
  async categories(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('under', () => String, { nullable: true, description: '상위 분류번호. Omitted: the segments.' })
    under: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parent = under == null ? null : categoryPrefix(under, 'under')
    const connection = await readConnection(ctx, info, {
      shape: categoryShape,
      order: byCode,
      page: pageOf(args),
      where: conditions => childrenOf(parent, conditions),
    })
    return { ...connection, under: parent }
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many categories the whole list has.' })
  totalCount(@Root() { under }: CategoryConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    childrenOf(under, conditions)
    return countRows(ctx, categoryShape, conditions)
  }
}

function childrenOf(parent: string | null, conditions: Conditions) {
  conditions.add('t.is_active')
  conditions.add(parent === null ? 't.parent_code is null' : `t.parent_code = ${conditions.value(parent)}`)
}
