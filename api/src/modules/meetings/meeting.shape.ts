import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Field, type Shape } from '../../platform/read/shape.ts'
import { departmentNameSql, partyNameSql } from './meeting-name.ts'
import { outcomeShape } from './outcome.shape.ts'

export const meetingSlotShape: Shape = {
  type: 'MeetingSlot',
  table: 'event_slot',
  fields: {
    id: column(row => globalIdSql('slot', `${row}.id`)),
    onDate: column(row => `(select d.on_date from event_day d where d.id = ${row}.day_id)`),
    startsAt: field('starts_at'),
    endsAt: field('ends_at'),
  },
}

export const meetingPlaceShape: Shape = {
  type: 'MeetingPlace',
  table: 'event_place',
  fields: {
    id: column(row => globalIdSql('place', `${row}.id`)),
    name: field('name'),
    kind: field('kind'),
    area: field('area'),
    link: field('link'),
    capacity: field('capacity'),
    takesWalkIns: field('takes_walk_ins'),
  },
}

export const meetingShape: Shape = {
  type: 'Meeting',
  table: 'meeting',
  fields: {
    id: column(row => globalIdSql('meeting', `${row}.id`)),
    version: field('version'),
    state: field('state'),
    origin: field('origin'),
    noShowSide: field('no_show_side'),
    reason: field('reason'),
    startedAt: field('started_at'),
    endedAt: field('ended_at'),
    enterpriseId: column(row => globalIdSql('participation', `${row}.enterprise_id`)),
    enterpriseName: column(row => partyNameSql(`${row}.enterprise_id`)),
    departmentId: column(row => globalIdSql('participation', `${row}.department_id`)),
    departmentName: column(row => departmentNameSql(row)),
    enterpriseArrivedAt: arrival('enterprise_id'),
    departmentArrivedAt: arrival('department_id'),
    slot: one({ shape: () => meetingSlotShape, on: (row, slot) => `${slot}.id = ${row}.slot_id` }),
    place: one({ shape: () => meetingPlaceShape, on: (row, place) => `${place}.id = ${row}.place_id` }),
    outcomes: many({
      shape: () => outcomeShape,
      on: (row, outcome) => `${outcome}.meeting_id = ${row}.id`,
      orderBy: outcome => `array_position(array['staff', 'department', 'enterprise'], ${outcome}.side)`,
    }),
    hasDifferingOutcomes: column(
      row => `(select count(distinct (o.result, o.won)) > 1 from outcome o
        where o.meeting_id = ${row}.id and o.side <> 'staff')`,
    ),
    plannedItems: column(
      row => `(select coalesce(json_agg(json_build_object('item', pp.item, 'won', pp.won, 'category', pp.category_code)
          order by pp.month nulls last, pp.id), '[]')
        from planned_purchase pp join participation pd on pd.department_id = pp.department_id
        join event pe on pe.id = pd.event_id
        where pd.id = ${row}.department_id and pp.year = pe.year and pp.state = 'planned')`,
    ),
    allowedActions: column(
      row => `json_build_object('state', ${row}.state, 'hasStarted', ${row}.started_at is not null,
        'changedAt', ${row}.updated_at, 'onDate',
        (select d.on_date from event_slot s join event_day d on d.id = s.day_id where s.id = ${row}.slot_id))`,
    ),
  },
}

/** When a side has checked in on the day of the meeting; the first of several people. */
function arrival(side: 'enterprise_id' | 'department_id'): Field {
  return column(
    row => `(select min(c.at) from check_in c join event_slot s on s.id = ${row}.slot_id
      where c.day_id = s.day_id and c.participation_id = ${row}.${side})`,
  )
}
