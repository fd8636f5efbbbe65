import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { assertNoTies } from '../enterprises/assert-no-ties.ts'
import { assertVersion, lockCredential } from './change-passport.ts'
import { Verification } from './credential.entity.ts'

export interface Look {
  isConfirmed: boolean
  method: string
  nextCheckOn: Day | null
}

/** 공급역량 확인 — what came of looking at the words of one version. */
export function verifyClaim(ctx: Context, id: string, expectedVersion: number, look: Look): Promise<void> {
  return inScope(ctx, async ctx => {
    const { em, actor, today } = ctx
    const credential = await lockCredential(ctx, id)
    await assertNoTies(ctx, credential.enterprise.id)
    await assertVersion(ctx, credential, expectedVersion)
    const { nextCheckOn } = look
    if (nextCheckOn !== null && nextCheckOn <= today)
      throw new Refusal('BAD_USER_INPUT', '다음 확인일은 오늘보다 뒤여야 합니다.', 'nextCheckOn')
    const result = look.isConfirmed ? 'confirmed' : 'not_confirmed'
    const method = lineOfText(look.method, 'method', 200)
    em.create(Verification, {
      ...{ id: newId(), credential: id, result, verifiedOn: today, method, nextCheckOn },
      ...{ by: actor.personId, claimVersion: expectedVersion },
    })
    record(
      ctx,
      'credential.verified',
      { type: 'credential', id },
      { result, method, version: expectedVersion },
    )
  })
}
