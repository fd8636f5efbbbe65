import type { Board, Party } from '../timetable/board/board.ts'

/** A participant as matching and timetabling need to know it. */
export interface PartyFacts {
  id: string
  side: 'enterprise' | 'department'
  name: string
  seats: number
  most: number | null
  /** Rounds it takes part in; none means all of them. */
  rounds: string[]
  away: string[]
  booth: string | null
}

export interface RoundFacts {
  id: string
  number: number
  title: string
  /** Minutes from one zone of the venue to another. */
  travelMinutes: number
  slots: SlotFacts[]
  places: PlaceFacts[]
}

export interface SlotFacts {
  id: string
  day: string
  startsAt: string
  endsAt: string
}

export interface PlaceFacts {
  id: string
  name: string
  kind: 'table' | 'booth' | 'video'
  area: string | null
  /** How many meetings it holds in each slot of the round. */
  capacity: number[]
}

/** SQL for the confirmed participants of the event `$1`, as `PartyFacts`. */
export const partiesSql = `
  select coalesce(json_agg(json_build_object(
      'id', p.id, 'side', p.side, 'seats', p.seats, 'most', p.meetings_most, 'booth', p.place_id,
      'name', coalesce(e.name, i.name || ' ' || d.name),
      'rounds', (select coalesce(json_agg(r.round_id), '[]') from participation_round r where r.participation_id = p.id),
      'away', (select coalesce(json_agg(a.slot_id), '[]') from participation_away a where a.participation_id = p.id)
    ) order by p.side, coalesce(e.name, i.name || ' ' || d.name), p.id), '[]')
  from participation p
  left join enterprise e on e.id = p.enterprise_id
  left join department d on d.id = p.department_id left join institution i on i.id = d.institution_id
  where p.event_id = $1::uuid and p.state = 'confirmed'`

/** SQL for the rounds of the event `$1`, as `RoundFacts`. Places for whoever walks in are not timetabled. */
export const roundsSql = `
  select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'title', r.title, 'travelMinutes', r.travel_minutes,
      'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'day', d.on_date, 'startsAt', s.starts_at, 'endsAt', s.ends_at)
          order by s.starts_at), '[]')
        from event_slot s join event_day d on d.id = s.day_id where d.round_id = r.id),
      'places', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'area', p.area,
          'capacity', (select coalesce(json_agg(coalesce(ps.capacity, p.capacity) order by s.starts_at), '[]')
            from event_slot s join event_day d on d.id = s.day_id
            left join event_place_slot ps on ps.place_id = p.id and ps.slot_id = s.id
            where d.round_id = r.id)) order by p.position, p.name, p.id), '[]')
        from event_place p where p.event_id = r.event_id and (p.round_id is null or p.round_id = r.id) and not p.takes_walk_ins)
    ) order by r.number), '[]')
  from event_round r where r.event_id = $1::uuid`

/** The board of a round; parties keep their numbers on every board, and are away where they take no part. */
export function boardOf({ id, slots, places }: RoundFacts, parties: readonly PartyFacts[]): Board {
  return {
    slots: slots.length,
    capacity: slots.map((_, slot) => places.reduce((sum, place) => sum + (place.capacity[slot] ?? 0), 0)),
    parties: parties.map(party => partyOn(party, isIn(party, id), slots)),
  }
}

export const isIn = ({ rounds }: PartyFacts, round: string) => rounds.length === 0 || rounds.includes(round)

function partyOn({ seats, away }: PartyFacts, isThere: boolean, slots: readonly SlotFacts[]): Party {
  const missed = slots.flatMap(({ id }, slot) => (isThere && !away.includes(id) ? [] : [slot]))
  return { seats, away: new Set(missed) }
}
