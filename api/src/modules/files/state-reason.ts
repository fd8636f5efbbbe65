import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { findFile } from './read-file.ts'

const shortest = 10

/** 열람 이유 — why somebody reads personal data of others; it stands in the ledger, beside every reading that follows. */
export function stateReadingReason(ctx: Context, id: string, reason: string): Promise<string> {
  requireRole(ctx, 'enterprise', 'staff', 'lead')
  return inScope(ctx, async inside => {
    const file = await findFile(inside, id)
    const why = lineOfText(reason, 'reason')
    if ([...why].length < shortest)
      throw new Refusal('BAD_USER_INPUT', `열람 이유를 ${shortest}자 이상 적어 주세요.`, 'reason')
    record(inside, 'file.reason_stated', { type: 'file', id: file.id }, {}, why)
    return file.id
  })
}
