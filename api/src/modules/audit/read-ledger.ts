import type { EntityManager } from '@mikro-orm/postgresql'
import { readJson } from '../../platform/read/read.ts'

/** How far a reader has come: transaction, then row. */
export interface LedgerCursor {
  tx: string
  id: string
}

export interface LedgerRow extends LedgerCursor {
  name: string
  subjectType: string
  subjectId: string
}

export const ledgerStart: LedgerCursor = { tx: '0', id: '0' }

/**
 * The next rows after a cursor, in the order in which all readers see them. A row is visible only when
 * every transaction that began before its own has ended: nothing can then still appear before it.
 */
export const readLedger = (
  em: EntityManager,
  { tx, id }: LedgerCursor,
  limit: number,
): Promise<LedgerRow[]> =>
  readJson(
    em,
    `select coalesce(json_agg(l), '[]')::text as json from (
       select e.tx::text, e.id::text, e.name, e.subject_type as "subjectType", e.subject_id as "subjectId" from ledger e
       where (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
       -- By the columns, not by their texts beside: as text 10 comes before 9.
       order by e.tx, e.id limit $3
     ) l`,
    [tx, id, limit],
  )

/** The cursor behind everything that can be read now; for a reader that has just taken stock of the rows themselves. */
export const ledgerEnd = async (em: EntityManager): Promise<LedgerCursor> =>
  (await readJson<LedgerCursor | null>(
    em,
    `select (select row_to_json(l)::text from (
       select e.tx::text, e.id::text from ledger e
       where e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx desc, e.id desc limit 1
     ) l) as json`,
    [],
  )) ?? ledgerStart

/** 지연 — what lies ahead of a reader. */
export interface LedgerLag {
  rows: number
  /** Age of the oldest of them; 0 without any. */
  seconds: number
}

/** Rows of open transactions included. */
export const ledgerLag = (em: EntityManager, { tx, id }: LedgerCursor): Promise<LedgerLag> =>
  readJson(
    em,
    `select json_build_object('rows', count(*),
       'seconds', greatest(0, coalesce(round(extract(epoch from now() - min(at)), 1), 0)))::text as json
     from ledger where (tx, id) > ($1::xid8, $2::bigint)`,
    [tx, id],
  )
