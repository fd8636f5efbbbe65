import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readMatchBoard } from './match-board.ts'
import { LeftOutCodeEnum, MatchStateEnum, MatchTypeEnum } from './match-enums.graphql.ts'
import type { LeftOutCode, MatchType } from './match.entity.ts'
import { silentReason } from './say-left-out.ts'

@ObjectType({ simpleResolvers: true, description: '매칭 이유. One part of why a pair fits.' })
export class MatchBecause {
  @Field(() => MatchTypeEnum, { description: '유형. What kind of reason.' })
  type!: MatchType

  @Field(() => String, { description: '설명. In Korean, as staff read it.' })
  text!: string

  @Field(() => Int, { description: '점수. What it adds to the weight.' })
  weight!: number

  @Field(() => String, { nullable: true, description: '근거. The dated rule it leans on; null: none.' })
  rule!: string | null
}

@ObjectType('Match', {
  simpleResolvers: true,
  description: '매칭. An enterprise and a department that are to meet, or not, and why.',
})
export class MatchObject {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => ID, { description: '기업 참여. Participation of the enterprise.' })
  enterpriseId!: string

  @Field(() => String, { description: '기업. Its name.' })
  enterpriseName!: string

  @Field(() => ID, { description: '부서 참여. Participation of the department.' })
  departmentId!: string

  @Field(() => String, { description: '부서. Institution and department.' })
  departmentName!: string

  @Field(() => String, { nullable: true, description: '회차. In which they meet; null: left out.' })
  roundTitle!: string | null

  @Field(() => MatchTypeEnum, { description: '유형. The strongest reason.' })
  type!: MatchType

  @Field(() => Int, { description: '점수. Sum of the reasons.' })
  weight!: number

  @Field(() => MatchStateEnum, { description: '상태. Whether they are to meet.' })
  state!: string

  @Field(() => Boolean, { description: '고정. Whether it stays whatever is proposed.' })
  isPinned!: boolean

  @Field(() => LeftOutCodeEnum, { nullable: true, description: '제외 이유 코드. Null: they meet.' })
  leftOutCode!: LeftOutCode | null

  @Field(() => String, { nullable: true, description: '제외 이유. A sentence that one can act on.' })
  leftOutReason!: string | null

  @Field(() => [MatchBecause], { description: '왜. The strongest first.' })
  because!: MatchBecause[]
}

@ObjectType({ simpleResolvers: true, description: '유형별 수. How many pairs are of one type.' })
export class MatchCount {
  @Field(() => MatchTypeEnum, { description: '유형. Which one.' })
  type!: MatchType

  @Field(() => Int, { description: '상담. How many are to meet.' })
  chosen!: number

  @Field(() => Int, { description: '제외. How many are not.' })
  leftOut!: number
}

@ObjectType({ simpleResolvers: true, description: '참여자. A confirmed participant as matching sees it.' })
export class MatchParty {
  @Field(() => ID, { description: '참여. Its participation.' })
  id!: string

  @Field(() => String, { description: '쪽. `ENTERPRISE` or `DEPARTMENT`.' })
  side!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of institution and department.' })
  name!: string

  @Field(() => Int, { nullable: true, description: '상담 상한. Null: as many as there is time for.' })
  most!: number | null

  @Field(() => Int, { description: '담당자 수. How many meetings at once.' })
  seats!: number

  @Field(() => Int, { description: '희망 수. How many it wishes to meet.' })
  wishes!: number

  @Field(() => Int, { description: '상담 수. How many are chosen for it.' })
  meetings!: number
}

@ObjectType({ simpleResolvers: true, description: '상대. Somebody for whom nothing speaks.' })
export class SilentCounterpart {
  @Field(() => ID, { description: '참여. Its participation.' })
  id!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of institution and department.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: '매칭표. The pairs of an event, with their counts.' })
export class MatchBoard {
  @Field(() => ID, { description: '행사. Which event.' })
  eventId!: string

  @Field(() => String, { description: '행사명. Its title.' })
  eventTitle!: string

  @Field(() => [MatchCount], { description: '유형별 수. The strongest type first.' })
  counts!: MatchCount[]

  @Field(() => Int, { description: '상담. Pairs that are to meet.' })
  chosen!: number

  @Field(() => Int, { description: '제외. Pairs that are not.' })
  leftOut!: number

  @Field(() => Int, { description: '못 이룬 희망. Wishes that become no meeting; each says why.' })
  wishesUnmet!: number

  @Field(() => Int, { description: '못 이룬 상호 희망. Of these, those of both sides.' })
  mutualUnmet!: number

  @Field(() => Int, {
    description: '말 없는 짝. Pairs for which nothing speaks; they are no row of their own.',
  })
  silentCount!: number

  @Field(() => [SilentCounterpart], {
    description: '말 없는 상대. Those for whom nothing speaks with the participant asked for; else empty.',
  })
  silent!: SilentCounterpart[]

  @Field(() => Int, { description: '전체 건수. How many the question finds; exact.' })
  totalCount!: number

  @Field(() => [MatchParty], { description: '참여자. Everybody who may meet, enterprises first.' })
  parties!: MatchParty[]

  @Field(() => [MatchObject], { description: '매칭 목록. Chosen ones first, the strongest first.' })
  matches!: MatchObject[]
}

@Resolver(() => MatchBoard)
export class MatchBoardFields {
  @FieldResolver(() => String, { description: '말 없는 이유. Why these pairs do not meet, in a sentence.' })
  silentReason(): string {
    return silentReason
  }
}

@InputType({ description: '매칭 조건. Conditions; all of them must hold.' })
export class MatchFilter {
  @Field(() => [MatchTypeEnum], { nullable: true, description: '유형. Any of these.' })
  types?: MatchType[] | null

  @Field(() => MatchStateEnum, { nullable: true, description: '상태. Chosen or left out.' })
  state?: 'chosen' | 'left_out' | null

  @Field(() => ID, { nullable: true, description: '참여자. Pairs of this participation.' })
  who?: string | null

  @Field(() => String, { nullable: true, description: '이름. Part of a name on either side.' })
  query?: string | null
}

const mostRows = 1000

@Resolver()
export class MatchQueries {
  @Query(() => MatchBoard, {
    nullable: true,
    description: '매칭표. For staff of the centre whose event it is; null when there is none.',
  })
  matchBoard(
    @Arg('event', () => ID, { description: '행사. Which event.' }) event: string,
    @Arg('filter', () => MatchFilter, { nullable: true, description: '조건. Everything when left out.' })
    filter: MatchFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 200, description: '몇 건. 1 to 1,000.' }) first: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: '건너뛸 수. How many to pass over.' })
    offset: number,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    if (first < 1 || first > mostRows || offset < 0)
      throw new Refusal('BAD_USER_INPUT', `\`first\` is 1 to ${mostRows}, \`offset\` 0 or more.`, 'first')
    return readMatchBoard(ctx, keyOf('event', event, 'event'), {
      types: filter?.types ?? null,
      state: filter?.state ?? null,
      who: filter?.who == null ? null : keyOf('participation', filter.who, 'filter.who'),
      query: filter?.query?.trim() || null,
      first,
      offset,
    })
  }
}
