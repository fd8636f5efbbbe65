import type { Day } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import { evaluatedVerdict } from './evaluation.ts'
import { Review } from './review.entity.ts'
import { commit } from './take-step.ts'
import { holdTasks, openTask } from './tasks.ts'

/**
 * What the calendar does to vetting, once a day: a certificate that is about to end becomes a case to look at, and an
 * approval that rested on one that has ended is on record as lapsed. Safe to repeat: each step that a certificate
 * passes (60, 30, 7 days …) is noted once, by the database. False: another process is at it.
 */
export const watchExpiry = (ctx: Context): Promise<boolean> =>
  ctx.em.transactional(async em => {
    const within = { ...ctx, em }
    if (!(await holdTasks(em))) return false
    await openExpiryTasks(within)
    await recordLapses(within)
    return true
  })

interface Expiring {
  certificationId: string
  enterpriseId: string
  kind: string
  until: Day
  /** Steps passed and not noted yet. */
  steps: number[]
}

async function openExpiryTasks(ctx: Context): Promise<void> {
  for (const { certificationId, enterpriseId, kind, until, steps } of await expiring(ctx)) {
    const detail = `${kind} 유효기간이 ${until}에 끝납니다.`
    await openTask(ctx, { enterpriseId, certificationId, cause: 'expiry', detail })
    await insertRows(
      ctx.em,
      'expiry_notice',
      steps.map(days => ({ certification_id: certificationId, valid_until: until, days, noted_at: ctx.now })),
      { onConflict: 'on conflict do nothing' },
    )
  }
}

/** Certificates of vetted enterprises that end within a step, unless a later one of the kind takes their place. */
const expiring = ({ em, today }: Context): Promise<Expiring[]> =>
  readInside(
    em,
    `select coalesce(json_agg(json_build_object('certificationId', c.id, 'enterpriseId', c.enterprise_id,
       'kind', k.name, 'until', c.valid_until, 'steps', steps.days) order by c.valid_until, c.id), '[]')::text as json
     from certification c
     join enterprise e on e.id = c.enterprise_id and e.center_id is not null and e.state = 'published'
     join certification_kind k on k.code = c.kind_code
     cross join lateral (
       select array_agg(x.days order by x.days desc) as days from expiry_step x
       where x.effective_from <= $1::date and c.valid_until <= $1::date + x.days and not exists (
         select 1 from expiry_notice n
         where n.certification_id = c.id and n.valid_until = c.valid_until and n.days = x.days)
     ) steps
     where c.valid_until >= $1::date and c.valid_until <= $1::date + (select max(days) from expiry_step)
       and ${validitySql('c', '$1::date')} = 'valid' and steps.days is not null
       and exists (
         select 1 from requirement_set s where s.center_id = e.center_id and s.purpose = 'catalogue'
           and s.state = 'published' and s.effective_from <= $1::date)
       and not exists (
         select 1 from certification later
         where later.enterprise_id = c.enterprise_id and later.kind_code = c.kind_code and later.id <> c.id
           and ${validitySql('later', 'c.valid_until + 1')} = 'valid')`,
    [today],
  )

async function recordLapses(ctx: Context): Promise<void> {
  for (const { id, items } of await lapsed(ctx)) {
    const review = await ctx.em.findOneOrFail(Review, { id })
    review.state = 'lapsed'
    commit(ctx, review, 'review.lapsed', [{ field: 'state', from: 'approved', to: 'lapsed' }], { items })
  }
  await ctx.em.flush()
}

/** Approvals that rest on a certification, required and met, which the records deny today. */
const lapsed = ({ em, today }: Context): Promise<{ id: string; items: number[] }[]> =>
  readInside(
    em,
    `select coalesce(json_agg(json_build_object('id', x.id, 'items', x.items)), '[]')::text as json from (
       select r.id, array_agg(i.number order by i.number) as items
       from review r join review_item i on i.review_id = r.id join requirement q on q.id = i.requirement_id
       where r.state = 'approved' and q.kind = 'valid_certification' and q.is_required and i.verdict = 'met'
         and ${evaluatedVerdict('q', 'r.enterprise_id', '$1::date')} = 'unmet'
       group by r.id order by r.id
     ) x`,
    [today],
  )
