import { Field, InputType, Int, Float, ObjectType, registerEnumType } from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import { CategoryType } from '../categories/category.graphql.ts'
import { DepartmentType } from '../institutions/institution.graphql.ts'
import type { PlanState } from './plan.states.ts'
import type { Visibility } from './planned-purchase.entity.ts'

export const PlanVisibilityEnum = {
  DEPARTMENT: 'department',
  CENTER: 'center',
  PARTICIPANTS: 'participants',
  PUBLIC: 'public',
} as const satisfies Record<string, Visibility>
registerEnumType(PlanVisibilityEnum, {
  name: 'PlanVisibility',
  description: '공개 범위. Who sees a planned purchase.',
  valuesConfig: {
    DEPARTMENT: { description: '부서만. The officers of the department alone, not even the centre.' },
    CENTER: { description: '비공개. The department and its centre.' },
    PARTICIPANTS: {
      description: '참가기업만. Besides, enterprises in an event with the department, once shared.',
    },
    PUBLIC: { description: '공개. Everybody.' },
  },
})

export const PlanStateEnum = { PLANNED: 'planned', WITHDRAWN: 'withdrawn' } as const satisfies Record<
  string,
  PlanState
>
registerEnumType(PlanStateEnum, {
  name: 'PlanState',
  description: '구매예정 상태. Whether it is still planned.',
  valuesConfig: {
    PLANNED: { description: '예정. Still planned.' },
    WITHDRAWN: { description: '거둠. Planned no longer; kept, and can be restored.' },
  },
})

const PlanSourceEnum = { OFFICER: 'officer', STAFF: 'staff', IMPORT: 'import' } as const
registerEnumType(PlanSourceEnum, {
  name: 'PlanSource',
  description: '입력한 쪽. Who entered a planned purchase.',
  valuesConfig: {
    OFFICER: { description: '담당자. An officer of the department.' },
    STAFF: { description: '센터. Staff of the centre.' },
    IMPORT: { description: '가져오기. Read from a list.' },
  },
})

const PlanActionEnum = {
  CHANGE: 'change',
  SET_VISIBILITY: 'set_visibility',
  CONFIRM_CATEGORY: 'confirm_category',
  WITHDRAW: 'withdraw',
  RESTORE: 'restore',
} as const
registerEnumType(PlanActionEnum, {
  name: 'PlanAction',
  description: '구매예정품목에 할 수 있는 일. What who asks may do with it now.',
  valuesConfig: {
    CHANGE: { description: '고치기. `changePlannedPurchase`.' },
    SET_VISIBILITY: { description: '공개 범위. `setPlanVisibility`.' },
    CONFIRM_CATEGORY: { description: '품목분류 확인. `confirmPlanCategory`.' },
    WITHDRAW: { description: '거두기. `withdrawPlannedPurchase`.' },
    RESTORE: { description: '되살리기. `restorePlannedPurchase`.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: '맞는 기업. What the catalogue offers in the category of a plan (its first 8 digits).',
})
export class PlanCandidates {
  @Field(() => Int, { description: '기업 수. Enterprises with a product on sale there.' })
  enterprises!: number

  @Field(() => Int, { description: '상품 수. Products on sale there.' })
  products!: number
}

@ObjectType('PlannedPurchase', {
  implements: Node,
  simpleResolvers: true,
  description: '구매예정품목. What a department means to buy in a year, as its budget says.',
})
export class PlannedPurchaseType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => DepartmentType, { description: '부서. Who means to buy it.' })
  department!: DepartmentType

  @Field(() => Int, { description: '연도. Budget year.' })
  year!: number

  @Field(() => Int, { nullable: true, description: '월. 1 to 12; null: not said.' })
  month!: number | null

  @Field(() => String, { description: '품목. As the budget or the officer calls it.' })
  item!: string

  @Field(() => CategoryType, { nullable: true, description: '품목분류. Null while nothing fits.' })
  category!: CategoryType | null

  @Field(() => Float, {
    nullable: true,
    description: '확신도. Of a suggested category, 0 to 1; null where a person chose it.',
  })
  confidence!: number | null

  @Field(() => Boolean, { description: '분류 확인. Whether a person has confirmed or chosen the category.' })
  isCategoryConfirmed!: boolean

  @Field(() => WonScalar, { nullable: true, description: '금액. Won; null: not said.' })
  won!: number | null

  @Field(() => String, { nullable: true, description: '예산 과목. Line of the budget.' })
  budgetLine!: string | null

  @Field(() => PlanVisibilityEnum, { description: '공개 범위. Who sees it.' })
  visibility!: Visibility

  @Field(() => PlanSourceEnum, { description: '입력한 쪽. Who entered it.' })
  source!: string

  @Field(() => Int, { nullable: true, description: '원본 행. Row of the list it was read from.' })
  sourceRow!: number | null

  @Field(() => PlanStateEnum, { description: '상태. Whether it is still planned.' })
  state!: PlanState

  @Field(() => PlanCandidates, { nullable: true, description: '맞는 기업. Null without a category.' })
  candidates!: PlanCandidates | null

  @Field(() => [PlanActionEnum], { description: '할 수 있는 일. Empty for everybody but its own.' })
  allowedActions!: string[]

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string
}

@InputType({ description: '새 구매예정품목. Without a category, the best suggestion is kept, unconfirmed.' })
export class PlannedPurchaseInput {
  @Field(() => Int, { description: '연도. Budget year.' })
  year!: number

  @Field(() => Int, { nullable: true, description: '월. 1 to 12.' })
  month?: number | null

  @Field(() => String, { description: '품목. At most 200 characters.' })
  item!: string

  @Field(() => String, { nullable: true, description: '품목분류. Code, as in `categories`.' })
  category?: string | null

  @Field(() => WonScalar, { nullable: true, description: '금액. Won, 1 or more.' })
  won?: number | null

  @Field(() => String, { nullable: true, description: '예산 과목. At most 200 characters.' })
  budgetLine?: string | null

  @Field(() => PlanVisibilityEnum, { defaultValue: 'center', description: '공개 범위. Who sees it.' })
  visibility!: Visibility
}

@InputType({ description: '구매예정품목 변경. What is left out stays as it is; null clears it.' })
export class PlannedPurchaseChangesInput {
  @Field(() => Int, { nullable: true, description: '연도. Never null.' })
  year?: number

  @Field(() => Int, { nullable: true, description: '월. 1 to 12.' })
  month?: number | null

  @Field(() => String, { nullable: true, description: '품목. Never null.' })
  item?: string

  @Field(() => String, { nullable: true, description: '품목분류. Code; a given one counts as confirmed.' })
  category?: string | null

  @Field(() => WonScalar, { nullable: true, description: '금액. Won, 1 or more.' })
  won?: number | null

  @Field(() => String, { nullable: true, description: '예산 과목. At most 200 characters.' })
  budgetLine?: string | null

  @Field(() => PlanVisibilityEnum, { nullable: true, description: '공개 범위. Never null.' })
  visibility?: Visibility
}
