import { Arg, Ctx, Field, Float, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { RequestContext } from '../../platform/context.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { longestItem } from './plan-values.ts'
import { suggestCategories, type SuggestionGround } from './suggest-category.ts'

export const SuggestionGroundEnum = {
  SAID: 'said',
  NAME: 'name',
  PRODUCTS: 'products',
} as const satisfies Record<string, SuggestionGround>
registerEnumType(SuggestionGroundEnum, {
  name: 'CategorySuggestionGround',
  description: '제안 근거. What a suggested category rests on most.',
  valuesConfig: {
    SAID: { description: '동의어. The staff have said that a word of the item means it.' },
    NAME: { description: '분류 이름. It is called so.' },
    PRODUCTS: { description: '상품. Products that the words find are classified so.' },
  },
})

@ObjectType('CategorySuggestion', {
  simpleResolvers: true,
  description: '품목분류 제안. A category that an item may be of.',
})
export class CategorySuggestionType {
  @Field(() => String, { description: '분류번호. Code of the category.' })
  code!: string

  @Field(() => String, { description: '품명. Its name.' })
  name!: string

  @Field(() => Float, { description: '확신도. 0 to 1.' })
  confidence!: number

  @Field(() => SuggestionGroundEnum, { description: '근거. What it rests on most.' })
  because!: SuggestionGround
}

@ObjectType({
  simpleResolvers: true,
  description: '제외된 분류. What a word of the item was said not to mean: 손소독제 is not 소독업.',
})
export class ExcludedCategory {
  @Field(() => String, { description: '낱말. The word.' })
  term!: string

  @Field(() => String, { description: '분류번호. Code of the category it does not mean.' })
  code!: string

  @Field(() => String, { description: '품명. Name of that category.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: '품목의 분류 제안. Suggestions for one item.' })
export class ItemSuggestions {
  @Field(() => String, { description: '품목. As it was asked.' })
  item!: string

  @Field(() => [CategorySuggestionType], { description: '제안. The best first; at most five.' })
  suggestions!: CategorySuggestionType[]

  @Field(() => [ExcludedCategory], {
    description: '아님. What was left out because it was said not to be meant.',
  })
  notThese!: ExcludedCategory[]
}

const mostItems = 50

@Resolver()
export class CategorySuggestions {
  @Query(() => [ItemSuggestions], {
    description: '품목분류 제안. Which categories items of a budget may be of, with how sure that is.',
  })
  async categorySuggestions(
    @Arg('items', () => [String], { description: '품목. 1 to 50, as the budget calls them.' })
    items: string[],
    @Ctx() ctx: RequestContext,
  ) {
    if (items.length < 1 || items.length > mostItems)
      throw new Refusal('BAD_USER_INPUT', `\`items\`: 1 to ${mostItems} at once.`, 'items')
    return suggestCategories(
      ctx,
      items.map(item => lineOfText(item, 'items', longestItem)),
    )
  }
}
