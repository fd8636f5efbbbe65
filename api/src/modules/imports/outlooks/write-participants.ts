import type { Context } from '../../../platform/context.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { personOf } from '../../accounts/require-role.ts'
import { record } from '../../audit/record.ts'
import { Participation } from '../../curation/participation.entity.ts'
import type { Side } from '../../curation/participation.states.ts'
import type { EventStanding } from './event-standing.ts'

/** Into the event as the list says; told outside, so no letter is due. Who is in it already stays as they are. */
export async function takeIn(
  ctx: Context,
  { event, parties }: EventStanding,
  side: Side,
  of: string,
): Promise<string> {
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
  await ctx.em.flush()
  parties.push({ id, side, of, state: 'confirmed', seats: 1 })
  return id
}

interface ToList {
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

/** Keeps what the list says of somebody; a corrected list takes the place of what it said before. */
export async function listParticipant({ em }: Context, eventId: string, said: ToList): Promise<void> {
  const { side, number, participation, officerId, onDay, knownAs, items, category, position, wished } = said
  await em.execute(
    `insert into listed_participant
       (event_id, side, number, participation_id, officer_id, on_date, known_as, items, category, position)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (event_id, side, number) do update set participation_id = excluded.participation_id,
       officer_id = excluded.officer_id, on_date = excluded.on_date, known_as = excluded.known_as,
       items = excluded.items, category = excluded.category, position = excluded.position`,
    [eventId, side, number, participation, officerId, onDay, knownAs, items, category, position],
  )
  await em.execute('delete from listed_wish where event_id = ? and side = ? and number = ?', [
    eventId,
    side,
    number,
  ])
  for (const one of wished)
    await em.execute('insert into listed_wish (event_id, side, number, wished) values (?, ?, ?, ?)', [
      eventId,
      side,
      number,
      one,
    ])
}

/**
 * On the other days nobody of the department comes; and it meets as many at once as come on its emptiest day, so that
 * no officer is ever in two places.
 */
export async function keepAway({ em }: Context, eventId: string, participation: string): Promise<void> {
  await em.execute(
    `with coming as (
       select distinct d.on_date, l.number from listed_participant l
       join event_day d on d.event_id = l.event_id and (l.on_date is null or l.on_date = d.on_date)
       where l.participation_id = ?)
     update participation p set seats = greatest(p.seats, (
       select min(n) from (select count(*) as n from coming group by on_date) per), 1)::int, version = version + 1
     where p.id = ? and p.seats < (select min(n) from (select count(*) as n from coming group by on_date) per)`,
    [participation, participation],
  )
  await em.execute(
    `with slots as (
       select s.id, exists (select 1 from listed_participant l where l.participation_id = ?
         and (l.on_date is null or l.on_date = d.on_date)) as is_there
       from event_slot s join event_day d on d.id = s.day_id where s.event_id = ?),
     back as (
       delete from participation_away a using slots s where a.participation_id = ? and a.slot_id = s.id and s.is_there)
     insert into participation_away (participation_id, slot_id)
     select ?, s.id from slots s where not s.is_there on conflict do nothing`,
    [participation, eventId, participation, participation],
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
