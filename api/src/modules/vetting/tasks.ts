import type { EntityManager } from '@mikro-orm/postgresql'
import { addDays } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { addItems } from './apply.ts'
import { record } from '../audit/record.ts'
import { Review } from './review.entity.ts'
import { isInForce } from './requirement-set.shape.ts'
import type { Cause } from './vetting.states.ts'

export interface Task {
  enterpriseId: string
  certificationId: string
  cause: Exclude<Cause, 'application'>
  /** What set it off, in a sentence; as the desk reads it. */
  detail: string
}

/**
 * A case for the desk to look at, never a change by itself: a list or the calendar says something, a person decides.
 * One open case for each certification and cause, the database sees to it. Null: no centre keeps the enterprise, the
 * centre has no criteria in force, or there is a case already.
 */
export async function openTask(ctx: Context, task: Task): Promise<string | null> {
  const { enterpriseId, certificationId, cause, detail } = task
  const desk = await deskOf(ctx, task)
  if (desk === null) return null
  const review = ctx.em.create(Review, {
    id: newId(),
    centerId: desk.centerId,
    enterpriseId,
    requirementSetId: desk.setId,
    state: 're_review',
    cause,
    causeDetail: detail,
    certificationId,
    dueOn: addDays(ctx.today, desk.reviewDays),
    openedAt: ctx.now,
    updatedAt: ctx.now,
  })
  await addItems(ctx, review)
  record(
    ctx,
    'review.opened',
    { type: 'review', id: review.id },
    { version: 1, cause, certificationId, enterpriseId },
  )
  await ctx.em.flush()
  return review.id
}

interface Desk {
  centerId: string
  setId: string
  reviewDays: number
}

const deskOf = ({ em, today }: Context, { enterpriseId, certificationId, cause }: Task) =>
  readInside<Desk | null>(
    em,
    `select (select json_build_object('centerId', s.center_id, 'setId', s.id, 'reviewDays', s.review_days)
       from enterprise e join requirement_set s on s.center_id = e.center_id and s.purpose = 'catalogue'
       where e.id = $1 and ${isInForce('s', '$2::date')} and not exists (
         select 1 from review r where r.certification_id = $3 and r.cause = $4
           and r.state in ('re_review', 'submitted', 'in_review', 'returned'))
       order by s.published_at desc, s.id limit 1)::text as json`,
    [enterpriseId, today, certificationId, cause],
  )

/** Keeps two processes from opening the same tasks; whoever comes second has nothing to do. */
export const holdTasks = (em: EntityManager): Promise<boolean> =>
  readInside<boolean>(em, 'select pg_try_advisory_xact_lock($1)::text as json', [tasksLock])

const tasksLock = 7_010_219
