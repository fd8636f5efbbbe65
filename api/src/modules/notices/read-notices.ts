import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { isNoticeTo } from './notice.shape.ts'

const mostAtOnce = 100

/** 읽음 — what the person was told and has seen; null: everything. Returns how many are left. */
export function markNoticesRead(ctx: Context, ids: readonly string[] | null): Promise<number> {
  const id = personOf(ctx)
  if (ids !== null && ids.length > mostAtOnce)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`ids\` names ${ids.length}; at most ${mostAtOnce} at a time.`,
      'ids',
    )
  return inScope(ctx, async ctx => {
    const own = isNoticeTo('n', '$1::uuid', '$2::timestamptz')
    const count = await readInside<number>(
      ctx.em,
      `with seen as (
         update notice n set read_at = $2::timestamptz
         where ${own} and n.read_at is null and ($3::uuid[] is null or n.id = any($3::uuid[])) returning 1)
       select count(*)::text as json from seen`,
      [id, ctx.now, ids],
    )
    record(ctx, 'notice.read', { type: 'person', id }, { count })
    return readInside<number>(
      ctx.em,
      `select count(*)::text as json from notice n where ${own} and n.read_at is null`,
      [id, ctx.now],
    )
  })
}
