import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { needsSecondFactor } from './center-rules.ts'
import { Person } from './person.entity.ts'
import { personOf } from './require-role.ts'
import { assertCode } from './second-factor.ts'
import type { SessionContext } from './session-context.ts'
import { RecoveryCode, Session } from './session.entity.ts'
import { currentSession } from './session.ts'

/** 이름 변경 — as colleagues and letters call the person; the ledger keeps no names. */
export async function changeOwnName(ctx: SessionContext, name: string): Promise<Person> {
  const person = await ctx.em.findOneOrFail(Person, { id: personOf(ctx) })
  person.name = lineOfText(name, 'name', 60)
  record(ctx, 'person.renamed', { type: 'person', id: person.id })
  await ctx.em.flush()
  return person
}

/** Ends every session of the person but the one that asks; returns how many. */
export async function revokeOtherSessions(ctx: SessionContext): Promise<number> {
  const id = personOf(ctx)
  const session = await currentSession(ctx)
  return ctx.em.transactional(async em => {
    const others = { person: { id }, ...(session && { id: { $ne: session.id } }) }
    const count = await em.nativeDelete(Session, others)
    record({ ...ctx, em }, 'session.others_revoked', { type: 'person', id }, { count })
    return count
  })
}

/** 2단계 해제 — only with a code, and only where nobody demands a second factor. */
export async function removeSecondFactor(ctx: SessionContext, code: string): Promise<boolean> {
  const id = personOf(ctx)
  const person = await ctx.em.findOneOrFail(Person, { id }, { populate: ['otpSecret'] })
  if (person.otpConfirmedAt == null) throw new Refusal('WRONG_STATE', 'You have no second factor.')
  if (await needsSecondFactor(ctx, person))
    throw new Refusal('WRONG_STATE', 'Your centre demands a second factor; it cannot be taken off.')
  await assertCode(ctx, person, code)
  await ctx.em.transactional(async em => {
    await em.nativeUpdate(Person, { id }, { otpSecret: null, otpConfirmedAt: null })
    await em.nativeDelete(RecoveryCode, { personId: id })
    record({ ...ctx, em }, 'second-factor.removed', { type: 'person', id })
  })
  return true
}
