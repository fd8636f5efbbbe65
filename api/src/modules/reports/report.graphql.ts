import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { ClaimKindEnum, ClaimVerdictEnum } from './claim.graphql.ts'
import type { ClaimKind } from './check-claim.ts'
import type { Section } from './figure.ts'
import { readReport, type Report } from './read-report.ts'

const SectionEnum = {
  OVERVIEW: 'overview',
  COMPOSITION: 'composition',
  ROUNDS: 'rounds',
  MEETINGS: 'meetings',
  RESULTS: 'results',
  SURVEYS: 'surveys',
} as const satisfies Record<string, Section>
registerEnumType(SectionEnum, {
  name: 'ReportSection',
  description: '보고서 절. Where in the report a figure stands.',
  valuesConfig: {
    OVERVIEW: { description: '한눈에. Who took part.' },
    COMPOSITION: { description: '구성. Kinds of enterprise and of institution.' },
    ROUNDS: { description: '회차. Each round for itself.' },
    MEETINGS: { description: '상담. Arranged, held, missed, walked into.' },
    RESULTS: { description: '결과. Amounts and what was agreed.' },
    SURVEYS: { description: '설문. How many answered.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '보고서 수치. A figure with how it comes about.' })
export class ReportFigure {
  @Field(() => String, { description: '열쇠. Stays the same from report to report, e.g. `held`.' })
  key!: string

  @Field(() => SectionEnum, { description: '절. Where it stands.' })
  section!: Section

  @Field(() => String, { description: '이름. What it is called (Korean).' })
  label!: string

  @Field(() => Float, { description: '값. A whole number.' })
  value!: number

  @Field(() => String, { description: '단위. What is counted: 곳, 건, 명, 개 or 원.' })
  unit!: string

  @Field(() => Int, { description: '표본 수. Rows it is counted from, printed as n.' })
  n!: number

  @Field(() => Int, { nullable: true, description: '분모. Of how many it is a part; null: of nothing.' })
  denominator!: number | null

  @Field(() => String, { description: '산출식. How it comes about (Korean).' })
  formula!: string
}

@ObjectType({ simpleResolvers: true, description: '전회 대비. A figure beside that of the last edition.' })
export class ReportChange {
  @Field(() => String, { description: '열쇠. Of the figure.' })
  key!: string

  @Field(() => String, { description: '이름. Of the figure (Korean).' })
  label!: string

  @Field(() => String, { description: '단위. Of both.' })
  unit!: string

  @Field(() => Float, { description: '이번. In this edition.' })
  current!: number

  @Field(() => Float, { description: '전회. In the last edition.' })
  previous!: number

  @Field(() => Float, {
    nullable: true,
    description: '비율. Percent, to one decimal; null: nothing to divide by.',
  })
  ratio!: number | null

  @Field(() => String, { description: '산출식. The division itself.' })
  formula!: string
}

@ObjectType('ClaimedFigure', { simpleResolvers: true, description: '발표 수치. As it was printed, checked.' })
export class ClaimedFigureType {
  @Field(() => ID, { description: '식별자. Of the published figure.' })
  id!: string

  @Field(() => ClaimKindEnum, { description: '종류. What it claims.' })
  kind!: ClaimKind

  @Field(() => String, { nullable: true, description: '대상. Key of the figure of the report it speaks of.' })
  about!: string | null

  @Field(() => String, { description: '이름. What it says it counts.' })
  label!: string

  @Field(() => String, { nullable: true, description: '값. As printed: `130.0` is exact to a tenth.' })
  value!: string | null

  @Field(() => [String], { description: '내역. Parts, as printed.' })
  parts!: string[]

  @Field(() => [String], { description: '내역 이름. Of the parts, in their order.' })
  partLabels!: string[]

  @Field(() => String, { description: '출처. Where it was published.' })
  source!: string

  @Field(() => DateScalar, { nullable: true, description: '발표일. When.' })
  publishedOn!: string | null

  @Field(() => ClaimVerdictEnum, { description: '판정. Whether it can be, and is what was recorded.' })
  verdict!: string

  @Field(() => String, { description: '검산. The arithmetic that leads to the verdict (Korean).' })
  arithmetic!: string
}

@ObjectType({ simpleResolvers: true, description: '확정 뒤 바뀐 수치. Then and now.' })
export class ReportDifference {
  @Field(() => String, { description: '열쇠. Of the figure.' })
  key!: string

  @Field(() => String, { description: '이름. Of the figure (Korean).' })
  label!: string

  @Field(() => String, { description: '단위. Of both.' })
  unit!: string

  @Field(() => Float, { nullable: true, description: '확정 때. Null: there was no such figure.' })
  was!: number | null

  @Field(() => Float, { nullable: true, description: '지금. Null: there is no such figure.' })
  now!: number | null
}

@ObjectType({ simpleResolvers: true, description: '확정 보고. Figures as they were settled.' })
export class SettledReport {
  @Field(() => Int, { description: '번호. 1, 2, 3 …; a correction is the next.' })
  number!: number

  @Field(() => DateTimeScalar, { description: '기준 시각. When it was settled.' })
  asOf!: Date

  @Field(() => String, { nullable: true, description: '메모. What was said with it.' })
  note!: string | null

  @Field(() => [ReportDifference], { description: '바뀐 수치. What is different by now; empty: nothing.' })
  differences!: ReportDifference[]
}

@ObjectType({ simpleResolvers: true, description: '전회. The edition before.' })
export class LastEdition {
  @Field(() => String, { description: '행사명. Its title.' })
  title!: string

  @Field(() => Int, { description: '회. Its number in the series.' })
  edition!: number
}

@ObjectType({ simpleResolvers: true, description: '근거 행. One of the rows a figure is counted from.' })
export class ReportRow {
  @Field(() => String, { description: '이름. What the row is.' })
  label!: string

  @Field(() => String, { nullable: true, description: '내용. What it adds to the figure, if not one.' })
  detail!: string | null
}

@ObjectType({ simpleResolvers: true, description: '근거. The rows behind a figure.' })
export class ReportRows {
  @Field(() => Int, { description: '전체. How many there are.' })
  totalCount!: number

  @Field(() => [ReportRow], { description: '행. The first of them.' })
  rows!: ReportRow[]
}

@ObjectType('EventReport', {
  description: '행사 결과 보고. Counted from what is recorded, at the moment of asking.',
})
export class EventReportType {
  @Field(() => ID, { description: '행사. Which event.' })
  eventId!: string

  @Field(() => String, { description: '행사명. Its title.' })
  title!: string

  @Field(() => String, { description: '시리즈. What its editions have in common.' })
  series!: string

  @Field(() => Int, { description: '회. Its number in the series.' })
  edition!: number

  @Field(() => DateTimeScalar, { description: '기준 시각. When it was counted.' })
  asOf!: Date

  @Field(() => [ReportFigure], { description: '수치. In the order of the report.' })
  figures!: ReportFigure[]

  @Field(() => LastEdition, { nullable: true, description: '전회. What it is compared with; null: nothing.' })
  previous!: LastEdition | null

  @Field(() => [ReportChange], { description: '전회 대비. Derived from both editions, never typed.' })
  changes!: ReportChange[]

  @Field(() => [ClaimedFigureType], { description: '발표 수치. What was published, each checked.' })
  claims!: ClaimedFigureType[]

  @Field(() => SettledReport, {
    nullable: true,
    description: '확정 보고. The latest; null: none was settled.',
  })
  settled!: SettledReport | null

  report!: Report
}

/** As the contract has it. */
export const asType = (report: Report): EventReportType => ({
  ...report,
  report,
  eventId: globalId('event', report.facts.id),
  title: report.facts.title,
  series: report.facts.series,
  edition: report.facts.edition,
  claims: report.claims.map(claim => ({ ...claim, id: globalId('claimedfigure', claim.id) })),
})

@Resolver(() => EventReportType)
export class EventReports {
  @Query(() => EventReportType, {
    nullable: true,
    description: '행사 결과 보고. For the staff of its centre; null when there is no such event.',
  })
  async eventReport(
    @Arg('eventId', () => ID, { description: '행사. Which event.' }) eventId: string,
    @Ctx() ctx: Context,
  ): Promise<EventReportType | null> {
    requireRole(ctx, 'staff', 'lead')
    const report = await readReport(ctx, keyOf('event', eventId, 'eventId'))
    return report && asType(report)
  }

  @FieldResolver(() => ReportRows, { description: '근거. The rows a figure is counted from.' })
  rows(
    @Root() { report }: EventReportType,
    @Arg('key', () => String, { description: '열쇠. Of the figure.' }) key: string,
    @Arg('first', () => Int, { defaultValue: 50, description: '몇 줄. 1 to 100.' }) first: number,
  ): ReportRows {
    pageOf({ first })
    const figure = report.figures.find(other => other.key === key)
    if (!figure)
      throw new Refusal('NOT_FOUND', `The report has no figure ${JSON.stringify(key.slice(0, 40))}.`, 'key')
    return { totalCount: figure.rows.length, rows: figure.rows.slice(0, first) }
  }
}
