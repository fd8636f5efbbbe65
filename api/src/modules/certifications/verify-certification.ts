import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { assertNoTies } from '../enterprises/assert-no-ties.ts'
import type { CertificationClaim } from './certification-claim.entity.ts'
import { Certification } from './certification.entity.ts'
import { assertIn, lockClaim } from './change-claim.ts'

/** 인증 확인 — staff say what came of looking; from then on it counts, or stays what it was with the reason beside it. */
export function verifyCertification(
  ctx: Context,
  id: string,
  expectedVersion: number,
  { isConfirmed, reason }: { isConfirmed: boolean; reason: string },
): Promise<void> {
  return inScope(ctx, async ctx => {
    const claim = await lockClaim(ctx, id)
    const enterpriseId = claim.enterprise.id
    await assertNoTies(ctx, enterpriseId)
    assertIn(claim.state, ['claimed'])
    const why = lineOfText(reason, 'reason', 1_000)
    // Held against the version first: what was corrected meanwhile is not what has been looked at.
    await saveChanges(ctx, {
      row: claim,
      expectedVersion,
      stored: claim,
      patch: { state: isConfirmed ? 'confirmed' : 'refused', decidedFor: why },
      event: isConfirmed ? 'certification.confirmed' : 'certification.refused',
      subject: { type: 'enterprise', id: enterpriseId },
    })
    if (isConfirmed) await enter(ctx, claim)
  })
}

/** What was stated becomes one that counts, with the documents it rests on. */
async function enter(ctx: Context, claim: CertificationClaim): Promise<void> {
  const { em, now, today } = ctx
  const { enterprise, kindCode, number, issuer, issuedOn, validFrom, validUntil } = claim
  if (await em.findOne(Certification, { enterprise: enterprise.id, kindCode, number }))
    throw new Refusal('WRONG_STATE', '같은 종류와 번호의 인증이 이미 있습니다. 신고를 거절해 주세요.', 'id')
  const certification = em.create(Certification, {
    ...{ id: newId(), enterprise: enterprise.id, kindCode, number, issuer },
    ...{ issuedOn: issuedOn ?? null, validFrom, validUntil: validUntil ?? null },
    ...{ source: 'enterprise', sourceAsOf: today, createdAt: now, updatedAt: now },
  })
  await em.flush()
  claim.certification = em.getReference(Certification, certification.id, { wrapped: true })
  await em.flush()
  await em.execute('update evidence set certification_id = ?, claim_id = null where claim_id = ?', [
    certification.id,
    claim.id,
  ])
}
