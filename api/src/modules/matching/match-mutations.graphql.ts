import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { addMatch, chooseMatch, leaveOutMatch, pinMatch } from './change-match.ts'
import { readMatchBoard } from './match-board.ts'
import { MatchTypeEnum } from './match-enums.graphql.ts'
import { MatchBoard } from './match.graphql.ts'
import type { MatchType } from './match.entity.ts'
import { proposeMatches, usualTypes } from './propose-matches.ts'

const which = { description: '매칭. Which pair.' }

@Resolver()
export class MatchMutations {
  @Mutation(() => MatchBoard, {
    description:
      '매칭 제안. Chooses pairs, wishes of both sides first, as long as a timetable can keep them all; what staff have settled stays.',
  })
  async proposeMatches(
    @Arg('event', () => ID, { description: '행사. Which event.' }) event: string,
    @Arg('types', () => [MatchTypeEnum], {
      nullable: true,
      description: '매칭 범위. Types to choose from; all but region and rule when left out.',
    })
    types: MatchType[] | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    const key = keyOf('event', event, 'event')
    await proposeMatches(ctx, key, types ?? usualTypes)
    return boardOf(ctx, key)
  }

  @Mutation(() => MatchBoard, {
    description: '매칭 고정. It stays chosen whatever is proposed, or may go again.',
  })
  async pinMatch(
    @Arg('id', () => ID, which) id: string,
    @Arg('isPinned', () => Boolean, { description: '고정. Whether it is to stay.' }) isPinned: boolean,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return boardOf(ctx, await pinMatch(ctx, keyOf('match', id), isPinned))
  }

  @Mutation(() => MatchBoard, { description: '매칭 제외. By hand; it stays left out whatever is proposed.' })
  async leaveOutMatch(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, { description: '이유. Kept with the pair.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return boardOf(ctx, await leaveOutMatch(ctx, keyOf('match', id), reason))
  }

  @Mutation(() => MatchBoard, { description: '매칭 다시 넣기. Chosen by hand, and pinned.' })
  async chooseMatch(@Arg('id', () => ID, which) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return boardOf(ctx, await chooseMatch(ctx, keyOf('match', id)))
  }

  @Mutation(() => MatchBoard, { description: '매칭 추가. A pair that nobody proposed; chosen and pinned.' })
  async addMatch(
    @Arg('enterprise', () => ID, { description: '기업 참여. Participation of the enterprise.' })
    enterprise: string,
    @Arg('department', () => ID, { description: '부서 참여. Participation of the department.' })
    department: string,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    const one = keyOf('participation', enterprise, 'enterprise')
    const other = keyOf('participation', department, 'department')
    return boardOf(ctx, await addMatch(ctx, one, other))
  }
}

const boardOf = (ctx: Context, eventId: string) =>
  readMatchBoard(ctx, eventId, { types: null, state: null, who: null, query: null, first: 200, offset: 0 })
