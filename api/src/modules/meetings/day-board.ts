import { globalIdSql } from '../../platform/global-id.ts'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'

export interface BoardSlot {
  id: string
  onDate: string
  startsAt: string
  endsAt: string
}

export interface BoardDay {
  id: string
  onDate: string
  roundTitle: string
}

/** The day that a board is of, and what stands on it whatever happens. */
export interface BoardHead {
  /** Key of the day. */
  key: string
  eventKey: string
  eventTitle: string
  onDate: string
  roundTitle: string
  days: BoardDay[]
  slots: BoardSlot[]
  places: object[]
}

interface Asked {
  eventId: string
  /** Null: today, or else the first day. */
  date: string | null
  dayId: string | null
}

/** 당일 상황판 — one day of an event of the centre; null when there is none. */
export function readBoard(ctx: Context, { eventId, date, dayId }: Asked): Promise<BoardHead | null> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, ({ em, actor, today }) =>
    readInside<BoardHead | null>(
      em,
      `select to_json((select json_build_object('key', d.id, 'eventKey', e.id, 'eventTitle', e.title,
         'onDate', d.on_date, 'roundTitle', r.title, 'days', ${daysSql}, 'slots', ${slotsSql}, 'places', ${placesSql})
       from event e join event_day d on d.event_id = e.id join event_round r on r.id = d.round_id
       where e.id = $1 and e.center_id = $2 and ($4::date is null or d.on_date = $4) and ($5::uuid is null or d.id = $5)
       order by d.on_date <> $3, d.on_date, r.number limit 1))::text as json`,
      [eventId, actor.centerId, today, date, dayId],
    ),
  )
}

const daysSql = `(select json_agg(json_build_object('id', ${globalIdSql('day', 'dd.id')}, 'onDate', dd.on_date,
    'roundTitle', rr.title) order by dd.on_date, rr.number)
  from event_day dd join event_round rr on rr.id = dd.round_id where dd.event_id = e.id)`

const slotsSql = `(select coalesce(json_agg(json_build_object('id', ${globalIdSql('slot', 's.id')},
    'onDate', d.on_date, 'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at), '[]')
  from event_slot s where s.day_id = d.id)`

const placesSql = `(select coalesce(json_agg(json_build_object('id', ${globalIdSql('place', 'p.id')}, 'name', p.name,
    'kind', p.kind, 'area', p.area, 'link', p.link, 'capacity', p.capacity, 'takesWalkIns', p.takes_walk_ins)
    order by p.position, p.name), '[]')
  from event_place p where p.event_id = e.id and (p.round_id is null or p.round_id = d.round_id))`

/** The slot of now, by the server's clock, and the next one that begins. */
export function clockOf(slots: readonly BoardSlot[], now: Date) {
  const current = slots.find(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= now.getTime() && now.getTime() < Date.parse(endsAt),
  )
  const next = slots.find(({ startsAt }) => Date.parse(startsAt) > now.getTime())
  return { currentSlotId: current?.id ?? null, nextSlotId: next?.id ?? null }
}

export interface BoardCounts {
  enterprises: number
  enterprisesArrived: number
  departments: number
  departmentsArrived: number
  peopleArrived: number
  planned: number
  started: number
  held: number
  noShow: number
  cancelled: number
  walkIns: number
  withOutcome: number
}

/** Who has come, and how far the meetings of the day are. */
export const countBoard = (ctx: Context, dayKey: string): Promise<BoardCounts> =>
  inScope(ctx, ({ em }) =>
    readInside<BoardCounts>(
      em,
      `with come as materialized (select c.participation_id from check_in c where c.day_id = $1),
       taking as materialized (
         select p.side, p.id in (select participation_id from come) as has_come
         from participation p join event_day d on d.event_id = p.event_id
         where d.id = $1 and p.state = 'confirmed' and (
           not exists (select 1 from participation_round x where x.participation_id = p.id)
           or exists (select 1 from participation_round x where x.participation_id = p.id and x.round_id = d.round_id))),
       met as materialized (
         select m.state, m.origin, exists (select 1 from outcome o where o.meeting_id = m.id) as has_outcome
         from meeting m join event_slot s on s.id = m.slot_id where s.day_id = $1)
       select json_build_object(
         'enterprises', (select count(*) from taking where side = 'enterprise'),
         'enterprisesArrived', (select count(*) from taking where side = 'enterprise' and has_come),
         'departments', (select count(*) from taking where side = 'department'),
         'departmentsArrived', (select count(*) from taking where side = 'department' and has_come),
         'peopleArrived', (select count(*) from come),
         'planned', (select count(*) from met where state = 'planned'),
         'started', (select count(*) from met where state = 'started'),
         'held', (select count(*) from met where state = 'held'),
         'noShow', (select count(*) from met where state = 'no_show'),
         'cancelled', (select count(*) from met where state = 'cancelled'),
         'walkIns', (select count(*) from met where origin = 'walk_in' and state <> 'cancelled'),
         'withOutcome', (select count(*) from met where has_outcome))::text as json`,
      [dayKey],
    ),
  )

/** Something that differs whenever anything on the board does: cheap to ask for again and again. */
export const stampBoard = (ctx: Context, dayKey: string): Promise<string> =>
  inScope(ctx, ({ em }) =>
    readInside<string>(
      em,
      `select to_json((select md5(concat_ws('/', count(*), sum(m.version), max(m.updated_at),
           (select concat_ws('/', count(*), max(c.at)) from check_in c where c.day_id = $1),
           (select concat_ws('/', count(*), max(o.updated_at)) from outcome o where o.meeting_id = any(array_agg(m.id)))))
         from meeting m join event_slot s on s.id = m.slot_id where s.day_id = $1))::text as json`,
      [dayKey],
    ),
  )
