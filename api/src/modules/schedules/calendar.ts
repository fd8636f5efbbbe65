import { isUuid } from '../../platform/id.ts'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf } from '../accounts/require-role.ts'

interface CalendarMeeting {
  id: string
  event: string
  counterpart: string
  place: string | null
  link: string | null
  startsAt: string
  endsAt: string
  version: number
}

/** 달력 파일 — the meetings of a participation of one's own, or of the centre, for any calendar (RFC 5545). */
export function readCalendar(ctx: Context, participation: string): Promise<string> {
  personOf(ctx)
  const isStaff = ctx.actor.role === 'staff' || ctx.actor.role === 'lead'
  const mine = isStaff ? 'p.center_id = scope_center()' : 'p.id in (select own_participations())'
  return inScope(ctx, async ctx => {
    const meetings = isUuid(participation)
      ? await readInside<CalendarMeeting[] | null>(ctx.em, meetingsSql(mine), [participation])
      : null
    if (meetings === null) throw new Refusal('NOT_FOUND', 'There is no such participant.', 'id')
    return calendarOf(meetings, ctx.now)
  })
}

const meetingsSql = (mine: string) => `
  select (select coalesce(json_agg(json_build_object('id', m.id, 'event', e.title, 'version', m.version,
      'counterpart', case when m.enterprise_id = p.id then
          (select i.name || ' ' || d.name from participation o join department d on d.id = o.department_id
             join institution i on i.id = d.institution_id where o.id = m.department_id)
        else (select x.name from participation o join enterprise x on x.id = o.enterprise_id where o.id = m.enterprise_id) end,
      'place', l.name, 'link', l.link, 'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at), '[]')
    from meeting m join event_slot s on s.id = m.slot_id left join event_place l on l.id = m.place_id
    where p.id in (m.enterprise_id, m.department_id) and m.state <> 'cancelled')::text as json
  from participation p join event e on e.id = p.event_id where p.id = $1::uuid and ${mine}`

/** Names of parties and places only: a calendar is synchronised to wherever its owner wishes. */
function calendarOf(meetings: readonly CalendarMeeting[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Panro//KO',
    ...meetings.flatMap(({ id, event, counterpart, place, link, startsAt, endsAt, version }) => [
      'BEGIN:VEVENT',
      `UID:${id}@panro`,
      `SEQUENCE:${version}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(new Date(startsAt))}`,
      `DTEND:${utc(new Date(endsAt))}`,
      `SUMMARY:${escaped(`${event} 상담: ${counterpart}`)}`,
      ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
      ...(link === null ? [] : [`URL:${link}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** 20270210T003000Z */
const utc = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, match => `\\${match}`).replaceAll('\n', String.raw`\n`)

/** A line is at most 75 bytes long; what is over goes on in the next, behind a space. No character is cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 74) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}
