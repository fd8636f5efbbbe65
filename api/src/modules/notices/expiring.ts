import type { Context } from '../../platform/context.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readInside } from '../../platform/read/read-inside.ts'

interface Ending {
  certificationId: string
  enterpriseId: string
  kind: string
  days: number
}

/**
 * 만료 예고 — writes into the ledger which certificates of enterprises with somebody to tell end soon, each warning once
 * by the steps that vetting goes by, and the nearest only: somebody new is not told 60, 30 and 7 at once. What has been renewed is not ending.
 */
export function warnOfEndings({ em, now, today }: Context): Promise<number> {
  return em.transactional(async em => {
    const endings = await readInside<Ending[]>(
      em,
      `with ending as (
         select c.id, c.enterprise_id, c.kind_code, c.valid_until,
           (select min(s.days) from expiry_step s where s.effective_from <= $1::date and c.valid_until - $1::date <= s.days) as days
         from certification c
         where c.valid_until between $1::date and $1::date + (select max(s.days) from expiry_step s where s.effective_from <= $1::date)
           and certification_validity(c.valid_from, c.valid_until, c.cancelled_on, c.returned_on, c.has_unknown_dates, $1::date) <> 'invalid'
           and exists (select 1 from enterprise_member m where m.enterprise_id = c.enterprise_id)
           and not exists (select 1 from certification n where n.enterprise_id = c.enterprise_id and n.kind_code = c.kind_code
             and n.valid_until > c.valid_until and n.cancelled_on is null and n.returned_on is null)
       ), fresh as (
         insert into certification_warning (certification_id, valid_until, days, told_at)
         select id, valid_until, days, $2::timestamptz from ending on conflict do nothing returning certification_id, days
       )
       select coalesce(json_agg(json_build_object('certificationId', e.id, 'enterpriseId', e.enterprise_id,
         'kind', e.kind_code, 'days', e.valid_until - $1::date)), '[]')::text as json
       from ending e join fresh f on f.certification_id = e.id`,
      [today, now],
    )
    await insertRows(
      em,
      'ledger',
      endings.map(({ certificationId: certification, enterpriseId, kind, days }) => ({
        at: now,
        actor_id: null,
        actor_role: 'system',
        name: 'certification.expiring',
        subject_type: 'enterprise',
        subject_id: enterpriseId,
        detail: { certification, kind, days },
        reason: null,
      })),
    )
    return endings.length
  })
}
