import type { MikroORM } from '@mikro-orm/postgresql'
import type { SessionContext, SignInSettings } from '../modules/accounts/session-context.ts'
import { actorOf } from '../modules/accounts/session.ts'
import { visitor, type RequestContext, type SearchReader } from '../platform/context.ts'
import { dayInSeoul } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DoorRequest } from './http/graphql-route.ts'

/** What resolvers are given: who asks, when, and where to read and find. */
export async function requestContext(
  orm: MikroORM,
  search: SearchReader,
  settings: SignInSettings,
  now: Date,
  { headers, signal, cookie, network }: DoorRequest,
): Promise<RequestContext & SessionContext> {
  const em = orm.em.fork()
  const token = cookie === null ? bearerToken(headers.authorization) : cookie.token
  const actor = await actorOf({ em, now, token, settings })
  // A program with a wrong token must notice. A reader whose cookie has aged has pages open that anybody may read;
  // what takes a person is refused there all the same.
  if (actor === null && cookie === null)
    throw new Refusal('UNAUTHENTICATED', 'The session has ended; sign in again.')
  if (actor === null) cookie?.forget()
  const session = { token, cookie, network, settings }
  return { em, search, signal, ...session, now, today: dayInSeoul(now), actor: actor ?? visitor }
}

/** Something else in the header is a mistake to be told of, not a visitor: nobody works unnoticed as nobody. */
function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(header) ?? []
  if (token !== undefined) return token
  throw new Refusal('UNAUTHENTICATED', 'Expected `Authorization: Bearer …` with the token of a sign-in.')
}
