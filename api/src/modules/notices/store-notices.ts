import type { Context } from '../../platform/context.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { movePlace, type Move } from '../audit/place.ts'
import type { LedgerRow } from '../audit/read-ledger.ts'
import { record } from '../audit/record.ts'
import { makeNotices } from './make-notices.ts'
import { unmailed } from './notice-choices.ts'
import { withdrawals } from './notice-rules.ts'

/**
 * Puts what a stretch of the ledger tells into the outbox and moves the reader's place, both or neither; false when
 * another process has moved it first.
 */
export function storeNotices(ctx: Context, entries: readonly LedgerRow[], move: Move): Promise<boolean> {
  return ctx.em.transactional(async em => {
    if (!(await movePlace(em, move))) return false
    const notices = await makeNotices(em, entries)
    const isUnmailed = await unmailed(
      em,
      notices.map(({ person_id }) => person_id),
    )
    const waiting = notices.map(notice => ({
      ...notice,
      created_at: ctx.now,
      next_try_at: notice.leaves_at,
      state: isUnmailed(notice.person_id, notice.kind) ? 'kept' : 'queued',
      attempts: 0,
    }))
    await insertRows(em, 'notice', waiting, {
      onConflict: 'on conflict (ledger_id, kind, person_id) do nothing',
    })
    for (const entry of entries) await withdraw({ ...ctx, em }, entry)
    return true
  })
}

/** 회수 — what has been undone is not told; the sender looks for itself as well (`waiting`). */
async function withdraw(ctx: Context, entry: LedgerRow) {
  const kinds = withdrawals.find(({ event }) => event === entry.name)?.kinds
  if (!kinds) return
  const gone = await readInside<{ id: string; kind: string }[]>(
    ctx.em,
    `with gone as (
       update notice set state = 'withdrawn' where subject_type = $1 and subject_id = $2::uuid and ledger_id < $3::bigint
         and kind = any($4::text[]) and state in ('queued', 'failed', 'kept') returning id, kind)
     select coalesce(json_agg(gone), '[]')::text as json from gone`,
    [entry.subjectType, entry.subjectId, entry.id, kinds],
  )
  for (const { id, kind } of gone) record(ctx, 'notice.withdrawn', { type: 'notice', id }, { kind })
}
