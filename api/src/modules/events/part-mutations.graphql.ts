import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { EventType } from './event.graphql.ts'
import { eventShape } from './event.shape.ts'
import type { SeenEvent } from './find-event.ts'
import {
  EventQuotaInput,
  EventRoundInput,
  ParticipantGroupInput,
  ProgrammeItemInput,
} from './part-input.graphql.ts'
import { setProgramme } from './set-programme.ts'
import { setGroups, setQuotas } from './set-quotas.ts'
import { setRounds } from './set-rounds.ts'

const which = { description: '행사. Which one.' }
const seen = {
  description: '본 판. `version` as it was read; CONFLICT when somebody was faster with this part.',
}

/** Parts of an event that are saved as a whole. */
@Resolver()
export class EventPartMutations {
  @Mutation(() => EventType, {
    description: '회차 저장. All rounds in order; one that is not named any more goes, with its days.',
  })
  setEventRounds(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('rounds', () => [EventRoundInput], { description: '회차 목록. 1 to 50.' }) rounds: EventRoundInput[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, expectedVersion, event =>
      setRounds(
        ctx,
        event,
        rounds.map(({ id: round, title, theme, isOnline, travelMinutes }, index) => ({
          id: round == null ? null : keyOf('round', round, `rounds.${index}.id`),
          title,
          theme: theme ?? null,
          isOnline,
          travelMinutes,
        })),
      ),
    )
  }

  @Mutation(() => EventType, { description: '프로그램 저장. All items.' })
  setProgramme(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('items', () => [ProgrammeItemInput], { description: '항목 목록. At most 200.' })
    items: ProgrammeItemInput[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, expectedVersion, event =>
      setProgramme(
        ctx,
        event,
        items.map(({ day, place, ...item }, index) => ({
          ...item,
          day: keyOf('day', day, `items.${index}.day`),
          place: place ?? null,
        })),
      ),
    )
  }

  @Mutation(() => EventType, { description: '정원 조건 저장. All of them.' })
  setEventQuotas(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('quotas', () => [EventQuotaInput], { description: '정원 조건 목록. At most 100.' })
    quotas: EventQuotaInput[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, expectedVersion, event =>
      setQuotas(
        ctx,
        event,
        quotas.map(({ what, value, minimum, maximum }, index) => ({
          what,
          value:
            what === 'group' && value != null
              ? keyOf('group', value, `quotas.${index}.value`)
              : (value ?? null),
          minimum: minimum ?? null,
          maximum: maximum ?? null,
        })),
      ),
    )
  }

  @Mutation(() => EventType, {
    description: '참여그룹 저장. All of them; who was in one that goes is in none.',
  })
  setParticipantGroups(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('groups', () => [ParticipantGroupInput], { description: '참여그룹 목록. At most 100.' })
    groups: ParticipantGroupInput[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, expectedVersion, event =>
      setGroups(
        ctx,
        event,
        groups.map(({ id: group, name, note }, index) => ({
          id: group == null ? null : keyOf('group', group, `groups.${index}.id`),
          name,
          note: note ?? null,
        })),
      ),
    )
  }
}

async function changed(
  ctx: Context,
  info: GraphQLResolveInfo,
  id: string,
  expectedVersion: number,
  change: (event: SeenEvent) => Promise<string>,
): Promise<object> {
  requireRole(ctx, 'staff', 'lead')
  return readOne(ctx, info, eventShape, await change({ id: keyOf('event', id), expectedVersion }))
}
