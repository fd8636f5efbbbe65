import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { copyEvent } from './copy-event.ts'
import { changeEvent, createEvent } from './create-event.ts'
import { EventStepEnum } from './event-enums.graphql.ts'
import { CopyEventInput, EventChanges, NewEventInput } from './event-input.graphql.ts'
import { EventType } from './event.graphql.ts'
import { eventShape } from './event.shape.ts'
import { setPlansShared } from './share-plans.ts'
import type { EventStep } from './event.states.ts'
import { takeEventStep } from './take-event-step.ts'

const which = { description: '행사. Which one.' }
const seen = { description: '본 판. `version` as it was read; CONFLICT when somebody was faster.' }

@Resolver()
export class EventMutations {
  @Mutation(() => EventType, { description: '행사 만들기. A draft, with one round to begin with.' })
  async createEvent(
    @Arg('input', () => NewEventInput, { description: '새 행사. What it is.' }) input: NewEventInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { edition, ...values } = input
    return readOne(ctx, info, eventShape, await createEvent(ctx, { ...values, edition: edition ?? null }))
  }

  @Mutation(() => EventType, {
    description:
      '행사 복사. The next edition as a draft: rounds, days, slots, places, quotas, groups and programme; nobody who took part.',
  })
  async copyEvent(
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => CopyEventInput, { description: '다른 점. How it differs.' }) input: CopyEventInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const { year, title, firstDay } = input
    const wishes = { year: year ?? null, title: title ?? null, firstDay: firstDay ?? null }
    return readOne(ctx, info, eventShape, await copyEvent(ctx, keyOf('event', id), wishes))
  }

  @Mutation(() => EventType, {
    description: '행사 고치기. What holds for it as a whole; CONFLICT tells both values of each field.',
  })
  async changeEvent(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('changes', () => EventChanges, { description: '바꿀 것. What changes.' }) changes: EventChanges,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = await changeEvent(ctx, { id: keyOf('event', id), expectedVersion }, changes)
    return readOne(ctx, info, eventShape, key)
  }

  @Mutation(() => EventType, {
    description:
      '구매예정품목 공유. Opens what departments plan, as far as they let participants see it, to the enterprises of the event; or closes it again.',
  })
  async setPlansShared(
    @Arg('id', () => ID, which) id: string,
    @Arg('isShared', () => Boolean, { description: '공유. Whether enterprises see it.' }) isShared: boolean,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const which = { id: keyOf('event', id), expectedVersion }
    return readOne(ctx, info, eventShape, await setPlansShared(ctx, which, isShared))
  }

  @Mutation(() => EventType, {
    description: '행사 단계. One of its allowed actions; WRONG_STATE says what it still lacks.',
  })
  async takeEventStep(
    @Arg('id', () => ID, which) id: string,
    @Arg('step', () => EventStepEnum, { description: '단계. What to do.' }) step: EventStep,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('reason', () => String, {
      nullable: true,
      description:
        '이유. At least 10 characters; needed to cancel, to take a confirmation back, and for a step that yields to a reason.',
    })
    reason: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const which = { id: keyOf('event', id), expectedVersion }
    return readOne(ctx, info, eventShape, await takeEventStep(ctx, step, which, reason ?? null))
  }
}
