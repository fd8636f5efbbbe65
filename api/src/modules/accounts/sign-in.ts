import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { beginAttempt, noteRight, noteWrong } from './attempts.ts'
import { needsSecondFactor } from './center-rules.ts'
import { checkPassword, hashPassword, nobodysHash } from './password-hash.ts'
import { checkNewPassword } from './password-rules.ts'
import { Person } from './person.entity.ts'
import { personOf } from './require-role.ts'
import type { SessionContext } from './session-context.ts'
import { Session, type SessionStage } from './session.entity.ts'
import { beginSession, currentSession, type Begun } from './session.ts'

/**
 * Signs in by address and password. Somebody who does not exist, has no password yet or is disabled costs the same
 * time and gets the same answer as a wrong password.
 */
export async function signIn(ctx: SessionContext, email: string, password: string): Promise<Begun> {
  const address = addressOf(email)
  const attempt = await beginAttempt(ctx, 'password', address)
  const person = await ctx.em.findOne(Person, { email: address }, { populate: ['passwordHash'] })
  const { isRight, isOld } = await checkPassword(password, person?.passwordHash ?? nobodysHash)
  if (person === null || !isRight || person.disabledAt != null) throw await noteWrong(ctx, attempt)
  await noteRight(ctx, attempt)
  if (isOld) person.passwordHash = await hashPassword(password)
  return beginSession(ctx, person, 'password', await stageOf(ctx, person))
}

/** What still stands between the right password and an open session. */
export async function stageOf(ctx: SessionContext, person: Person): Promise<SessionStage> {
  if (person.otpConfirmedAt != null) return 'second_factor'
  return (await needsSecondFactor(ctx, person)) ? 'enrolment' : 'open'
}

/** Gives the person of this session another password, and ends every other session of theirs. */
export async function changePassword(
  ctx: SessionContext,
  current: string,
  password: string,
): Promise<boolean> {
  const id = personOf(ctx)
  const person = await ctx.em.findOneOrFail(Person, { id }, { populate: ['passwordHash'] })
  const attempt = await beginAttempt(ctx, 'password', person.email)
  const { isRight } = await checkPassword(current, person.passwordHash ?? nobodysHash)
  if (!isRight) throw await noteWrong(ctx, attempt)
  await noteRight(ctx, attempt)
  await setPassword(person, password)
  const session = await currentSession(ctx)
  await ctx.em.transactional(async em => {
    await em.nativeDelete(Session, { person: { id }, ...(session && { id: { $ne: session.id } }) })
    record({ ...ctx, em }, 'password.changed', { type: 'person', id })
  })
  return true
}

/** The new password, in the unit of work. */
export async function setPassword(person: Person, password: string): Promise<void> {
  person.passwordHash = await newHash(password, person)
}

/** Of a password that may be chosen by who it is for. */
export function newHash(password: string, person: { email: string; name: string }): Promise<string> {
  checkNewPassword(password, person)
  return hashPassword(password)
}

/** 이메일 — as it is stored: composed, without spaces around, in small letters. */
export function addressOf(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** An address that somebody gives for the first time. */
export function newAddress(email: string): string {
  const address = addressOf(email)
  if (
    address.length <= 254 &&
    /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(address) &&
    address.isWellFormed()
  )
    return address
  throw new Refusal('BAD_USER_INPUT', '`email` is no e-mail address; expected e.g. name@example.kr.', 'email')
}

/** Ends one session of the person who asks. */
export async function revokeSession(ctx: SessionContext, sessionId: string): Promise<boolean> {
  const id = personOf(ctx)
  const session = await ctx.em.findOneOrFail(
    Session,
    { id: sessionId, person: { id } },
    { failHandler: () => new Refusal('NOT_FOUND', 'You have no such session.', 'id') },
  )
  ctx.em.remove(session)
  record(ctx, 'session.revoked', { type: 'person', id }, { session: sessionId })
  await ctx.em.flush()
  return true
}
