import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { Format } from './format.ts'
import type { Reading } from './read-list.ts'

/** 명단에서 사라짐 — a certificate that counts with us, of a kind of which the list should name everybody. */
export interface GoneCertification {
  certificationId: string
  version: number
  enterpriseId: string
  businessNumber: string
  name: string
  kind: string
  number: string | null
  validFrom: string | null
  validUntil: string | null
}

/**
 * Whom a complete list no longer names. Who stands in it with a row that cannot be read is not gone; and of a kind
 * that the file does not speak of at all it says nothing.
 */
export async function readGone(
  { em, actor, today }: Context,
  format: Format,
  reading: Reading,
): Promise<GoneCertification[]> {
  const named = reading.records.flatMap(({ record }) =>
    record.type === 'certification' ? [{ number: record.businessNumber, kind: record.kind }] : [],
  )
  const spokenOf = new Set(named.map(({ kind }) => kind))
  const covers = 'covers' in format ? (format.covers ?? []) : []
  const kinds = covers.filter(kind => spokenOf.has(kind))
  if (kinds.length === 0) return []
  return readInside(em, statement, [
    kinds,
    named.map(({ number }) => number),
    named.map(({ kind }) => kind),
    reading.refusedNumbers,
    today,
    actor.role === 'system',
    actor.centerId,
  ])
}

const statement = `
  select coalesce(json_agg(g order by g."businessNumber", g."certificationId"), '[]')::text as json from (
    select c.id as "certificationId", c.version, e.id as "enterpriseId", e.business_number as "businessNumber", e.name,
      c.kind_code as kind, c.number, c.valid_from as "validFrom", c.valid_until as "validUntil"
    from certification c join enterprise e on e.id = c.enterprise_id
    where c.kind_code = any($1) and e.branch = '0000' and ($6 or e.center_id is null or e.center_id = $7::uuid)
      and certification_validity(c.valid_from, c.valid_until, c.cancelled_on, c.returned_on, c.has_unknown_dates, $5::date)
        <> 'invalid'
      and not exists (
        select from unnest($2::text[], $3::text[]) n(number, kind)
        where n.number = e.business_number and n.kind = c.kind_code)
      and e.business_number <> all($4::text[])
  ) g`
