import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { MarkedText } from './marks.ts'

export const MarkedTextEnum = {
  NAME: 'name',
  ENTERPRISE_NAME: 'enterpriseName',
  CATEGORY_NAME: 'categoryName',
  SPEC: 'spec',
  SUMMARY: 'summary',
} as const satisfies Record<string, MarkedText>
registerEnumType(MarkedTextEnum, {
  name: 'MarkedText',
  description: '강조하는 글. A text of a result in which the words can stand.',
  valuesConfig: {
    NAME: { description: '이름. Its own name.' },
    ENTERPRISE_NAME: { description: '기업 이름. The name of the enterprise that offers it.' },
    CATEGORY_NAME: { description: '품목 이름. The name of its category.' },
    SPEC: { description: '규격. The specification of a product.' },
    SUMMARY: { description: '소개. The summary of an enterprise.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description:
    '강조. A stretch of a text that answers the words; corrected and shortened words are marked, too.',
})
export class TextMark {
  @Field(() => MarkedTextEnum, { description: '글. In which text.' })
  text!: MarkedText

  @Field(() => Int, { description: '시작. Its first place, counted in UTF-16 units from 0.' })
  from!: number

  @Field(() => Int, { description: '끝. The first place behind it.' })
  to!: number
}
