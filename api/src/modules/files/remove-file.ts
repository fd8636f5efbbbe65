import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { isFileUsed } from './file-uses.ts'
import { findFile } from './read-file.ts'

/** 파일 지우기 — by the enterprise itself, while nothing rests on it. The row stays, the content goes with the sweep. */
export function removeEvidenceFile(ctx: Context, id: string): Promise<boolean> {
  requireRole(ctx, 'enterprise')
  return inScope(ctx, async inside => {
    const { em, now } = inside
    const file = await findFile(inside, id)
    // Held until the end: whoever attaches it meanwhile waits, and finds it gone.
    await em.execute('select 1 from evidence_file where id = ? for update', [id])
    const [row] = await em.execute<{ used: boolean }[]>(
      `select ${isFileUsed('f.id')} as used from evidence_file f where f.id = ?`,
      [id],
    )
    if (row?.used !== false)
      throw new Refusal('WRONG_STATE', '신청이나 증빙에 쓰인 파일입니다. 거기서 먼저 빼 주세요.', 'id')
    file.state = 'removed'
    file.removedAt = now
    record(inside, 'file.removed', { type: 'file', id }, { sha256: file.sha256 })
    return true
  })
}
