import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql'
import type { Context, RequestContext } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { personOf } from '../accounts/require-role.ts'
import { ProductFilter } from '../catalogue/filter.graphql.ts'
import { words } from '../catalogue/words.graphql.ts'
import { markSavedSearchSeen, removeSavedSearch, saveSearch } from './change-saved-search.ts'
import type { SavedScope } from './saved-search.entity.ts'
import { SavedScopeEnum, SavedSearchType } from './saved-search.graphql.ts'
import { savedSearchShape } from './saved-search.shape.ts'

@Resolver()
export class SavedSearchMutations {
  @Mutation(() => SavedSearchType, {
    description:
      '검색 저장. Keeps a question; the person is told what it finds from now on. What it finds already is no news. At most 50, and none that finds more than 2,000 things.',
  })
  async saveSearch(
    @Arg('name', () => String, { description: '이름. 1 to 60 characters.' }) name: string,
    @Arg('scope', () => SavedScopeEnum, { description: '찾는 대상. What to look for.' }) scope: SavedScope,
    @Arg('query', () => String, words) query: string | null | undefined,
    @Arg('filter', () => ProductFilter, {
      nullable: true,
      description: '조건. What must hold; `price` and `leadDaysMax` for products only.',
    })
    filter: ProductFilter | null | undefined,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const id = await saveSearch(ctx, { name, scope, query: query ?? null, filter: filter ?? null })
    return readOne(ctx, info, savedSearchShape, id)
  }

  @Mutation(() => ID, {
    description: '저장한 검색 삭제. With all its news. Returns the id of what is gone.',
  })
  async removeSavedSearch(
    @Arg('id', () => ID, { description: '저장한 검색. Which one.' }) id: string,
    @Ctx() ctx: Context,
  ) {
    personOf(ctx)
    const key = keyOf('savedsearch', id)
    await removeSavedSearch(ctx, key)
    return globalId('savedsearch', key)
  }

  @Mutation(() => SavedSearchType, {
    description: '새 소식 확인. Everything it has found so far counts as looked at.',
  })
  async markSavedSearchSeen(
    @Arg('id', () => ID, { description: '저장한 검색. Which one.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    personOf(ctx)
    const key = keyOf('savedsearch', id)
    await markSavedSearchSeen(ctx, key)
    return readOne(ctx, info, savedSearchShape, key)
  }
}
