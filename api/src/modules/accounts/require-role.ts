import type { Context, Role } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Lets only people of these roles pass. */
export function requireRole({ actor }: Context, ...allowed: [Role, ...Role[]]): void {
  if (actor.role === 'visitor') throw new Refusal('UNAUTHENTICATED', 'Sign in first.')
  if (!allowed.some(role => role === actor.role))
    throw new Refusal(
      'FORBIDDEN',
      `This takes the role ${allowed.join(' or ')}; you are signed in as ${actor.role}.`,
    )
}

/** Who is signed in, whatever the role; a visitor is asked to sign in. */
export function personOf({ actor }: Context): string {
  if (actor.personId === null) throw new Refusal('UNAUTHENTICATED', 'Sign in first.')
  return actor.personId
}
