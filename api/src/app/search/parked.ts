import type { EntityManager } from '@mikro-orm/postgresql'
import type { DocumentType, EngineHealth } from '@panro/search'
import { poolOf, readJson } from '../../platform/read/read.ts'

export type EngineName = EngineHealth['engine']

/** 보류 문서 — a document that an engine has refused; it waits aside so that the others can go on. */
export interface RefusedDocument {
  id: string
  type: DocumentType
  reason: string
}

export async function park(
  em: EntityManager,
  engine: EngineName,
  refused: readonly RefusedDocument[],
): Promise<void> {
  if (refused.length === 0) return
  const pool = await poolOf(em)
  await pool.query(
    `insert into parked_document (engine, type, id, reason)
     select $1, r.type, r.id, r.reason from json_to_recordset($2::json) r(type text, id uuid, reason text)
     on conflict (engine, type, id)
       do update set reason = excluded.reason, attempts = parked_document.attempts + 1, last_attempt_at = now()`,
    [engine, JSON.stringify(refused)],
  )
}

/** These have been taken, or are no longer to be found: nothing is parked of them any more. */
export async function unpark(em: EntityManager, engine: EngineName, ids: readonly string[]): Promise<void> {
  const pool = await poolOf(em)
  await pool.query('delete from parked_document where engine = $1 and id = any($2::uuid[])', [engine, ids])
}

export const readParked = (
  em: EntityManager,
  engine: EngineName,
): Promise<Pick<RefusedDocument, 'id' | 'type'>[]> =>
  readJson(
    em,
    `select coalesce(json_agg(json_build_object('id', id, 'type', type)), '[]')::text as json
     from parked_document where engine = $1`,
    [engine],
  )

export const countParked = (em: EntityManager, engine: EngineName): Promise<number> =>
  readJson(em, 'select count(*)::text as json from parked_document where engine = $1', [engine])
