import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addPlaces, changePlaces, removePlaces, setPlaceHours } from './change-places.ts'
import { EventType } from './event.graphql.ts'
import { eventShape } from './event.shape.ts'
import { layOutDay, removeDay, removeSlots } from './lay-out-day.ts'
import { NewPlacesInput, PlaceChanges } from './part-input.graphql.ts'

const which = { description: '행사. Which one.' }
const confirmed = {
  defaultValue: false,
  description:
    '확인함. Takes planned meetings off the timetable that are there; else WRONG_STATE says how many.',
}
const somePlaces = { description: '자리. 1 to 300 of the event.' }
const someSlots = { description: '시간 칸. 1 to 300 of the event.' }

@ArgsType()
export class LayOutDayArgs {
  @Field(() => ID, which)
  id!: string

  @Field(() => ID, { description: '회차. Of which round.' })
  round!: string

  @Field(() => DateScalar, { description: '날짜. In Seoul; begins the day when there is none yet.' })
  on!: string

  @Field(() => String, { description: '시작 시각. `HH:MM` in Seoul.' })
  from!: string

  @Field(() => String, { description: '끝 시각. `HH:MM` in Seoul; 24:00 at most.' })
  until!: string

  @Field(() => String, { nullable: true, description: '점심 시작. `HH:MM` in Seoul; null: no break.' })
  lunchFrom?: string | null

  @Field(() => String, { nullable: true, description: '점심 끝. `HH:MM` in Seoul.' })
  lunchUntil?: string | null

  @Field(() => Int, { nullable: true, description: '상담 시간. Minutes; null: as the event has it.' })
  slotMinutes?: number | null

  @Field(() => Int, { nullable: true, description: '이동 시간. Minutes; null: as the event has it.' })
  gapMinutes?: number | null

  @Field(() => Boolean, confirmed)
  isConfirmed!: boolean
}

/** When and where people meet. Nothing here takes a meeting off its time unless that was confirmed. */
@Resolver()
export class EventSlotMutations {
  @Mutation(() => EventType, {
    description:
      '시간 칸 만들기. A day with slots from its hours; a slot that stays as it was keeps its meetings.',
  })
  layOutDay(
    @Args(() => LayOutDayArgs) args: LayOutDayArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { id, round, on, from, until, lunchFrom, lunchUntil, slotMinutes, gapMinutes, isConfirmed } = args
    const hours = {
      ...{ on, from, until, lunchFrom: lunchFrom ?? null, lunchUntil: lunchUntil ?? null },
      ...{ slotMinutes: slotMinutes ?? null, gapMinutes: gapMinutes ?? null },
    }
    return changed(ctx, info, id, event =>
      layOutDay(ctx, event, keyOf('round', round, 'round'), hours, isConfirmed),
    )
  }

  @Mutation(() => EventType, { description: '날 삭제. With its slots and its programme.' })
  removeEventDay(
    @Arg('id', () => ID, which) id: string,
    @Arg('day', () => ID, { description: '날. Which day.' }) day: string,
    @Arg('isConfirmed', () => Boolean, confirmed) isConfirmed: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event => removeDay(ctx, event, keyOf('day', day, 'day'), isConfirmed))
  }

  @Mutation(() => EventType, { description: '시간 칸 삭제. Some of them, such as those of a speech.' })
  removeEventSlots(
    @Arg('id', () => ID, which) id: string,
    @Arg('slots', () => [ID], someSlots) slots: string[],
    @Arg('isConfirmed', () => Boolean, confirmed) isConfirmed: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event =>
      removeSlots(ctx, event, keysOf('slot', slots, 'slots'), isConfirmed),
    )
  }

  @Mutation(() => EventType, { description: '자리 추가. One or many, alike but for their names.' })
  addEventPlaces(
    @Arg('id', () => ID, which) id: string,
    @Arg('places', () => NewPlacesInput, { description: '새 자리. What they are.' }) places: NewPlacesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event => {
      const round = places.round == null ? null : keyOf('round', places.round, 'places.round')
      return addPlaces(ctx, event, { ...places, round })
    })
  }

  @Mutation(() => EventType, { description: '자리 고치기. One or several alike.' })
  changeEventPlaces(
    @Arg('id', () => ID, which) id: string,
    @Arg('places', () => [ID], somePlaces) places: string[],
    @Arg('changes', () => PlaceChanges, { description: '바꿀 것. What changes.' }) changes: PlaceChanges,
    @Arg('isConfirmed', () => Boolean, confirmed) isConfirmed: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event =>
      changePlaces(ctx, event, keysOf('place', places, 'places'), changes, isConfirmed),
    )
  }

  @Mutation(() => EventType, { description: '자리 삭제. Some of them.' })
  removeEventPlaces(
    @Arg('id', () => ID, which) id: string,
    @Arg('places', () => [ID], somePlaces) places: string[],
    @Arg('isConfirmed', () => Boolean, confirmed) isConfirmed: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event =>
      removePlaces(ctx, event, keysOf('place', places, 'places'), isConfirmed),
    )
  }

  @Mutation(() => EventType, {
    description: '칸별 정원. What places hold in certain slots; 0 closes them, null takes that back.',
  })
  setEventPlaceHours(
    @Arg('id', () => ID, which) id: string,
    @Arg('places', () => [ID], somePlaces) places: string[],
    @Arg('slots', () => [ID], someSlots) slots: string[],
    @Arg('capacity', () => Int, { nullable: true, description: '정원. 0 to 100; null: as the place has it.' })
    capacity: number | null | undefined,
    @Arg('isConfirmed', () => Boolean, confirmed) isConfirmed: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, id, event => {
      const hours = { places: keysOf('place', places, 'places'), slots: keysOf('slot', slots, 'slots') }
      return setPlaceHours(ctx, event, { ...hours, capacity: capacity ?? null }, isConfirmed)
    })
  }
}

const mostAtOnce = 300

function keysOf(tag: string, ids: readonly string[], field: string): string[] {
  if (ids.length === 0 || ids.length > mostAtOnce)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`${field}\` has ${ids.length} ids; expected 1 to ${mostAtOnce}.`,
      field,
    )
  return ids.map(id => keyOf(tag, id, field))
}

async function changed(
  ctx: Context,
  info: GraphQLResolveInfo,
  id: string,
  change: (event: string) => Promise<string>,
): Promise<object> {
  requireRole(ctx, 'staff', 'lead')
  return readOne(ctx, info, eventShape, await change(keyOf('event', id)))
}
