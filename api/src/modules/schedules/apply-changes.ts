import type { Context } from '../../platform/context.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Match } from '../matching/match.entity.ts'
import type { TimetableRun } from './timetable-run.entity.ts'

/** What has happened since a timetable was made; chosen matches that are new come in by themselves. */
export interface Changes {
  reason: string
  /** Matches whose meeting is off. */
  cancelled: readonly string[]
  away: readonly { participation: string; slots: readonly string[] }[]
  closed: readonly { place: string; slots: readonly string[] }[]
}

/** Writes down what has changed, so that it holds for every later timetable as well. Returns the reason. */
export async function applyChanges(
  ctx: Context,
  { eventId, roundId }: TimetableRun,
  { reason: said, cancelled, away, closed }: Changes,
): Promise<string> {
  const reason = lineOfText(said, 'because.reason')
  await assertSlots(
    ctx,
    roundId,
    [...away, ...closed].flatMap(({ slots }) => slots),
  )
  for (const id of cancelled) {
    const match = await ctx.em.findOneOrFail(
      Match,
      { id, roundId },
      {
        failHandler: () =>
          new Refusal('NOT_FOUND', 'There is no such match in this round.', 'because.cancelled'),
      },
    )
    const out = { state: 'left_out', isPinned: false, leftOutCode: 'by_hand', leftOutReason: reason } as const
    Object.assign(match, out, { updatedAt: ctx.now })
  }
  await ctx.em.flush()
  await assertOfEvent(
    ctx,
    'participation',
    eventId,
    away.map(({ participation }) => participation),
  )
  await assertOfEvent(
    ctx,
    'event_place',
    eventId,
    closed.map(({ place }) => place),
  )
  await insertRows(
    ctx.em,
    'participation_away',
    away.flatMap(({ participation, slots }) =>
      slots.map(slot => ({ participation_id: participation, slot_id: slot })),
    ),
    { onConflict: 'on conflict do nothing' },
  )
  await insertRows(
    ctx.em,
    'event_place_slot',
    closed.flatMap(({ place, slots }) =>
      slots.map(slot => ({ place_id: place, slot_id: slot, capacity: 0 })),
    ),
    { onConflict: 'on conflict (place_id, slot_id) do update set capacity = 0' },
  )
  return reason
}

async function assertSlots({ em }: Context, round: string, slots: readonly string[]): Promise<void> {
  const known = await readInside<number>(
    em,
    `select count(*)::text as json from event_slot s join event_day d on d.id = s.day_id
     where d.round_id = $1::uuid and s.id = any($2::uuid[])`,
    [round, slots],
  )
  if (known < new Set(slots).size)
    throw new Refusal('NOT_FOUND', 'One of these slots is not in this round.', 'because.slots')
}

async function assertOfEvent(
  { em }: Context,
  table: 'participation' | 'event_place',
  event: string,
  ids: readonly string[],
): Promise<void> {
  const known = await readInside<number>(
    em,
    `select count(*)::text as json from ${table} where event_id = $1::uuid and id = any($2::uuid[])`,
    [event, ids],
  )
  if (known < new Set(ids).size)
    throw new Refusal(
      'NOT_FOUND',
      'One of these is not in this event.',
      `because.${table === 'participation' ? 'away' : 'closed'}`,
    )
}
