import type { EntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'

interface FileKey {
  centerId: string
  sha256: string
}

/** Keeps a file under what it holds: the same bytes once for each centre. */
export async function keepFile(
  em: EntityManager,
  { centerId, sha256 }: FileKey,
  bytes: Buffer,
  now: Date,
): Promise<void> {
  await sql`insert into import_file (center_id, sha256, bytes, created_at)
    values (${centerId}, ${sha256}, ${bytes}, ${now}) on conflict do nothing`.execute(em.getKysely())
}

export async function readFile(em: EntityManager, { centerId, sha256 }: FileKey): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from import_file where center_id = ${centerId} and sha256 = ${sha256}`.execute(
    em.getKysely(),
  )
  const [file] = rows
  if (file) return file.bytes
  throw new Refusal('WRONG_STATE', '파일을 더는 보관하고 있지 않습니다. 파일을 다시 올려 주세요.', 'id')
}

/** Files that no run will read any more: all their runs are applied, cancelled or expired. */
export async function dropUnusedFiles(em: EntityManager): Promise<void> {
  await sql`delete from import_file f where not exists (
    select 1 from import_run r where r.center_id = f.center_id and r.sha256 = f.sha256
      and r.state in ('uploaded', 'checking', 'previewed', 'failed', 'applying', 'moved', 'interrupted'))`.execute(
    em.getKysely(),
  )
}
