import { Field, InputType, registerEnumType } from 'type-graphql'
import { DateScalar } from '../../platform/scalars.ts'
import type { ClaimKind, claimVerdicts } from './check-claim.ts'

export const ClaimKindEnum = {
  COUNT: 'count',
  RATIO: 'ratio',
  PARTS: 'parts',
  SHARES: 'shares',
  GROWTH: 'growth',
} as const satisfies Record<string, ClaimKind>
registerEnumType(ClaimKindEnum, {
  name: 'ClaimKind',
  description: '발표 수치의 종류. What a published figure claims.',
  valuesConfig: {
    COUNT: { description: '건수. How many.' },
    RATIO: { description: '전회 대비. Percent of the last edition; `parts`: the counts it may be of.' },
    PARTS: { description: '내역. Parts of a whole, `value`.' },
    SHARES: { description: '응답 비율. Percentages of people who answered; `value`: how many, if printed.' },
    GROWTH: { description: '증감. A difference, `value`, between two of `parts`.' },
  },
})

export const ClaimVerdictEnum = {
  FITS: 'fits',
  DIFFERS: 'differs',
  IMPOSSIBLE: 'impossible',
  OPEN: 'open',
} as const satisfies Record<string, (typeof claimVerdicts)[number]>
registerEnumType(ClaimVerdictEnum, {
  name: 'ClaimVerdict',
  description: '검산 결과. What arithmetic and the records say of a published figure.',
  valuesConfig: {
    FITS: { description: '맞음. It can be, and is what was recorded as far as that is known.' },
    DIFFERS: {
      description: '다름. It can be, and something else was recorded or its parts add up otherwise.',
    },
    IMPOSSIBLE: { description: '나올 수 없음. No whole numbers give it.' },
    OPEN: { description: '알 수 없음. Something it needs was not published or recorded.' },
  },
})

@InputType({ description: '발표 수치. A figure as it was printed.' })
export class ClaimedFigureInput {
  @Field(() => ClaimKindEnum, { description: '종류. What it claims.' })
  kind!: ClaimKind

  @Field(() => String, { nullable: true, description: '대상. Key of the figure of the report it speaks of.' })
  about?: string | null

  @Field(() => String, { description: '이름. What it says it counts.' })
  label!: string

  @Field(() => String, { nullable: true, description: '값. As printed; `,` and `%` are left away.' })
  value?: string | null

  @Field(() => [String], { defaultValue: [], description: '내역. Parts, as printed. At most 30.' })
  parts!: string[]

  @Field(() => [String], { defaultValue: [], description: '내역 이름. Of the parts, in their order.' })
  partLabels!: string[]

  @Field(() => String, { description: '출처. Where it was published.' })
  source!: string

  @Field(() => DateScalar, { nullable: true, description: '발표일. When.' })
  publishedOn?: string | null
}
