import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf, parseGlobalId } from '../../platform/global-id.ts'
import { DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import { WishChoiceEnum, WishOutcomeEnum } from './match-enums.graphql.ts'
import { setWishes } from './set-wishes.ts'
import { readOwnWishBoards, readWishBoard } from './wish-board.ts'
import type { WishChoice } from './wish-choices.ts'
import { outcomeOf, sayOutcome, type WishOutcomeFacts } from './wish-outcome.ts'

@ObjectType({
  simpleResolvers: true,
  description: '공유 품목. A planned purchase that the one who asks may see.',
})
export class SharedItem {
  @Field(() => String, { description: '품목. As the department has written it.' })
  item!: string

  @Field(() => WonScalar, { nullable: true, description: '금액(원). Null: not said.' })
  won!: number | null

  @Field(() => Int, { nullable: true, description: '시기. Month of the year; null: not said.' })
  month!: number | null

  @Field(() => String, { nullable: true, description: '품목분류. Code of the category; null: not known.' })
  category!: string | null
}

@ObjectType({ simpleResolvers: true, description: '상대. Somebody a participant may wish to meet.' })
export class WishCounterpart {
  @Field(() => ID, { description: '참여. Its participation, for `setWishes`.' })
  id!: string

  @Field(() => ID, { description: '기업 또는 부서. Who it is.' })
  party!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of institution and department.' })
  name!: string

  @Field(() => WishChoiceEnum, {
    nullable: true,
    description: '내 희망. What the participant says; never what the other side says.',
  })
  choice!: WishChoice | null

  @Field(() => String, { nullable: true, description: '메모. What the participant has added.' })
  note!: string | null

  @Field(() => [SharedItem], { description: '구매예정품목. What a department has shared so far.' })
  items!: SharedItem[]

  @Field(() => [String], { description: '상품. The first products that an enterprise has on sale.' })
  products!: string[]
}

@ObjectType('WishOutcome', {
  simpleResolvers: true,
  description: '희망의 결과. What became of a wish, told to who wished.',
})
export class WishOutcomeType {
  @Field(() => WishOutcomeEnum, { description: '결과. Whether they meet.' })
  state!: string

  @Field(() => String, { description: '이유. A sentence; it never tells what the other side has said.' })
  reason!: string
}

@Resolver(() => WishCounterpart)
export class WishCounterpartFields {
  @FieldResolver(() => WishOutcomeType, {
    nullable: true,
    description: '희망의 결과. Null: nothing was wished, or the timetable is not published yet.',
  })
  outcome(@Root() { outcome }: { outcome: WishOutcomeFacts | null }): WishOutcomeType | null {
    return outcome && { state: outcomeOf(outcome), reason: sayOutcome(outcome) }
  }
}

@ObjectType('WishBoard', {
  simpleResolvers: true,
  description: '희망표. One participant, and everybody it may wish to meet.',
})
export class WishBoardType {
  @Field(() => ID, { description: '참여. Whose wishes.' })
  id!: string

  @Field(() => String, { description: '쪽. `ENTERPRISE` or `DEPARTMENT`.' })
  side!: string

  @Field(() => String, { description: '이름. Of the participant.' })
  name!: string

  @Field(() => ID, { description: '행사. Which event.' })
  eventId!: string

  @Field(() => String, { description: '행사명. Its title.' })
  eventTitle!: string

  @Field(() => DateTimeScalar, { nullable: true, description: '마감. Until when; null: no deadline.' })
  until!: string | null

  @Field(() => Boolean, { description: '선택 가능. Whether the one who asks may set wishes now.' })
  canWish!: boolean

  @Field(() => [WishCounterpart], { description: '상대 목록. By name.' })
  counterparts!: WishCounterpart[]
}

@InputType({ description: '희망 하나. What is said of one counterpart.' })
export class WishInput {
  @Field(() => ID, { description: '상대. Its participation.' })
  to!: string

  @Field(() => WishChoiceEnum, { nullable: true, description: '희망. Null takes it back.' })
  choice?: WishChoice | null

  @Field(() => String, { nullable: true, description: '메모. At most 200 characters; for the centre only.' })
  note?: string | null
}

@Resolver()
export class Wishes {
  @Query(() => WishBoardType, {
    nullable: true,
    description: '희망표. Of a participant of one’s own, or of the centre; null when there is none.',
  })
  wishBoard(
    @Arg('participation', () => ID, { description: '참여. Whose wishes.' }) participation: string,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return readWishBoard(ctx, parseGlobalId(participation)?.key ?? '')
  }

  @Query(() => [WishBoardType], {
    description: '내 희망표. Of every confirmed participation of the one who asks, the newest event first.',
  })
  ownWishBoards(@Ctx() ctx: Context): Promise<object[]> {
    return readOwnWishBoards(ctx)
  }

  @Mutation(() => WishBoardType, {
    description:
      '희망 고르기. By the participant until the deadline, or by staff on their behalf; saying it twice is saying it once.',
  })
  async setWishes(
    @Arg('from', () => ID, { description: '참여. Who wishes.' }) from: string,
    @Arg('wishes', () => [WishInput], { description: '희망 목록. At most 500; others stay.' })
    wishes: WishInput[],
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    const key = keyOf('participation', from, 'from')
    const wished = wishes.map(({ to, choice, note }) => ({
      to: keyOf('participation', to, 'wishes.to'),
      choice: choice ?? null,
      note,
    }))
    await setWishes(ctx, key, wished)
    return readWishBoard(ctx, key)
  }
}
