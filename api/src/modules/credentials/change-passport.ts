import { LockMode, type EntityClass } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { staleSave } from '../audit/stale-save.ts'
import { atDesk, lockDesk } from '../enterprises/find-desk.ts'
import { checkedClaim, type ClaimOfKind } from './claim-values.ts'
import {
  Credential,
  DeliveryRecord,
  DeliveryTerms,
  SupplyCapacity,
  type CredentialKind,
} from './credential.entity.ts'

const tables: Record<CredentialKind, EntityClass<SupplyCapacity | DeliveryRecord | DeliveryTerms>> = {
  supply_capacity: SupplyCapacity,
  delivery_record: DeliveryRecord,
  delivery_terms: DeliveryTerms,
}

/** 공급역량 적기 — unconfirmed until staff have looked. Returns its key. */
export function stateClaim(ctx: Context, enterpriseId: string, said: ClaimOfKind): Promise<string> {
  return inScope(ctx, async ctx => {
    const { em, now, today } = ctx
    const enterprise = await lockDesk(ctx, enterpriseId, 'enterpriseId')
    const { kind, categoryCode, values } = await checkedClaim(ctx, said)
    const id = newId()
    const credential = { id, enterprise, kind, categoryCode, statedOn: today, createdAt: now, updatedAt: now }
    em.create(Credential, credential)
    await em.flush()
    em.create(tables[kind], { credential: id, ...values })
    const changes = Object.fromEntries(
      Object.entries({ categoryCode, ...values }).map(([field, to]) => [field, { from: null, to }]),
    )
    record(ctx, 'credential.stated', { type: 'credential', id }, { kind, of: id, version: 1, changes })
    return id
  })
}

/** 공급역량 고치기 — other words than those that were looked at: the earlier look stays on record and covers them no longer. */
export function changeClaim(
  ctx: Context,
  id: string,
  expectedVersion: number,
  said: ClaimOfKind,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const { em, today } = ctx
    const credential = await lockCredential(ctx, id)
    const { kind, categoryCode, values } = await checkedClaim(ctx, said)
    if (kind !== credential.kind)
      throw new Refusal('BAD_USER_INPUT', '다른 종류로는 바꿀 수 없습니다. 새로 적어 주세요.', 'claim')
    const detail = await em.findOneOrFail(tables[kind], { credential: id })
    // The words stand in two tables; one version covers both.
    const stored = { ...detail, categoryCode: credential.categoryCode ?? null }
    const patch = { categoryCode, ...values }
    const row = credential
    const saved = await saveChanges(ctx, {
      ...{ row, expectedVersion, stored, patch, event: 'credential.updated' },
      ...{ subject: { type: 'credential', id }, detail: { kind } },
    })
    if (!saved) return
    Object.assign(credential, { categoryCode, statedOn: today })
    Object.assign(detail, values)
  })
}

/** 공급역량 내리기 — shown and counted no longer; kept on record. */
export function withdrawClaim(
  ctx: Context,
  id: string,
  expectedVersion: number,
  reason: string | null,
): Promise<string> {
  return inScope(ctx, async ctx => {
    const credential = await lockCredential(ctx, id)
    const subject = { type: 'credential', id }
    await assertVersion(ctx, credential, expectedVersion)
    credential.withdrawnAt = ctx.now
    credential.updatedAt = ctx.now
    const why = reason === null ? null : lineOfText(reason, 'reason', 500)
    record(ctx, 'credential.withdrawn', subject, { kind: credential.kind }, why)
    return credential.enterprise.id
  })
}

export async function assertVersion(ctx: Context, row: Credential, expectedVersion: number): Promise<void> {
  if (row.version === expectedVersion) return
  const subject = { type: 'credential', id: row.id }
  const tell = (_field: string, value: unknown) => value
  throw await staleSave(ctx, { row, subject, expectedVersion, differing: [], tell })
}

export const lockCredential = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Credential,
    { id, withdrawnAt: null, enterprise: atDesk(ctx) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      lockTableAliases: ['c0'],
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such claim.', 'id'),
    },
  )
