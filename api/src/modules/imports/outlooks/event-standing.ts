import type { Context } from '../../../platform/context.ts'
import type { Day } from '../../../platform/day.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { holdEventOfDesk } from '../../curation/hold-curation.ts'
import type { Side } from '../../curation/participation.states.ts'
import type { Event } from '../../events/event.entity.ts'

/** Somebody as an earlier list has named them. */
export interface Listed {
  side: Side
  number: string
  participation: string
  onDay: Day | null
  knownAs: string | null
  items: string | null
  category: string | null
  /** Of an officer; compared, and never told. */
  name: string | null
  wished: string[]
}

export interface Party {
  id: string
  side: Side
  /** Enterprise or department. */
  of: string
  state: string
  seats: number
}

/** What stands of an event when a list of its participants is held against it. */
export interface EventStanding {
  event: Event
  days: Day[]
  listed: Listed[]
  parties: Party[]
}

/** Holds the event, so that what was looked at is what is changed. */
export async function readEventStanding(
  ctx: Context,
  eventId: string | null | undefined,
): Promise<EventStanding> {
  if (eventId == null) throw new Error('This list was taken without its event')
  const event = await holdEventOfDesk(ctx, eventId)
  if (!['open', 'curating', 'confirmed'].includes(event.state))
    throw new Refusal(
      'WRONG_STATE',
      '참여자 명단은 행사를 연 뒤 끝나기 전까지 가져올 수 있습니다. 행사의 상태를 먼저 바꿔 주세요.',
      'event',
    )
  const read = await readInside<Omit<EventStanding, 'event'>>(ctx.em, standingSql, [eventId])
  return { event, ...read }
}

const standingSql = `
  select json_build_object(
    'days', (select coalesce(json_agg(distinct d.on_date), '[]') from event_day d where d.event_id = $1::uuid),
    'listed', (select coalesce(json_agg(json_build_object('side', l.side, 'number', l.number,
        'participation', l.participation_id, 'onDay', l.on_date, 'knownAs', l.known_as, 'items', l.items,
        'category', l.category, 'name', o.name,
        'wished', (select coalesce(json_agg(w.wished order by w.wished), '[]') from listed_wish w
          where (w.event_id, w.side, w.number) = (l.event_id, l.side, l.number))) order by l.position), '[]')
      from listed_participant l left join officer o on o.id = l.officer_id where l.event_id = $1::uuid),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side,
        'of', coalesce(p.enterprise_id, p.department_id), 'state', p.state, 'seats', p.seats)), '[]')
      from participation p where p.event_id = $1::uuid))::text as json`
