import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { readJson, readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { ProductType } from '../products/product.graphql.ts'
import { SavedSearchFilter } from './saved-filter.graphql.ts'
import type { SavedScope } from './saved-search.entity.ts'
import { countNews, isSavedBy, savedSearchShape } from './saved-search.shape.ts'

export const SavedScopeEnum = { PRODUCT: 'product', ENTERPRISE: 'enterprise' } as const satisfies Record<
  string,
  SavedScope
>
registerEnumType(SavedScopeEnum, {
  name: 'SavedScope',
  description: '찾는 대상. What a saved search looks for.',
  valuesConfig: {
    PRODUCT: { description: '상품. Products and services.' },
    ENTERPRISE: { description: '기업. Enterprises.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: '새로 찾은 것. A product or an enterprise that a saved search finds since it was saved.',
})
export class SavedSearchMatch {
  @Field(() => ProductType, { nullable: true, description: '상품. Set when products are looked for.' })
  product!: ProductType | null

  @Field(() => EnterpriseType, { nullable: true, description: '기업. Set when enterprises are looked for.' })
  enterprise!: EnterpriseType | null

  @Field(() => DateTimeScalar, { description: '찾은 일시. Since when the search finds it.' })
  foundAt!: string

  @Field(() => Boolean, { description: '새 소식 여부. Whether it has not been looked at yet.' })
  isNew!: boolean
}

@ObjectType('SavedSearch', {
  implements: Node,
  simpleResolvers: true,
  description:
    '저장한 검색. A question that the person who asks is told new answers to; nobody else can read this.',
})
export class SavedSearchType extends Node {
  @Field(() => String, { description: '이름. What the person calls it.' })
  name!: string

  @Field(() => SavedScopeEnum, { description: '찾는 대상. What is looked for.' })
  scope!: SavedScope

  @Field(() => String, { nullable: true, description: '검색어. The words; null when there are none.' })
  query!: string | null

  @Field(() => SavedSearchFilter, { description: '조건. What must hold.' })
  filter!: SavedSearchFilter

  @Field(() => DateTimeScalar, { description: '저장 일시. When it was saved.' })
  createdAt!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '확인 일시. When its news were last looked at; null: never.',
  })
  lastSeenAt!: string | null

  @Field(() => Int, { description: '새 소식 수. How many matches have not been looked at yet; exact.' })
  newCount!: number
}

@Resolver(() => SavedSearchType)
export class SavedSearchMatches {
  @FieldResolver(() => [SavedSearchMatch], {
    description: '새로 찾은 것. What it finds since it was saved, the newest first; each thing once.',
  })
  matches(
    @Root() row: object,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    pageOf({ first })
    return readField(row, info)
  }
}

@Resolver(() => ViewerType)
export class ViewerSavedSearches {
  @FieldResolver(() => [SavedSearchType], {
    description: '저장한 검색 목록. The questions the person has saved, the newest first; at most 50.',
  })
  savedSearches(
    @Root() viewer: ViewerType,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const personId = keyOf('person', viewer.id)
    return readRows(ctx, info, {
      shape: savedSearchShape,
      where: conditions => conditions.add(isSavedBy('t', `${conditions.value(personId)}::uuid`)),
      orderBy: 't.created_at desc, t.id desc',
    })
  }

  @FieldResolver(() => Int, {
    description: '새 소식 수. How many matches of all saved searches have not been looked at yet; exact.',
  })
  alertCount(@Root() viewer: ViewerType, @Ctx() { em, signal }: Context): Promise<number> {
    const own = `in (select s.id from saved_search s where ${isSavedBy('s', '$1::uuid')})`
    return readJson<number>(
      em,
      `select ${countNews(own)}::text as json`,
      [keyOf('person', viewer.id)],
      signal,
    )
  }
}
