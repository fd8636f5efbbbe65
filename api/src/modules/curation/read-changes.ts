import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../../platform/context.ts'
import { readFor, readRows } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { participationShape } from './participation.shape.ts'
import { isDesk } from './standing.ts'

const most = 1_000

/** What has changed in an event since a cursor; changes are numbered in the order in which they can be seen. */
export async function readChanges(ctx: Context, info: GraphQLResolveInfo, eventId: string, since: string) {
  if (!/^\d{1,18}$/.test(since))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`since` is not a cursor of this list; read `curation` anew.',
      'since',
    )
  if (!isDesk(ctx.actor)) return null
  const cursor = await readFor<string | null>(
    ctx,
    `select to_json((select coalesce(max(p.change_number), 0)::text from event e
       left join participation p on p.event_id = e.id
       where e.id = $1::uuid and e.center_id = scope_center() group by e.id))::text as json`,
    [eventId],
  )
  if (cursor === null) return null
  if (cursor === since) return { cursor, participations: [] }
  const participations = await readRows(ctx, info, {
    shape: participationShape,
    path: ['participations'],
    where: conditions => {
      conditions.add(`t.event_id = ${conditions.value(eventId)}::uuid and t.center_id = scope_center()`)
      conditions.add(`t.change_number > ${conditions.value(since)}::bigint`)
      conditions.add(`t.change_number <= ${conditions.value(cursor)}::bigint`)
    },
    orderBy: 't.change_number',
    limit: most,
  })
  return { cursor, participations }
}
