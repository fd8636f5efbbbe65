import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { assertNoTies } from '../enterprises/assert-no-ties.ts'
import { keptBy } from '../enterprises/find-kept.ts'
import { Certification } from './certification.entity.ts'

/** What staff say a certification is; what is left out (undefined) stays. */
export interface Amendment {
  number?: string | null | undefined
  issuer?: string | null | undefined
  validFrom?: Day | null | undefined
  validUntil?: Day | null | undefined
  /** 취소·반납 기록 되돌리기: it was recorded as ended by mistake. */
  isEndTakenBack: boolean
}

/**
 * 등록된 인증 정정 — staff put right what was entered wrongly; a renewal is another certification, not this. The reason
 * is required, and the ledger row speaks of the enterprise, whose standing may have changed.
 */
export function amendCertification(
  ctx: Context,
  id: string,
  expectedVersion: number,
  amendment: Amendment,
  reason: string,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const certification = await lockCertification(ctx, id)
    const enterpriseId = certification.enterprise.id
    await assertNoTies(ctx, enterpriseId)
    await saveChanges(ctx, {
      row: certification,
      expectedVersion,
      stored: certification,
      patch: patchOf(certification, amendment),
      event: 'certification.amended',
      subject: { type: 'enterprise', id: enterpriseId },
      detail: { certification: id, kind: certification.kindCode },
      reason: lineOfText(reason, 'reason', 1_000),
    })
  })
}

function patchOf(stored: Certification, amendment: Amendment) {
  const { number, issuer, validFrom, validUntil, isEndTakenBack } = amendment
  const from = validFrom === undefined ? stored.validFrom : validFrom
  const until = validUntil === undefined ? stored.validUntil : validUntil
  if (from && until && until < from)
    throw new Refusal('BAD_USER_INPUT', '유효 종료일이 시작일보다 앞섭니다.', 'validUntil')
  if (isEndTakenBack && !stored.cancelledOn && !stored.returnedOn)
    throw new Refusal('WRONG_STATE', '취소나 반납으로 기록된 인증이 아닙니다.', 'isEndTakenBack')
  return {
    number: lineOrNothing(number, 'number', 100),
    issuer: lineOrNothing(issuer, 'issuer', 100),
    ...{ validFrom, validUntil },
    // Whoever knows the first day knows the dates.
    ...(validFrom && { hasUnknownDates: false }),
    ...(isEndTakenBack && { cancelledOn: null, returnedOn: null }),
  }
}

export const lockCertification = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Certification,
    { id, enterprise: keptBy(ctx) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      lockTableAliases: ['c0'],
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such certification.', 'id'),
    },
  )
