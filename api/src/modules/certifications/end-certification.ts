import type { Context } from '../../platform/context.ts'
import { isDay, type Day } from '../../platform/day.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { assertNoTies } from '../enterprises/assert-no-ties.ts'
import { lockCertification } from './amend-certification.ts'
import type { Certification } from './certification.entity.ts'

const ends = {
  cancelled: { column: 'cancelledOn', name: 'certification.cancelled' },
  returned: { column: 'returnedOn', name: 'certification.returned' },
} as const

/**
 * 취소, 반납 — ends a certification before its time, from a day on. The reason is required: it is what an
 * officer will be asked for. The ledger row speaks of the enterprise, whose standing has changed.
 */
export function endCertification(
  ctx: Context,
  id: string,
  how: keyof typeof ends,
  on: Day,
  reason: string,
): Promise<Certification> {
  return inScope(ctx, ctx => end(ctx, id, how, on, reason))
}

async function end(ctx: Context, id: string, how: keyof typeof ends, on: Day, reason: string) {
  if (!isDay(on)) throw new Refusal('BAD_USER_INPUT', '`on` is not a day that exists.', 'on')
  const why = lineOfText(reason, 'reason', 1_000)
  const certification = await lockCertification(ctx, id)
  await assertNoTies(ctx, certification.enterprise.id)
  if (certification.cancelledOn || certification.returnedOn)
    throw new Refusal('WRONG_STATE', 'The certification has been cancelled or returned already.', 'id')
  if (certification.validFrom && on < certification.validFrom)
    throw new Refusal(
      'BAD_USER_INPUT',
      `It began on ${certification.validFrom}; it cannot have ended before.`,
      'on',
    )
  const { column, name } = ends[how]
  certification[column] = on
  certification.updatedAt = ctx.now
  const enterprise = { type: 'enterprise', id: certification.enterprise.id }
  record(ctx, name, enterprise, { certification: id, kind: certification.kindCode, on }, why)
  await ctx.em.flush()
  return certification
}
