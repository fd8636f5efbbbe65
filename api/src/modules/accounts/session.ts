import { createHash, randomBytes } from 'node:crypto'
import { visitor, type Actor, type Context } from '../../platform/context.ts'
import { EnterpriseMember, Session, type Person } from './person.entity.ts'
import type { SessionContext } from './session-context.ts'

const sessionHours = 8

/** A session that has just begun. */
export interface Begun {
  /** Null where the browser keeps it in its cookie: no script of a page needs to see it. */
  token: string | null
  person: Person
  expiresAt: Date
}

/** Opens a session. Its token is always a new one: whoever knew the one before the sign-in is left with nothing. */
export async function beginSession(ctx: SessionContext, person: Person): Promise<Begun> {
  const { em, now, token: before, cookie } = ctx
  // Here, because here they are made: sessions that have ended open nothing and would only pile up.
  await em.nativeDelete(Session, { expiresAt: { $lte: now } })
  if (before !== null && cookie !== null) await em.nativeDelete(Session, { tokenHash: hashOf(before) })
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  em.create(Session, { tokenHash: hashOf(token), person, createdAt: now, expiresAt })
  await em.flush()
  cookie?.keep(token)
  return { token: cookie === null ? token : null, person, expiresAt }
}

export async function signOut({ em, actor, token, cookie }: SessionContext): Promise<boolean> {
  cookie?.forget()
  if (actor.personId === null || token === null) return false
  return (await em.nativeDelete(Session, { tokenHash: hashOf(token) })) > 0
}

/** Who a token belongs to; without one a visitor, and null when it is wrong or has ended. */
export async function actorOf(
  { em, now }: Pick<Context, 'em' | 'now'>,
  token: string | null,
): Promise<Actor | null> {
  if (token === null) return visitor
  const session = await em.findOne(
    Session,
    { tokenHash: hashOf(token), expiresAt: { $gt: now } },
    { populate: ['person'] },
  )
  if (!session) return null
  const person = session.person.getEntity()
  const memberships = await em.find(EnterpriseMember, { personId: person.id })
  return {
    personId: person.id,
    role: person.role,
    centerId: person.centerId ?? null,
    enterpriseIds: memberships.map(({ enterpriseId }) => enterpriseId),
  }
}

/** Only the hash is stored: a copy of the table opens no session. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
