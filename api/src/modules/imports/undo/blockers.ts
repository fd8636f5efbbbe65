import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../../platform/context.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { inScope } from '../../../platform/scope.ts'
import { ImportRun } from '../import-run.entity.ts'
import type { Noun } from '../line-changes.ts'
import { idsOf, readDoneChanges, type DoneChange } from './done-changes.ts'
import { readReferences } from './references.ts'

/** A line that cannot be taken back, and why. */
export interface Blocker {
  rowId: string
  reason: string
}

/** Why a run cannot be undone: whatever somebody has changed since, or built upon. */
export async function blockersOf(em: EntityManager, changes: readonly DoneChange[]): Promise<Blocker[]> {
  const blockers: Blocker[] = []
  for (const noun of ['enterprise', 'certification', 'product', 'planned_purchase'] as const) {
    const ours = changes.filter(change => change.noun === noun)
    const versions = await readVersions(em, noun, ours)
    for (const { id, version, rowId } of ours) {
      const now = versions.get(id)
      if (now === undefined) blockers.push({ rowId, reason: '그 뒤 지워졌습니다.' })
      else if (now !== version) blockers.push({ rowId, reason: '가져온 뒤에 다른 사람이 고쳤습니다.' })
    }
  }
  blockers.push(...(await changedCategories(em, changes)))
  const lineOf = new Map(changes.map(({ noun, id, rowId }) => [`${noun} ${id}`, rowId]))
  for (const { noun, id, table } of await readReferences(em, changes)) {
    const rowId = lineOf.get(`${noun} ${id}`)
    if (rowId !== undefined)
      blockers.push({ rowId, reason: `새로 만든 것에 그 뒤 다른 자료(${table})가 이어졌습니다.` })
  }
  return blockers
}

async function readVersions(em: EntityManager, table: Noun, changes: readonly DoneChange[]) {
  if (changes.length === 0) return new Map<string, number>()
  const rows = await readInside<{ id: string; version: number }[]>(
    em,
    `select coalesce(json_agg(json_build_object('id', id, 'version', version)), '[]')::text as json
     from ${table} where id = any($1::uuid[])`,
    [changes.map(({ id }) => id)],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Categories keep no version: what they hold is compared. */
async function changedCategories(em: EntityManager, changes: readonly DoneChange[]): Promise<Blocker[]> {
  const ours = changes.filter(({ noun }) => noun === 'category')
  if (ours.length === 0) return []
  const rows = await readInside<{ code: string; name: string; nameEn: string | null }[]>(
    em,
    `select coalesce(json_agg(json_build_object('code', code, 'name', name, 'nameEn', name_en)), '[]')::text as json
     from category where code = any($1)`,
    [[...idsOf(ours, 'category', true), ...idsOf(ours, 'category', false)]],
  )
  const now = new Map(rows.map(row => [row.code, new Map<string, unknown>(Object.entries(row))]))
  return ours
    .filter(({ id, after }) =>
      Object.entries(after).some(([field, value]) => now.get(id)?.get(field) !== value),
    )
    .map(({ rowId }) => ({ rowId, reason: '가져온 뒤에 다른 사람이 고쳤습니다.' }))
}

interface BlockedRow {
  id: string
  message: string
}

/** The lines of an applied run that cannot be taken back, as rows that the preview shows. */
export function readUndoBlockers(ctx: Context, runId: string, most: number): Promise<BlockedRow[]> {
  return inScope(ctx, async ({ em }) => {
    const run = await em.findOne(ImportRun, { id: runId, state: 'applied', undoesId: null })
    if (run === null) return []
    const blockers = await blockersOf(em, await readDoneChanges(em, runId))
    const reasons = new Map(blockers.map(({ rowId, reason }) => [rowId, reason]))
    const rows = await readInside<{ rowId: string }[]>(em, blockedRows, [[...reasons.keys()], most])
    return rows.map(({ rowId, ...row }) => ({
      ...{ id: `importrow_${rowId}`, fields: [], meanwhile: [], message: reasons.get(rowId) ?? '', ...row },
    }))
  })
}

const blockedRows = `
  select coalesce(json_agg(b order by b."rowId"::bigint), '[]')::text as json from (
    select id::text as "rowId", sheet, nullif(row, 0) as row, verdict as kind, is_moved as "isMoved", key
    from import_row where id = any($1::bigint[]) order by id limit $2) b`
