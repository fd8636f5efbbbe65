import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { inScope } from '../../../platform/scope.ts'
import { record } from '../../audit/record.ts'
import { findImport, requireStep } from '../find-import.ts'
import { ImportRun } from '../import-run.entity.ts'
import type { LineCounts } from '../lines.ts'
import { lockImports } from '../lock-imports.ts'
import { blockersOf } from './blockers.ts'
import { readDoneChanges, type DoneChange } from './done-changes.ts'
import { takeBack } from './take-back.ts'

/**
 * 되돌리기 — makes everything as it was before a list was applied, as a run of its own that takes the other's place.
 * All of it or nothing: where somebody has changed a row since, or built upon it, nothing is undone. What was found
 * for review stays found: that a list said so is true all the same.
 */
export function undoImport(ctx: Context, id: string): Promise<string> {
  return inScope(ctx, async inside => {
    const { em } = inside
    const run = await findImport(inside, id)
    requireStep(inside, run, 'undo')
    await lockImports(em)
    const changes = await readDoneChanges(em, id)
    await refuseBlocked(inside, changes)
    await takeBack(inside, run, changes)
    const undoing = em.create(ImportRun, undoingRun(inside, run, changes))
    run.state = 'undone'
    record(inside, 'import.undone', { type: 'import', id: undoing.id }, { undoes: id, kind: run.kind })
    record(inside, 'import.taken_back', { type: 'import', id }, { by: undoing.id })
    await em.flush()
    return undoing.id
  })
}

async function refuseBlocked({ em }: Context, changes: readonly DoneChange[]): Promise<void> {
  const blockers = await blockersOf(em, changes)
  const [first] = blockers
  if (first === undefined) return
  const lines = new Set(blockers.map(({ rowId }) => rowId)).size
  throw new Refusal(
    'CONFLICT',
    `${lines.toLocaleString('ko')}줄을 되돌릴 수 없어 아무것도 되돌리지 않았습니다. ${first.reason} 줄마다의 이유를 확인해 주세요.`,
    'id',
  )
}

function undoingRun({ now, actor }: Context, run: ImportRun, changes: readonly DoneChange[]) {
  const { kind, fileName, sha256, rows, centerId, encoding, header } = run
  const changed = new Set(changes.map(({ rowId }) => rowId)).size
  const lines: LineCounts = { created: 0, changed, same: 0, refused: 0, unmatched: 0, ended: 0, gone: 0 }
  return {
    ...{ id: newId(), kind, fileName, sha256, rows, centerId, encoding, header, undoesId: run.id },
    ...{ state: 'applied' as const, lines, changed: changes.length, done: rows },
    ...{ byId: actor.personId, createdAt: now, appliedAt: now },
  }
}
