import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { DateScalar, DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import type { OutcomeResult, OutcomeSide } from './outcome.entity.ts'

export const OutcomeResultEnum = {
  CONTRACT: 'contract',
  QUOTATION: 'quotation',
  MATERIAL: 'material',
  MEET_AGAIN: 'meet_again',
  NO_FIT: 'no_fit',
} as const satisfies Record<string, OutcomeResult>
registerEnumType(OutcomeResultEnum, {
  name: 'OutcomeResult',
  description: '상담 결과. What came of a meeting.',
  valuesConfig: {
    CONTRACT: { description: '계약 예정. They mean to contract.' },
    QUOTATION: { description: '견적 요청. A quotation is asked for.' },
    MATERIAL: { description: '자료 요청. Material is asked for.' },
    MEET_AGAIN: { description: '다시 만남. They will meet again.' },
    NO_FIT: { description: '맞지 않음. It does not fit.' },
  },
})

const OutcomeSideEnum = {
  ENTERPRISE: 'enterprise',
  DEPARTMENT: 'department',
  STAFF: 'staff',
} as const satisfies Record<string, OutcomeSide>
registerEnumType(OutcomeSideEnum, {
  name: 'OutcomeSide',
  description: '적은 쪽. Who says so.',
  valuesConfig: {
    ENTERPRISE: { description: '기업. The enterprise.' },
    DEPARTMENT: { description: '기관. The department.' },
    STAFF: { description: '센터. The support centre.' },
  },
})

@ObjectType('Outcome', {
  simpleResolvers: true,
  description: '상담 결과 한 건. What came of a meeting as one side says; the other side does not read it.',
})
export class OutcomeType {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => OutcomeSideEnum, { description: '적은 쪽. Who says so.' })
  side!: OutcomeSide

  @Field(() => OutcomeResultEnum, { description: '결과. What came of it.' })
  result!: OutcomeResult

  @Field(() => WonScalar, {
    nullable: true,
    description: '상담액. What was talked about; neither planned, nor contracted, nor recognised.',
  })
  won!: number | null

  @Field(() => String, { nullable: true, description: '품목. What it was about.' })
  item!: string | null

  @Field(() => String, { nullable: true, description: '품목분류. Its code.' })
  category!: string | null

  @Field(() => String, { nullable: true, description: '다음 할 일. What is to be done next.' })
  nextStep!: string | null

  @Field(() => DateScalar, { nullable: true, description: '기한. Until when (KST).' })
  dueOn!: string | null

  @Field(() => String, { nullable: true, description: '메모. For whoever wrote it, and the centre.' })
  note!: string | null

  @Field(() => DateTimeScalar, { description: '적은 때. When it was last written.' })
  enteredAt!: string
}

@InputType({ description: '상담 결과. What came of a meeting, as it is written down.' })
export class OutcomeInput {
  @Field(() => OutcomeResultEnum, { description: '결과. What came of it.' })
  result!: OutcomeResult

  @Field(() => WonScalar, { nullable: true, description: '상담액. What was talked about, in won.' })
  won?: number | null

  @Field(() => String, { nullable: true, description: '품목. What it was about; at most 200 characters.' })
  item?: string | null

  @Field(() => String, { nullable: true, description: '품목분류. A code of `categories`.' })
  category?: string | null

  @Field(() => String, {
    nullable: true,
    description: '다음 할 일. With `dueOn` it becomes a follow-up of the meeting.',
  })
  nextStep?: string | null

  @Field(() => DateScalar, { nullable: true, description: '기한. Until when (KST).' })
  dueOn?: string | null

  @Field(() => String, { nullable: true, description: '메모. At most 1,000 characters.' })
  note?: string | null
}
