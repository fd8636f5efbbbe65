import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { ledgerStart, readLedger, type LedgerCursor } from '../audit/read-ledger.ts'
import { holdTasks, openTask } from './tasks.ts'

const name = 'vetting-list-changes'
const stretch = 1_000

/**
 * 명단 변경 — follows the ledger: what an import has found to be cancelled, returned or gone becomes a case for the
 * desk, and changes nothing by itself. The place in the ledger moves with the cases, both or neither. True: there is
 * more to read.
 */
export async function followListChanges(ctx: Context): Promise<boolean> {
  const from = await placeOf(ctx.em)
  const entries = await readLedger(ctx.em, from, stretch)
  const last = entries.at(-1)
  if (!last) return false
  const found = entries.filter(entry => entry.name === 'import.cancellation_found').map(({ id }) => id)
  await ctx.em.transactional(async em => {
    if (!(await holdTasks(em)) || !(await move(em, from, last))) return
    for (const task of await findings(em, found))
      await openTask({ ...ctx, em }, { ...task, cause: 'list_change' })
  })
  return entries.length === stretch
}

const placeOf = (em: EntityManager): Promise<LedgerCursor> =>
  readInside<LedgerCursor>(
    em,
    `select coalesce((select json_build_object('tx', last_tx::text, 'id', last_id::text) from consumer where name = $1),
       json_build_object('tx', $2::text, 'id', $3::text))::text as json`,
    [name, ledgerStart.tx, ledgerStart.id],
  )

/** False when another process has moved it meanwhile. */
const move = (em: EntityManager, from: LedgerCursor, to: LedgerCursor): Promise<boolean> =>
  readInside<boolean>(
    em,
    `with moved as (
       insert into consumer as c (name, last_tx, last_id) values ($1, $2::xid8, $3)
       on conflict (name) do update set last_tx = excluded.last_tx, last_id = excluded.last_id
         where c.last_tx = $4::xid8 and c.last_id = $5
       returning 1)
     select exists (select 1 from moved)::text as json`,
    [name, to.tx, to.id, from.tx, from.id],
  )

interface Finding {
  enterpriseId: string
  certificationId: string
  detail: string
}

const words = `case l.detail->>'how' when 'cancelled' then '취소' when 'returned' then '반납' else '명단에서 사라짐' end`

const findings = (em: EntityManager, ids: string[]): Promise<Finding[]> =>
  readInside(
    em,
    `select coalesce(json_agg(json_build_object(
       'enterpriseId', l.subject_id, 'certificationId', c.id,
       'detail', '공식 명단: ' || k.name || ' ' || ${words} || coalesce(' (' || (l.detail->>'on') || ')', '')
     ) order by l.id), '[]')::text as json
     from ledger l join certification c on c.id::text = l.detail->>'certification'
     join certification_kind k on k.code = c.kind_code
     where l.id = any($1::bigint[])`,
    [ids],
  )
