import { roles, type Context, type Role } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Person } from './person.entity.ts'
import type { SessionContext } from './session-context.ts'
import { beginSession, type Begun } from './session.ts'

/**
 * Opens a session for the demo person of a role. Demo people exist only where the demo data was loaded,
 * so an installation without it has nobody to sign in as this way.
 */
export async function signInAsDemo(ctx: SessionContext, role: Role): Promise<Begun> {
  const person = await ctx.em.findOne(Person, { role, isDemo: true }, { orderBy: { id: 'asc' } })
  if (!person) throw new Refusal('NOT_FOUND', 'There are no demo people on this server.', 'role')
  return beginSession(ctx, person, 'demo')
}

/** The roles that have a demo person, in the order of the roles. */
export async function demoRoles({ em }: Context): Promise<Role[]> {
  const people = await em.find(Person, { isDemo: true }, { fields: ['role'] })
  return roles.filter(role => people.some(person => person.role === role))
}
