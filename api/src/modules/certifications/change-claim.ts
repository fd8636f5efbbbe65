import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { atDesk, lockDesk } from '../enterprises/find-desk.ts'
import { CertificationClaim, type CertificationClaimState } from './certification-claim.entity.ts'
import { CertificationKind } from './certification.entity.ts'

export interface ClaimValues {
  kindCode: string
  number: string
  issuer: string
  issuedOn: Day | null
  validFrom: Day
  validUntil: Day | null
}

/** 인증 적기 — what the enterprise says it holds; staff look, and only then it counts. Returns its key. */
export function addCertification(ctx: Context, enterpriseId: string, values: ClaimValues): Promise<string> {
  return inScope(ctx, async ctx => {
    const enterprise = await lockDesk(ctx, enterpriseId, 'enterpriseId')
    const checked = await checkedClaim(ctx, values)
    const id = newId()
    ctx.em.create(CertificationClaim, { id, enterprise, ...checked, createdAt: ctx.now, updatedAt: ctx.now })
    const changes = Object.fromEntries(
      Object.entries(checked).map(([field, to]) => [field, { from: null, to }]),
    )
    const subject = { type: 'enterprise', id: enterprise.id }
    record(ctx, 'certification.added', subject, { of: id, version: 1, changes })
    return id
  })
}

/** 정정 — of what nobody has confirmed yet; what was refused asks anew with it. */
export function correctCertification(
  ctx: Context,
  id: string,
  expectedVersion: number,
  values: ClaimValues,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const claim = await lockClaim(ctx, id)
    assertIn(claim.state, ['claimed', 'refused'])
    const checked = await checkedClaim(ctx, values)
    await saveChanges(ctx, {
      row: claim,
      expectedVersion,
      stored: claim,
      patch: { ...checked, state: 'claimed', decidedFor: null },
      event: 'certification.corrected',
      subject: { type: 'enterprise', id: claim.enterprise.id },
    })
  })
}

/** 거두기 — the row stays on record. */
export function withdrawCertification(ctx: Context, id: string, expectedVersion: number): Promise<string> {
  return inScope(ctx, async ctx => {
    const claim = await lockClaim(ctx, id)
    assertIn(claim.state, ['claimed', 'refused'])
    await saveChanges(ctx, {
      row: claim,
      expectedVersion,
      stored: claim,
      patch: { state: 'withdrawn' },
      event: 'certification.claim_withdrawn',
      subject: { type: 'enterprise', id: claim.enterprise.id },
    })
    return claim.enterprise.id
  })
}

export const lockClaim = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    CertificationClaim,
    { id, enterprise: atDesk(ctx) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      lockTableAliases: ['c0'],
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such certification.', 'id'),
    },
  )

export function assertIn(state: CertificationClaimState, allowed: readonly CertificationClaimState[]): void {
  if (allowed.includes(state)) return
  throw new Refusal('WRONG_STATE', '이미 확인이 끝났거나 거둔 인증입니다. 새로 적어 주세요.', 'id')
}

async function checkedClaim(ctx: Context, values: ClaimValues): Promise<ClaimValues> {
  const { kindCode, issuedOn, validFrom, validUntil } = values
  if (!(await ctx.em.findOne(CertificationKind, { code: kindCode })))
    throw refuse('kind', '없는 인증 종류입니다. `certificationKinds`에서 골라 주세요.')
  if (issuedOn !== null && issuedOn > ctx.today) throw refuse('issuedOn', '발급일이 오늘보다 뒤입니다.')
  if (validUntil !== null && validUntil < validFrom)
    throw refuse('validUntil', '유효 종료일이 시작일보다 앞섭니다.')
  return {
    ...{ kindCode, issuedOn, validFrom, validUntil },
    number: lineOfText(values.number, 'certification.number', 100),
    issuer: lineOfText(values.issuer, 'certification.issuer', 100),
  }
}

const refuse = (field: string, message: string) =>
  new Refusal('BAD_USER_INPUT', message, `certification.${field}`)
