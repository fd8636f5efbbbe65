import type { Suggestion } from '@panro/search'
import { Arg, Ctx, Field, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { RequestContext } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { wordsOf } from './list.ts'

const SuggestionKind = { PRODUCT: 'product', ENTERPRISE: 'enterprise', CATEGORY: 'category' } as const
registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: '추천 종류. What a suggestion is the name of.',
  valuesConfig: {
    PRODUCT: { description: '상품. A product.' },
    ENTERPRISE: { description: '기업. An enterprise.' },
    CATEGORY: { description: '품목. A category.' },
  },
})

@ObjectType('Suggestion', {
  simpleResolvers: true,
  description: '추천 검색어. Something that begins like what is being typed.',
})
export class SuggestionType {
  @Field(() => String, { description: '검색어. To be searched as it is.' })
  text!: string

  @Field(() => SuggestionKind, { description: '종류. What it is the name of.' })
  kind!: Suggestion['kind']
}

@Resolver()
export class SuggestionQueries {
  @Query(() => [SuggestionType], {
    description: '추천 검색어. For a search box, at every key; half-typed syllables are fine.',
  })
  async suggestions(
    @Arg('query', () => String, {
      description: '입력 중인 글자. What has been typed so far, at most 100 characters.',
    })
    query: string,
    @Arg('first', () => Int, { defaultValue: 8, description: '몇 건. 1 to 20.' }) first: number,
    @Ctx() { search }: RequestContext,
  ): Promise<Suggestion[]> {
    if (first < 1 || first > 20)
      throw new Refusal('BAD_USER_INPUT', `\`first\` is ${first}; expected 1 to 20.`, 'first')
    const words = wordsOf(query)
    if (words.length > 100)
      throw new Refusal('BAD_USER_INPUT', '`query` is longer than 100 characters.', 'query')
    return words === '' ? [] : search.suggest({ words, limit: first })
  }
}
