import type { FacetKey, MatchReason } from '@panro/search'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'

export const FacetKeyEnum = {
  CERTIFICATION: 'certification',
  CATEGORY: 'category',
  REGION: 'region',
  DELIVERY_RECORD: 'deliveryRecord',
} as const satisfies Record<string, FacetKey>
registerEnumType(FacetKeyEnum, {
  name: 'FacetKey',
  description: '갈래. By what the results can be narrowed.',
  valuesConfig: {
    CERTIFICATION: { description: '인증. Kinds of certification valid on the day of the filter.' },
    CATEGORY: { description: '품목. Segments (대분류) of the category tree.' },
    REGION: { description: '지역. Provinces (시도) of the enterprises.' },
    DELIVERY_RECORD: {
      description: '납품실적. With (`true`) or without (`false`) a confirmed delivery record.',
    },
  },
})

export const MatchReasonEnum = {
  LITERAL: 'literal',
  SPACING: 'spacing',
  PARTICLE: 'particle',
  LAYOUT: 'layout',
  INITIALS: 'initials',
  SYNONYM: 'synonym',
  TYPO: 'typo',
} as const satisfies Record<string, MatchReason>
registerEnumType(MatchReasonEnum, {
  name: 'MatchReason',
  description: '찾은 이유. How the words were found.',
  valuesConfig: {
    LITERAL: { description: '그대로. As typed.' },
    SPACING: { description: '띄어쓰기. With other spacing.' },
    PARTICLE: { description: '조사. Without a particle, e.g. 행복나눔에서.' },
    LAYOUT: { description: '영타. Typed with the keyboard in English mode.' },
    INITIALS: { description: '초성. By initial consonants.' },
    SYNONYM: { description: '동의어. By its category, which the words stand for.' },
    TYPO: { description: '오타 보정. With a letter or two corrected.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: '갈래 값. A value results can be narrowed by, with its count.',
})
export class FacetValue {
  @Field(() => String, { description: '값. To be put into the filter.' })
  value!: string

  @Field(() => String, { description: '이름. What people call it.' })
  label!: string

  @Field(() => Int, { description: '건수. How many results it would leave; exact.' })
  count!: number

  @Field(() => Boolean, { description: '선택됨. Whether the filter holds it.' })
  isSelected!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description:
    '갈래. One way to narrow the results. Its counts ignore its own filter, so that a second value can be added to the first.',
})
export class Facet {
  @Field(() => FacetKeyEnum, { description: '갈래 종류. What the values are.' })
  key!: FacetKey

  @Field(() => [FacetValue], { description: '값 목록. The most frequent first.' })
  values!: FacetValue[]
}

@ObjectType({ simpleResolvers: true, description: '검색 해석. How the words were understood.' })
export class SearchInfo {
  @Field(() => String, {
    nullable: true,
    description: '고친 검색어. Set when nothing was found as typed and these words were searched instead.',
  })
  correction!: string | null

  @Field(() => Boolean, {
    description: '간이 검색 여부. True while the usual search engine is away and a simpler one answers.',
  })
  degraded!: boolean
}
