import { createHash, randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { visitor, type Actor, type Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { DepartmentMember, EnterpriseMember, type Person } from './person.entity.ts'
import type { SessionContext, SignInSettings } from './session-context.ts'
import { Session, type SessionStage } from './session.entity.ts'

/** A session that has just begun. */
export interface Begun {
  /** Null where the browser keeps it in its cookie: no script of a page needs to see it. */
  token: string | null
  person: Person
  stage: SessionStage
  expiresAt: Date
}

type Method = Session['method']

/**
 * Opens a session and writes it into the ledger. Its token is always a new one: whoever knew the one before the sign-in
 * is left with nothing.
 */
export async function beginSession(
  ctx: SessionContext,
  person: Person,
  method: Method,
  stage: SessionStage = 'open',
): Promise<Begun> {
  const { em, now, token: before, cookie, settings } = ctx
  // Here, because here they are made: sessions that have ended open nothing and would only pile up.
  await em.nativeDelete(Session, {
    $or: [{ expiresAt: { $lte: now } }, { seenAt: { $lte: idleSince(ctx) } }],
  })
  if (before !== null && cookie !== null) await em.nativeDelete(Session, { tokenHash: hashOf(before) })
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + settings.longestHours * 3_600_000)
  const session = { tokenHash: hashOf(token), person, stage, method, createdAt: now, seenAt: now, expiresAt }
  em.create(Session, session)
  record(actingAs(ctx, person), 'session.began', { type: 'person', id: person.id }, { method, stage })
  await em.flush()
  cookie?.keep(token)
  return { token: cookie === null ? token : null, person, stage, expiresAt }
}

/** The person a sign-in has made out, before the request itself knows. */
export const actingAs = <Known extends Context>(ctx: Known, { id, role }: Person): Known => ({
  ...ctx,
  actor: { ...visitor, personId: id, role },
})

export async function signOut(ctx: SessionContext): Promise<boolean> {
  ctx.cookie?.forget('everything')
  const session = await currentSession(ctx)
  if (session === null) return false
  const person = session.person.getEntity()
  record(actingAs(ctx, person), 'session.ended', { type: 'person', id: person.id })
  ctx.em.remove(session)
  await ctx.em.flush()
  return true
}

/** Keeps the session of this request alive; what the request itself has done already, this says when it ends. */
export async function extendSession(ctx: SessionContext): Promise<Session> {
  const session = await currentSession(ctx)
  if (session?.stage !== 'open') throw new Refusal('UNAUTHENTICATED', 'Sign in first.')
  session.seenAt = ctx.now
  record(ctx, 'session.extended', { type: 'person', id: session.person.id })
  await ctx.em.flush()
  return session
}

/** The session of this request, whatever its stage. */
export async function currentSession(ctx: Pick<SessionContext, 'em' | 'now' | 'token' | 'settings'>) {
  if (ctx.token === null) return null
  const alive = { expiresAt: { $gt: ctx.now }, seenAt: { $gt: idleSince(ctx) } }
  const session = await ctx.em.findOne(
    Session,
    { tokenHash: hashOf(ctx.token), ...alive },
    { populate: ['person'] },
  )
  return session && session.person.getEntity().disabledAt == null ? session : null
}

interface Asked {
  em: EntityManager
  now: Date
  token: string | null
  settings: SignInSettings
}

/** Who a token belongs to; without one a visitor, and null when it is wrong or has ended. */
export async function actorOf(asked: Asked): Promise<Actor | null> {
  if (asked.token === null) return visitor
  const session = await currentSession(asked)
  if (!session) return null
  await noteSeen(asked, session)
  if (session.stage !== 'open') return visitor
  const person = session.person.getEntity()
  const memberships = await asked.em.find(EnterpriseMember, { personId: person.id })
  const posts = await asked.em.find(DepartmentMember, { personId: person.id })
  return {
    personId: person.id,
    role: person.role,
    centerId: person.centerId ?? null,
    enterpriseIds: memberships.map(({ enterpriseId }) => enterpriseId),
    departmentIds: posts.map(({ departmentId }) => departmentId),
  }
}

/** To the minute is enough, and spares every other request a write. */
const seenEveryMs = 60_000

async function noteSeen({ em, now }: Asked, session: Session) {
  if (now.getTime() - session.seenAt.getTime() < seenEveryMs) return
  await em.nativeUpdate(Session, { id: session.id }, { seenAt: now })
}

/** Who was last seen then or before has gone; the minute that `seenAt` may lag is given on top. */
const idleSince = ({ now, settings }: Pick<SessionContext, 'now' | 'settings'>) =>
  new Date(now.getTime() - settings.idleMinutes * 60_000 - seenEveryMs)

/** Only the hash is stored: a copy of the table opens no session. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
