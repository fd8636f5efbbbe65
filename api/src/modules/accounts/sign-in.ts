import { createHash, randomBytes } from 'node:crypto'
import { visitor, type Actor, type Context, type Role } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { EnterpriseMember, Person, Session } from './person.entity.ts'

const sessionHours = 8

/**
 * Opens a session for the demo person of a role. Demo people exist only where the demo data was loaded,
 * so an installation without it has nobody to sign in as this way.
 */
export async function signInAsDemo({ em, now }: Context, role: Role) {
  const person = await em.findOne(Person, { role, isDemo: true }, { orderBy: { id: 'asc' } })
  if (!person) throw new Refusal('NOT_FOUND', 'There are no demo people on this server.', 'role')
  // Here, because here they are made: sessions that have ended open nothing and would only pile up.
  await em.nativeDelete(Session, { expiresAt: { $lte: now } })
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  em.create(Session, { tokenHash: hashOf(token), person, createdAt: now, expiresAt })
  await em.flush()
  return { token, person, expiresAt }
}

export async function signOut({ em, actor }: Context, token: string | null): Promise<boolean> {
  if (actor.personId === null || token === null) return false
  return (await em.nativeDelete(Session, { tokenHash: hashOf(token) })) > 0
}

/** Who a bearer token belongs to; a wrong or expired one is a refusal, not a visitor, so that nobody works unnoticed as nobody. */
export async function actorOf(
  { em, now }: Pick<Context, 'em' | 'now'>,
  token: string | null,
): Promise<Actor> {
  if (token === null) return visitor
  const session = await em.findOne(
    Session,
    { tokenHash: hashOf(token), expiresAt: { $gt: now } },
    { populate: ['person'] },
  )
  if (!session) throw new Refusal('UNAUTHENTICATED', 'The session has ended; sign in again.')
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
