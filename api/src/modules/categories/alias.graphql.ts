import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { pageOf } from '../../platform/page/page.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { AliasRelation } from './alias.entity.ts'
import { aliasShape, isActiveAlias } from './alias.shape.ts'
import { CategoryType } from './category.graphql.ts'
import { addCategoryAlias, removeCategoryAlias } from './change-alias.ts'

const AliasRelationEnum = { SYNONYM: 'synonym', NOT_THIS: 'not_this' } as const satisfies Record<
  string,
  AliasRelation
>
registerEnumType(AliasRelationEnum, {
  name: 'AliasRelation',
  description: '동의어 관계. Whether a term means a category.',
  valuesConfig: {
    SYNONYM: { description: '동의어. A search for the term also finds what lies in the category.' },
    NOT_THIS: {
      description:
        '제외. A search for the term does not find what lies wholly in the category, unless its name says the term.',
    },
  },
})

@ObjectType('CategoryAlias', {
  implements: Node,
  simpleResolvers: true,
  description: '분류 동의어. What the staff have said that a search term means, or does not mean.',
})
export class CategoryAliasType extends Node {
  @Field(() => String, { description: '검색어. The term; spacing and capitals do not matter.' })
  term!: string

  @Field(() => AliasRelationEnum, { description: '관계. Whether the term means the category.' })
  relation!: AliasRelation

  @Field(() => CategoryType, { description: '품목분류. The category with all that lies under it.' })
  category!: CategoryType

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last said.' })
  updatedAt!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '분류 동의어 한 건. A synonym in a list, with its cursor.',
})
export class CategoryAliasEdge {
  @Field(() => CategoryAliasType, { description: '동의어. The synonym.' })
  node!: CategoryAliasType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '분류 동의어 목록. A page of synonyms by term (Relay).' })
export class CategoryAliasConnection {
  @Field(() => [CategoryAliasEdge], { description: '항목. The synonyms of the page.' })
  edges!: CategoryAliasEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

const byTerm: Order = {
  name: 'aliases',
  key: 't.comparable_term',
  type: 'text',
  isNullable: false,
  isDescending: false,
  id: { column: 't.id', type: 'uuid' },
}

@Resolver(() => CategoryAliasConnection)
export class CategoryAliases {
  @Query(() => CategoryAliasConnection, {
    description: '분류 동의어 목록. Everything that searches go by beside the letters, by term.',
  })
  categoryAliases(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readConnection(ctx, info, {
      shape: aliasShape,
      order: byTerm,
      page: pageOf(args),
      where: conditions => conditions.add(isActiveAlias('t')),
    })
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many synonyms there are; exact.' })
  totalCount(@Ctx() ctx: Context) {
    const conditions = new Conditions()
    conditions.add(isActiveAlias('t'))
    return countRows(ctx, aliasShape, conditions)
  }

  @Mutation(() => CategoryAliasType, {
    description:
      '분류 동의어 추가. Staff say what a term means, or does not mean; searches go by it at once. CONFLICT when something is said of the pair already.',
  })
  async addCategoryAlias(
    @Arg('term', () => String, { description: '검색어. At most 50 characters.' }) term: string,
    @Arg('category', () => String, { description: '분류번호. 2, 4, 6, 8 or 10 digits.' })
    categoryCode: string,
    @Arg('relation', () => AliasRelationEnum, { description: '관계. Whether the term means the category.' })
    relation: AliasRelation,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const { id } = await addCategoryAlias(ctx, { term, categoryCode, relation })
    return readOne(ctx, info, aliasShape, id)
  }

  @Mutation(() => ID, {
    description: '분류 동의어 삭제. Staff take back what was said of a term. Returns the id of what is gone.',
  })
  async removeCategoryAlias(
    @Arg('id', () => ID, { description: '동의어. Which one.' }) id: string,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('categoryalias', id)
    await removeCategoryAlias(ctx, key)
    return globalId('categoryalias', key)
  }
}
