import { randomInt } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { beginAttempt, noteRight, noteWrong } from './attempts.ts'
import { Person } from './person.entity.ts'
import { personOf } from './require-role.ts'
import type { SessionContext } from './session-context.ts'
import { RecoveryCode, Session } from './session.entity.ts'
import { actingAs, beginSession, currentSession, hashOf, type Begun } from './session.ts'

/** One step of thirty seconds to either side: clocks of telephones go wrong by that much. */
const tolerance = 30
const recoveryCodes = 10

/** Gives the person a secret for their authenticator app; it counts once a code of it has been confirmed. */
export async function startSecondFactor(ctx: SessionContext): Promise<{ secret: string; uri: string }> {
  const person = await enrolling(ctx)
  const secret = generateSecret()
  person.otpSecret = secret
  record(actingAs(ctx, person), 'second-factor.begun', { type: 'person', id: person.id })
  await ctx.em.flush()
  return { secret, uri: generateURI({ issuer: 'Panro', label: person.email, secret }) }
}

/** Takes the second factor into use; the recovery codes are told here and never again. */
export async function confirmSecondFactor(
  ctx: SessionContext,
  code: string,
): Promise<{ codes: string[]; begun: Begun }> {
  const person = await enrolling(ctx)
  if (person.otpSecret == null) throw new Refusal('WRONG_STATE', 'Begin with `startSecondFactor`.')
  const attempt = await beginAttempt(ctx, 'code', person.id)
  if (!(await isFreshCode(ctx, person, code))) throw await noteWrong(ctx, attempt)
  await noteRight(ctx, attempt)
  person.otpConfirmedAt = ctx.now
  const codes = await renewCodes(ctx, person)
  record(actingAs(ctx, person), 'second-factor.confirmed', { type: 'person', id: person.id })
  return { codes, begun: await anew(ctx, person) }
}

/** 복구 코드 새로 받기 — for who has an app that works: ten new ones, and none of before opens any more. */
export async function renewRecoveryCodes(ctx: SessionContext, code: string): Promise<string[]> {
  const person = await withSecret(ctx, personOf(ctx))
  if (person.otpConfirmedAt == null) throw new Refusal('WRONG_STATE', 'You have no second factor.')
  await assertCode(ctx, person, code)
  return ctx.em.transactional(async em => {
    const codes = await renewCodes({ ...ctx, em }, person)
    record({ ...ctx, em }, 'second-factor.codes_renewed', { type: 'person', id: person.id })
    return codes
  })
}

async function renewCodes({ em }: Pick<SessionContext, 'em'>, { id: personId }: Person): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  await em.nativeDelete(RecoveryCode, { personId })
  for (const text of codes)
    em.create(RecoveryCode, { id: newId(), personId, codeHash: hashOf(text), usedAt: null })
  return codes
}

/** The second half of a sign-in: a code of the app, or a recovery code; each is good once. */
export async function verifySecondFactor(ctx: SessionContext, code: string): Promise<Begun> {
  const session = await currentSession(ctx)
  if (session?.stage !== 'second_factor')
    throw new Refusal('UNAUTHENTICATED', 'Sign in with your password first.')
  const person = await withSecret(ctx, session.person.id)
  await assertCode(ctx, person, code)
  return anew(ctx, person)
}

/** A code of the app or a recovery code, counted as an attempt; the secret of the person must be loaded. */
export async function assertCode(ctx: SessionContext, person: Person, code: string): Promise<void> {
  const attempt = await beginAttempt(ctx, 'code', person.id)
  const isRight = (await isFreshCode(ctx, person, code)) || (await isRecoveryCode(ctx, person, code))
  if (!isRight) throw await noteWrong(ctx, attempt)
  await noteRight(ctx, attempt)
}

/** Who may enrol: somebody signed in, or somebody whose sign-in waits for just that. */
async function enrolling(ctx: SessionContext): Promise<Person> {
  const session = await currentSession(ctx)
  if (session === null || session.stage === 'second_factor')
    throw new Refusal('UNAUTHENTICATED', 'Sign in first.')
  const person = await withSecret(ctx, session.person.id)
  if (person.otpConfirmedAt == null) return person
  throw new Refusal('WRONG_STATE', 'You have a second factor already; your centre’s lead can take it back.')
}

const withSecret = (ctx: SessionContext, id: string) =>
  ctx.em.findOneOrFail(Person, { id }, { populate: ['otpSecret'] })

/** The stage before had a token of its own, which ends with it. */
async function anew(ctx: SessionContext, person: Person): Promise<Begun> {
  const session = await currentSession(ctx)
  if (session) await ctx.em.nativeDelete(Session, { id: session.id })
  return beginSession(ctx, person, session?.method ?? 'password')
}

/** Whether it is a code of now, one step before or after, later than the last one taken. */
async function isFreshCode({ em, now }: SessionContext, person: Person, code: string): Promise<boolean> {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '')
  if (person.otpSecret == null || !/^\d{6}$/.test(token)) return false
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret: person.otpSecret, token, epoch, epochTolerance: tolerance })
  if (!result.valid || !('timeStep' in result)) return false
  // In the database, so that of two requests with one code only one passes.
  const later = { id: person.id, otpLastStep: { $lt: result.timeStep } }
  return (await em.fork().nativeUpdate(Person, later, { otpLastStep: result.timeStep })) === 1
}

async function isRecoveryCode({ em, now }: SessionContext, { id }: Person, code: string): Promise<boolean> {
  const text = code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const unused = { personId: id, codeHash: hashOf(text), usedAt: null }
  return (await em.fork().nativeUpdate(RecoveryCode, unused, { usedAt: now })) === 1
}

/** Letters and digits that cannot be taken for one another; 32 to the twelfth is out of reach of guessing. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newRecoveryCode = () => Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
