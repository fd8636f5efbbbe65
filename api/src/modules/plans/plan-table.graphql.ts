import {
  Arg,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql'
import type { RequestContext } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { WonScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { pastePlans, type Pasted, type PastedRow } from './paste-plans.ts'
import { PlanVisibilityEnum } from './plan.graphql.ts'
import type { Visibility } from './planned-purchase.entity.ts'
import { ExcludedCategory } from './suggestion.graphql.ts'
import type { AmountUnit } from './table-columns.ts'

export const AmountUnitEnum = {
  WON: 'won',
  THOUSAND: 'thousand',
  MILLION: 'million',
} as const satisfies Record<string, AmountUnit>
registerEnumType(AmountUnitEnum, {
  name: 'AmountUnit',
  description: '금액 단위. What the amounts of a table are counted in.',
  valuesConfig: {
    WON: { description: '원. Won.' },
    THOUSAND: { description: '천원. Thousands of won.' },
    MILLION: { description: '백만원. Millions of won.' },
  },
})

@InputType({
  description: '붙여 넣은 표. A block out of a spreadsheet, with the unit of its amounts stated once.',
})
export class PlanTableInput {
  @Field(() => String, {
    description:
      '표. Cells parted by tabs, rows by line breaks; with a header (부서, 품목, 품목코드, 금액(천원), 월, 예산과목, 공개) or in that order. At most 500 rows.',
  })
  text!: string

  @Field(() => Int, { description: '연도. Budget year of all rows.' })
  year!: number

  @Field(() => AmountUnitEnum, {
    nullable: true,
    description: '금액 단위. May be left out when the header says it; BAD_USER_INPUT when it says another.',
  })
  unit?: AmountUnit | null

  @Field(() => PlanVisibilityEnum, {
    defaultValue: 'center',
    description: '공개 범위. Of rows that say none.',
  })
  visibility!: Visibility

  @Field(() => ID, { nullable: true, description: '부서. Of all rows; left out: the rows say which.' })
  department?: string | null

  @Field(() => ID, { nullable: true, description: '기관. Whose departments the rows name.' })
  institution?: string | null
}

@ObjectType({ simpleResolvers: true, description: '칸의 문제. What keeps a row from being saved.' })
export class PlanCellProblem {
  @Field(() => String, { description: '칸. Name of the column, e.g. amount.' })
  column!: string

  @Field(() => String, { description: '문제. What is wrong and what to do, in Korean.' })
  message!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    '표의 한 행. Saved (in a rehearsal: to be saved), or flagged with the reason; none is dropped.',
})
export class PastedPlanRow {
  @Field(() => Int, { description: '행 번호. In the table as it was pasted, the header counted.' })
  number!: number

  @Field(() => Boolean, { description: '저장 안 됨. Whether it was flagged instead of saved.' })
  isFlagged!: boolean

  @Field(() => [PlanCellProblem], { description: '문제. Empty unless it was flagged.' })
  problems!: PlanCellProblem[]

  @Field(() => [String], { description: '알림. What was read otherwise than written; saved all the same.' })
  notes!: string[]

  @Field(() => ID, { nullable: true, description: '구매예정품목. The saved plan; null in a rehearsal.' })
  planId!: string | null

  @Field(() => String, { description: '기관. Name as found, or as written.' })
  institution!: string

  @Field(() => String, { description: '부서. Name as found, or as written.' })
  department!: string

  @Field(() => String, { description: '품목. As written.' })
  item!: string

  @Field(() => WonScalar, { nullable: true, description: '금액. Won; null: not said, or not read.' })
  won!: number | null

  @Field(() => Int, { nullable: true, description: '월. Null: not said, or not read.' })
  month!: number | null

  @Field(() => String, { nullable: true, description: '예산 과목. As written.' })
  budgetLine!: string | null

  @Field(() => PlanVisibilityEnum, { description: '공개 범위. Of the row, or of the table.' })
  visibility!: Visibility

  @Field(() => String, { nullable: true, description: '분류번호. As given, or the best suggestion.' })
  categoryCode!: string | null

  @Field(() => String, { nullable: true, description: '품명. Name of that category.' })
  categoryName!: string | null

  @Field(() => Float, {
    nullable: true,
    description: '확신도. Of a suggestion; null where the code was given.',
  })
  confidence!: number | null

  @Field(() => [ExcludedCategory], { description: '아님. What the item was said not to mean.' })
  notThese!: ExcludedCategory[]
}

@ObjectType({
  simpleResolvers: true,
  description: '붙여넣기 결과. Every row of the table, saved or flagged.',
})
export class PastedPlans {
  @Field(() => [PastedPlanRow], { description: '행. In the order of the table.' })
  rows!: PastedPlanRow[]

  @Field(() => Int, { description: '저장 건수. Rows saved, or to be saved.' })
  saved!: number

  @Field(() => Int, { description: '표시 건수. Rows flagged; nothing of them is saved.' })
  flagged!: number

  @Field(() => AmountUnitEnum, { description: '금액 단위. In which the amounts were read.' })
  unit!: AmountUnit

  @Field(() => [String], { description: '모르는 열. Heads of columns that were not read.' })
  unknownColumns!: string[]

  @Field(() => Boolean, { description: '미리 보기. Whether nothing was written.' })
  isDryRun!: boolean
}

@Resolver()
export class PlanTables {
  @Mutation(() => PastedPlans, {
    description:
      '구매예정품목 붙여넣기. Many rows at once; every row is saved or flagged with its number and reason. With `dryRun` the same checks, and nothing is written.',
  })
  async addPlannedPurchases(
    @Arg('table', () => PlanTableInput, { description: '표. What was pasted.' })
    { text, year, unit, visibility, department, institution }: PlanTableInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: '미리 보기. Writes nothing.' })
    dryRun: boolean,
    @Ctx() ctx: RequestContext,
  ) {
    requireRole(ctx, 'buyer', 'staff', 'lead')
    const pasted = await pastePlans(ctx, {
      ...{ text, year, visibility, unit: unit ?? null, isDryRun: dryRun },
      departmentId: department == null ? null : keyOf('department', department, 'table.department'),
      institutionId: institution == null ? null : keyOf('institution', institution, 'table.institution'),
    })
    return told(pasted)
  }
}

function told({ rows, unit, unknownColumns, isDryRun }: Pasted) {
  const flagged = rows.filter(({ problems }) => problems.length > 0).length
  return { rows: rows.map(rowTold), flagged, saved: rows.length - flagged, unit, unknownColumns, isDryRun }
}

function rowTold({ departmentRow, institutionName, planId, suggested, ...row }: PastedRow) {
  return {
    ...row,
    isFlagged: row.problems.length > 0,
    planId: planId && globalId('plan', planId),
    institution: institutionName ?? row.institution,
    department: departmentRow?.name ?? row.department,
    notThese: suggested?.notThese ?? [],
  }
}
