import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  Float,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import {
  ParticipationSideEnum,
  ParticipationSortEnum,
  ParticipationStateEnum,
} from './curation-enums.graphql.ts'
import type { ParticipationFilter, ParticipationSort } from './narrow.ts'
import { pageOfRanking } from './participation-list.ts'
import { ParticipationType } from './participation.graphql.ts'
import type { ParticipationState, Side } from './participation.states.ts'
import { readRanking } from './ranking.ts'

@InputType({ description: '참여 조건. What must hold; everything given must.' })
export class ParticipationFilterInput implements ParticipationFilter {
  @Field(() => ParticipationSideEnum, { nullable: true, description: '참여 쪽. ENTERPRISE when left out.' })
  side?: Side | null

  @Field(() => [ParticipationStateEnum], { nullable: true, description: '상태. Any of these.' })
  states?: ParticipationState[] | null

  @Field(() => String, { nullable: true, description: '이름. Words of it.' })
  query?: string | null

  @Field(() => String, { nullable: true, description: '정원. `label` of a quota that it counts in.' })
  quota?: string | null
}

@ObjectType('ScorePart', {
  simpleResolvers: true,
  description: '점수 구성. A part of a score: how much of how much, and why.',
})
export class ScorePart {
  @Field(() => String, { description: '이름. What is counted (Korean).' })
  label!: string

  @Field(() => Float, { description: '점수. Points given.' })
  value!: number

  @Field(() => Float, { description: '만점. Points at most, by the weights of the event.' })
  max!: number

  @Field(() => String, { description: '왜. The figures behind it (Korean).' })
  because!: string
}

@ObjectType({ simpleResolvers: true, description: '참여 한 건. A participation in a list, with its rank.' })
export class ParticipationEdge {
  @Field(() => ParticipationType, { description: '참여. The participation.' })
  node!: ParticipationType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string

  @Field(() => Int, { description: '순위. Among everybody of its side in the event, whatever the filter.' })
  rank!: number

  @Field(() => Float, { description: '점수. The sum of its parts.' })
  score!: number

  @Field(() => [ScorePart], { description: '점수 구성. What the score is made of.' })
  parts!: ScorePart[]

  @Field(() => [String], { description: '해당 정원. Labels of the quotas it counts in.' })
  fits!: string[]
}

@ObjectType({ simpleResolvers: true, description: '참여 목록. A page of participations (Relay).' })
export class ParticipationConnection {
  @Field(() => [ParticipationEdge], { description: '항목. The participations of the page.' })
  edges!: ParticipationEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  @Field(() => Int, { description: '전체 건수. How many there are; exact.' })
  totalCount!: number
}

@Resolver()
export class ParticipationLists {
  @Query(() => ParticipationConnection, {
    description:
      '참여 목록. Who has applied to an event or was invited, ranked, for the staff of its centre; empty for everybody else.',
  })
  async participations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('eventId', () => ID, { description: '행사. Of which event.' }) eventId: string,
    @Arg('filter', () => ParticipationFilterInput, { nullable: true, description: '조건. What must hold.' })
    filter: ParticipationFilterInput | null | undefined,
    @Arg('sort', () => ParticipationSortEnum, { defaultValue: 'rank', description: '정렬. In which order.' })
    sort: ParticipationSort,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = pageOf(page)
    const ranking = await readRanking(ctx, keyOf('event', eventId, 'eventId'), filter ?? {}, sort)
    const connection = await pageOfRanking(ctx, info, `participations:${sort}`, ranking, asked)
    return { ...connection, totalCount: ranking.length }
  }
}
