import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { Person } from './person.entity.ts'
import { personOf } from './require-role.ts'
import { RecoveryCode, Session } from './session.entity.ts'

/** 사용 중지 — from the next request on nothing opens for them; or lets them in again. */
export async function setStaffDisabled(ctx: Context, id: string, isDisabled: boolean, reason: string | null) {
  if (id === personOf(ctx))
    throw new Refusal('WRONG_STATE', 'Nobody disables themselves; ask another lead.', 'id')
  return inScope(ctx, async ctx => {
    const person = await findColleague(ctx, id)
    person.disabledAt = isDisabled ? ctx.now : null
    if (isDisabled) await ctx.em.nativeDelete(Session, { person: { id } })
    record(ctx, isDisabled ? 'person.disabled' : 'person.enabled', { type: 'person', id }, {}, reason)
    return person
  })
}

/** 역할 변경 — what a colleague does at the centre; they sign in anew as what they are now. */
export async function changeStaffRole(ctx: Context, id: string, role: 'staff' | 'lead') {
  if (id === personOf(ctx))
    throw new Refusal('WRONG_STATE', 'Nobody changes their own role; ask another lead.', 'id')
  return inScope(ctx, async ctx => {
    const person = await findColleague(ctx, id)
    const from = person.role
    if (from === role) throw new Refusal('WRONG_STATE', `The colleague is ${role} already.`, 'role')
    person.role = role
    await ctx.em.nativeDelete(Session, { person: { id } })
    record(ctx, 'person.role_changed', { type: 'person', id }, { from, to: role })
    return person
  })
}

/** For somebody who has lost app and recovery codes: they enrol anew. */
export async function resetSecondFactor(ctx: Context, id: string, reason: string | null) {
  return inScope(ctx, async ctx => {
    const person = await findColleague(ctx, id)
    person.otpSecret = null
    person.otpConfirmedAt = null
    await ctx.em.nativeDelete(RecoveryCode, { personId: id })
    await ctx.em.nativeDelete(Session, { person: { id } })
    record(ctx, 'second-factor.reset', { type: 'person', id }, {}, reason)
    return person
  })
}

/** Of the lead's own centre; somebody of another one and somebody who never was look the same. */
export const findColleague = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Person,
    { id, centerId: ctx.actor.centerId ?? newId() },
    { failHandler: () => new Refusal('NOT_FOUND', 'Your centre has no such colleague.', 'id') },
  )
