import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import { readJson } from '../../platform/read/read.ts'
import { ledgerEnd, type LedgerCursor } from './read-ledger.ts'

/** A step of a reader through the ledger. */
export interface Move {
  /** Of the reader. */
  name: string
  from: LedgerCursor
  to: LedgerCursor
}

/** Where a reader is. On its very first run that is the end: what came before is not its to tell. */
export async function placeOf(em: EntityManager, name: string): Promise<LedgerCursor> {
  const known = await knownPlace(em, name)
  if (known !== null) return known
  const { tx, id } = await ledgerEnd(em)
  return readJson<LedgerCursor>(
    em,
    `insert into consumer as c (name, last_tx, last_id) values ($1, $2::xid8, $3)
     on conflict (name) do update set name = c.name
     returning json_build_object('tx', last_tx::text, 'id', last_id::text)::text as json`,
    [name, tx, id],
  )
}

const knownPlace = (em: EntityManager, name: string) =>
  readJson<LedgerCursor | null>(
    em,
    `select (select json_build_object('tx', last_tx::text, 'id', last_id::text)::text
             from consumer where name = $1) as json`,
    [name],
  )

/** Moves a reader in the transaction of `em`; false when another process has moved it first. */
export async function movePlace(em: EntityManager, { name, from, to }: Move): Promise<boolean> {
  const { numAffectedRows } = await em
    .getKysely()
    .executeQuery(
      CompiledQuery.raw(
        `update consumer set last_tx = $2::xid8, last_id = $3 where name = $1 and last_tx = $4::xid8 and last_id = $5`,
        [name, to.tx, to.id, from.tx, from.id],
      ),
    )
  return numAffectedRows === 1n
}
