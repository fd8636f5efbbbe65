import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { Refusal } from '../../platform/refusal.ts'
import { meetingNameSql } from './meeting-name.ts'

/** Where somebody would sit, and who takes part. */
export interface Wanted {
  placeId: string
  slotId: string
  /** Participations. */
  parties: readonly string[]
  /** The meeting that is being moved; its own seats do not stand in its way. */
  except?: string
}

export interface Seating {
  place: {
    name: string
    eventId: string
    roundId: string | null
    takesWalkIns: boolean
    capacity: number
    taken: number[]
    /** Whose booth it is, if one enterprise's only. */
    host: string | null
  } | null
  slot: {
    eventId: string
    centerId: string
    eventState: string
    roundId: string
    startsAt: string
    endsAt: string
  } | null
  /** Those named, and whose booth it is. */
  parties: { id: string; eventId: string; side: string; state: string; seats: number; taken: number[] }[]
  /** Meetings that hold the place, or one of the parties, in that slot. */
  holders: { name: string; place: string; time: string }[]
}

/** How a statement is read: inside the transaction of a change, or by itself. */
export type Reader = <T>(text: string, values: unknown[]) => Promise<T>

/** What is known of a place, a slot and who would meet there, in one statement. */
export const readSeating = (
  read: Reader,
  { placeId, slotId, parties, except = nobody }: Wanted,
): Promise<Seating> => read<Seating>(seatingSql, [placeId, slotId, except, parties])

const nobody = '00000000-0000-0000-0000-000000000000'

const placeSql = `(
  select json_build_object('name', p.name, 'eventId', p.event_id, 'roundId', p.round_id,
    'takesWalkIns', p.takes_walk_ins,
    'capacity', coalesce(
      (select o.capacity from event_place_slot o where o.place_id = p.id and o.slot_id = $2), p.capacity),
    'taken', (select coalesce(json_agg(m.place_seat), '[]') from meeting m
      where m.place_id = p.id and m.slot_id = $2 and m.state not in ('cancelled', 'no_show') and m.id <> $3),
    'host', (select min(h.id::text) from participation h
      where h.place_id = p.id and h.side = 'enterprise' and h.state = 'confirmed' having count(*) = 1))
  from event_place p where p.id = $1)`

const slotSql = `(
  select json_build_object('eventId', s.event_id, 'centerId', e.center_id, 'eventState', e.state,
    'roundId', d.round_id, 'startsAt', s.starts_at, 'endsAt', s.ends_at)
  from event_slot s join event_day d on d.id = s.day_id join event e on e.id = s.event_id where s.id = $2)`

const partiesSql = `(
  select coalesce(json_agg(json_build_object('id', q.id, 'eventId', q.event_id, 'side', q.side,
    'state', q.state, 'seats', q.seats, 'taken', (select coalesce(json_agg(t.seat), '[]') from meeting_seat t
      where t.participation_id = q.id and t.slot_id = $2 and t.meeting_id <> $3))), '[]')
  from participation q where q.id = any($4::uuid[])
    or q.place_id = $1 and q.side = 'enterprise' and q.state = 'confirmed')`

const holdersSql = `(
  select coalesce(json_agg(json_build_object('name', ${meetingNameSql('m')}, 'place', coalesce(p.name, ''),
    'time', to_char(s.starts_at at time zone 'Asia/Seoul', 'HH24:MI')) order by p.position), '[]')
  from meeting m join event_slot s on s.id = m.slot_id left join event_place p on p.id = m.place_id
  where m.slot_id = $2 and m.id <> $3 and m.state not in ('cancelled', 'no_show')
    and (m.place_id = $1 or m.id in (select t.meeting_id from meeting_seat t
      where t.slot_id = $2 and t.participation_id = any($4::uuid[]))))`

const seatingSql = `select json_build_object('place', ${placeSql}, 'slot', ${slotSql}, 'parties', ${partiesSql},
  'holders', ${holdersSql})::text as json`

/** The first free of so many seats; null when all are taken. */
export function freeSeat(capacity: number, taken: readonly number[]): number | null {
  for (let seat = 0; seat < capacity; seat++) if (!taken.includes(seat)) return seat
  return null
}

/** The refusal of a seat that somebody else has: who, so that the desk can decide. */
export function seatTaken({ holders }: Seating): Refusal {
  const who = holders.map(({ name, place, time }) => `${time} ${place} ${name}`).join(', ')
  return new Refusal(
    'CONFLICT',
    holders.length > 0
      ? `The seat is taken: ${who}. Choose another slot or place.`
      : 'The place is closed in this slot. Choose another slot or place.',
    'slotId',
    undefined,
    { holders },
  )
}

/** What the unique indexes refuse because somebody was faster is told as what it is. */
export async function orTaken<T>(read: Reader, wanted: Wanted, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw seatTaken(await readSeating(read, wanted))
  }
}

/** A slot and a place of one event that go together. */
export function whereabouts({ place, slot }: Seating, eventId?: string) {
  if (slot === null || (eventId !== undefined && slot.eventId !== eventId))
    throw new Refusal('NOT_FOUND', 'The event has no such slot.', 'slotId')
  if (place === null || place.eventId !== slot.eventId)
    throw new Refusal('NOT_FOUND', 'The event has no such place.', 'placeId')
  if (place.roundId !== null && place.roundId !== slot.roundId)
    throw new Refusal('BAD_USER_INPUT', `${place.name} belongs to another round.`, 'placeId')
  return { place, slot }
}
