import { CompiledQuery } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { personOf } from '../../accounts/require-role.ts'
import { record } from '../../audit/record.ts'
import { Participation } from '../../curation/participation.entity.ts'
import type { Side } from '../../curation/participation.states.ts'
import type { EventStanding } from './event-standing.ts'

/** Into the event as the list says; told outside, so no letter is due. Who is in it already stays as they are. */
export function takeIn(ctx: Context, { event, parties }: EventStanding, side: Side, of: string): string {
  const known = parties.find(party => party.of === of)
  if (known) return known.id
  const id = newId()
  ctx.em.create(Participation, {
    ...{ id, eventId: event.id, centerId: event.centerId, side, origin: 'invited' },
    ...(side === 'enterprise' ? { enterpriseId: of } : { departmentId: of }),
    ...{ state: 'confirmed', toldState: 'confirmed', decidedAt: ctx.now, decidedById: personOf(ctx) },
    ...{ letterSentAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now },
  })
  record(
    ctx,
    'participation.listed',
    { type: 'participation', id },
    { event: event.id, to: 'confirmed', version: 1 },
  )
  parties.push({ id, side, of, state: 'confirmed', seats: 1 })
  return id
}

export interface ToList {
  side: Side
  number: string
  participation: string
  officerId: string | null
  onDay: Day | null
  knownAs: string | null
  items: string | null
  category: string | null
  position: number
  wished: string[]
}

/** Keeps what the list says of everybody; a corrected list takes the place of what it said before. */
export async function listParticipants(
  { em }: Context,
  eventId: string,
  said: readonly ToList[],
): Promise<void> {
  const rows = said.map(
    ({ side, number, participation, officerId, onDay, knownAs, items, category, position }) => ({
      ...{ event_id: eventId, side, number, participation_id: participation, officer_id: officerId },
      ...{ on_date: onDay, known_as: knownAs, items, category, position },
    }),
  )
  const columns = ['participation_id', 'officer_id', 'on_date', 'known_as', 'items', 'category', 'position']
  await insertRows(em, 'listed_participant', rows, {
    onConflict: `on conflict (event_id, side, number) do update set ${columns.map(name => `${name} = excluded.${name}`).join(', ')}`,
  })
  await em
    .getKysely()
    .executeQuery(
      CompiledQuery.raw(
        'delete from listed_wish where event_id = $1 and side = $2 and number = any($3::text[])',
        [eventId, said[0]?.side ?? '', said.map(({ number }) => number)],
      ),
    )
  await insertRows(
    em,
    'listed_wish',
    said.flatMap(({ side, number, wished }) =>
      wished.map(one => ({ event_id: eventId, side, number, wished: one })),
    ),
  )
}

/**
 * On the other days nobody of a department comes; and it meets as many at once as come on its emptiest day, so that
 * no officer is ever in two places.
 */
export async function keepAway(
  { em }: Context,
  eventId: string,
  participations: readonly string[],
): Promise<void> {
  await em.getKysely().executeQuery(
    CompiledQuery.raw(
      `with coming as (
         select l.participation_id, count(*) as n from listed_participant l
         join (select distinct on_date from event_day where event_id = $1) d on l.on_date is null or l.on_date = d.on_date
         where l.participation_id = any($2::uuid[]) group by l.participation_id, d.on_date),
       least as (select participation_id, min(n)::int as n from coming group by participation_id)
       update participation p set seats = least.n, version = version + 1 from least
       where p.id = least.participation_id and p.seats < least.n`,
      [eventId, participations],
    ),
  )
  await em.getKysely().executeQuery(
    CompiledQuery.raw(
      `with slots as (
         select p.id as participation_id, s.id as slot_id, exists (select 1 from listed_participant l
           where l.participation_id = p.id and (l.on_date is null or l.on_date = d.on_date)) as is_there
         from unnest($2::uuid[]) p(id) join event_slot s on s.event_id = $1 join event_day d on d.id = s.day_id),
       back as (
         delete from participation_away a using slots s
         where (a.participation_id, a.slot_id) = (s.participation_id, s.slot_id) and s.is_there)
       insert into participation_away (participation_id, slot_id)
       select participation_id, slot_id from slots where not is_there on conflict do nothing`,
      [eventId, participations],
    ),
  )
}

/** Every wish that both lists can put a name to by now; what somebody has said of it themselves stays. */
export async function joinWishes(ctx: Context, eventId: string): Promise<void> {
  const wished = await readInside<{ from: string; count: number }[]>(
    ctx.em,
    `with fresh as (
       insert into wish (from_id, to_id, event_id, choice, said_by_id, said_at)
       select distinct f.participation_id, t.participation_id, f.event_id, 'want', $2::uuid, $3::timestamptz
       from listed_wish w join listed_participant f on (f.event_id, f.side, f.number) = (w.event_id, w.side, w.number)
       join listed_participant t on t.event_id = w.event_id and t.side <> w.side and w.wished in (t.number, t.known_as)
       where w.event_id = $1::uuid
       on conflict (from_id, to_id) do nothing returning from_id)
     select coalesce(json_agg(n), '[]')::text as json
     from (select from_id as "from", count(*) as count from fresh group by from_id) n`,
    [eventId, personOf(ctx), ctx.now],
  )
  for (const { from, count } of wished)
    record(ctx, 'wish.set', { type: 'participation', id: from }, { must: 0, want: count, no: 0, none: 0 })
}
