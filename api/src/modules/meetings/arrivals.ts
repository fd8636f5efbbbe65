import type { Context } from '../../platform/context.ts'
import { readFor } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { masked } from '../enterprises/mask.ts'
import { partyNameSql } from './meeting-name.ts'

export interface Arrival {
  participationKey: string
  side: 'enterprise' | 'department'
  name: string
  attendeeKey: string | null
  /** Masked. */
  attendee: string | null
  placeName: string | null
  checkInKey: string | null
  at: string | null
}

const mostFound = 20
const mostListed = 3_000

/**
 * 체크인 찾기 — who takes part and whether they have come: by part of a name, or by four last digits of a business
 * number or a telephone. Without words, everybody in the order of the printed list. People are named masked only.
 */
export async function findArrivals(ctx: Context, dayId: string, words: string | null): Promise<Arrival[]> {
  requireRole(ctx, 'staff', 'lead')
  const text = words?.normalize('NFC').replaceAll('\0', '').trim().slice(0, 100) ?? ''
  const rows = await readFor<Arrival[]>(ctx, arrivalsSql, [
    dayId,
    ctx.actor.centerId,
    text === '' ? null : text,
    /^\d{4}$/.test(text) ? text : null,
    text === '' ? mostListed : mostFound,
  ])
  return rows.map(row => ({ ...row, attendee: row.attendee === null ? null : masked.name(row.attendee) }))
}

const arrivalsSql = `
  with who as (
    select p.id, p.side, p.enterprise_id, ${partyNameSql('p.id')} as name, o.id as officer_id, o.name as officer,
      o.phone, (select pl.name from event_place pl where pl.id = p.place_id) as place
    from event_day d join participation p on p.event_id = d.event_id
    left join participation_officer po on po.participation_id = p.id left join officer o on o.id = po.officer_id
    where d.id = $1 and p.center_id = $2 and p.state = 'confirmed'
  ), found as (
    select w.*, c.id as check_in_id, c.at from who w
    left join lateral (
      select x.id, x.at from check_in x where x.day_id = $1 and x.participation_id = w.id
        and (x.officer_id is not distinct from w.officer_id or x.officer_id is null)
      order by x.officer_id nulls last limit 1) c on true
    where $3::text is null or strpos(lower(w.name), lower($3)) > 0 or strpos(lower(w.officer), lower($3)) > 0
      or $4::text is not null and (regexp_replace(w.phone, '\\D', '', 'g') like '%' || $4
        or (select e.business_number from enterprise e where e.id = w.enterprise_id) like '%' || $4)
    order by w.name, w.officer, w.id limit $5
  )
  select coalesce(json_agg(json_build_object('participationKey', f.id, 'side', f.side, 'name', f.name,
    'attendeeKey', f.officer_id, 'attendee', f.officer, 'placeName', f.place, 'checkInKey', f.check_in_id,
    'at', f.at) order by f.name, f.officer, f.id), '[]')::text as json from found f`
