import { addDays, type Day } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import type { Order } from '../../platform/page/keyset.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import { readFor } from '../../platform/read/read.ts'
import { isReviewOf } from './review.shape.ts'
import type { Cause, ReviewState } from './vetting.states.ts'

export const reviewViews = ['mine', 'unassigned', 'dueSoon', 'answered', 'all'] as const
export type ReviewView = (typeof reviewViews)[number]

export interface QueueFilter {
  states?: ReviewState[] | null
  causes?: Cause[] | null
  assignee?: string | null
  dueBefore?: Day | null
  enterprise?: string | null
  requirementSet?: string | null
}

type Asking = Pick<Context, 'actor' | 'today'>

/** 기한 임박: due within so many days, or late. */
const soonDays = 3

const openStates = `('submitted', 'in_review', 'returned', 're_review')`
export const isAnsweredSql = (row: string) => `(${row}.state = 'submitted' and ${row}.times_returned > 0)`

/** The cases a view shows; every view starts from what who asks may see. */
export function inView(conditions: Conditions, view: ReviewView, { actor, today }: Asking): void {
  const viewer = `${conditions.value(actor.personId)}::uuid`
  conditions.add(isReviewOf('t', viewer))
  if (view === 'mine') conditions.add(`t.assignee_id = ${viewer} and t.state in ${openStates}`)
  if (view === 'unassigned') conditions.add(`t.assignee_id is null and t.state in ${openStates}`)
  if (view === 'dueSoon')
    conditions.add(
      `t.due_on <= ${conditions.value(addDays(today, soonDays))}::date and t.state in ${openStates}`,
    )
  if (view === 'answered') conditions.add(isAnsweredSql('t'))
}

/** An id of another kind, or of nothing, finds nothing: what may not be seen looks the same. */
export function narrow(conditions: Conditions, filter: QueueFilter): void {
  const { states, causes, assignee, dueBefore, enterprise, requirementSet } = filter
  if (states != null) conditions.add(`t.state = any(${conditions.value(states)}::text[])`)
  if (causes != null) conditions.add(`t.cause = any(${conditions.value(causes)}::text[])`)
  if (dueBefore != null) conditions.add(`t.due_on < ${conditions.value(dueBefore)}::date`)
  const ids = { assignee_id: ['person', assignee], enterprise_id: ['enterprise', enterprise] } as const
  for (const [column, [tag, id]] of Object.entries(ids))
    if (id != null) conditions.add(`t.${column} = ${conditions.value(uuidOf(tag, id))}::uuid`)
  if (requirementSet != null)
    conditions.add(
      `t.requirement_set_id = ${conditions.value(uuidOf('requirementset', requirementSet))}::uuid`,
    )
}

function uuidOf(tag: string, id: string): string | null {
  const parsed = parseGlobalId(id)
  return parsed?.tag === tag && isUuid(parsed.key) ? parsed.key : null
}

export const reviewSorts = ['queue', 'due', 'newest', 'oldest', 'enterprise'] as const
export type ReviewSort = (typeof reviewSorts)[number]

/** Late first, then what has come back corrected, then by the day it is due; what waits for the enterprise below that. */
const urgency = (today: Day) => `(
  case when t.state = 'returned' then 3 when t.state not in ${openStates} then 4
    when t.due_on < '${today}'::date then 0 when ${isAnsweredSql('t')} then 1 else 2 end * 1000000
  + coalesce(t.due_on - '1900-01-01'::date, 999999))::bigint`

export function orderOf(sort: ReviewSort, today: Day): Order {
  const order = (key: string, type: Order['type'], isDescending = false, isNullable = false): Order => ({
    name: `reviews:${sort}`,
    key,
    type,
    isNullable,
    isDescending,
    id: { column: 't.id', type: 'uuid' },
  })
  if (sort === 'queue') return order(urgency(today), 'bigint')
  if (sort === 'due') return order(`coalesce(t.due_on - '1900-01-01'::date, 999999)::bigint`, 'bigint')
  if (sort === 'enterprise')
    return order('(select e.name from enterprise e where e.id = t.enterprise_id)', 'text')
  return order('t.opened_at', 'timestamptz', sort === 'newest')
}

/** How many cases each view shows; the same conditions, so that the figure on the tab is the list below it. */
export async function countViews(ctx: Context): Promise<Record<ReviewView, number>> {
  const soon = addDays(ctx.today, soonDays)
  return readFor(
    ctx,
    `select json_build_object(
       'mine', count(*) filter (where t.assignee_id = $1::uuid and t.state in ${openStates}),
       'unassigned', count(*) filter (where t.assignee_id is null and t.state in ${openStates}),
       'dueSoon', count(*) filter (where t.due_on <= $2::date and t.state in ${openStates}),
       'answered', count(*) filter (where ${isAnsweredSql('t')}),
       'all', count(*))::text as json
     from review t where ${isReviewOf('t', '$1::uuid')}`,
    [ctx.actor.personId, soon],
  )
}
