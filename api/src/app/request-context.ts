import type { MikroORM } from '@mikro-orm/postgresql'
import type { SessionContext } from '../modules/accounts/account.graphql.ts'
import { actorOf } from '../modules/accounts/sign-in.ts'
import type { RequestContext, SearchReader } from '../platform/context.ts'
import { dayInSeoul } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DoorRequest } from './http/graphql-route.ts'

/** What resolvers are given: who asks, when, and where to read and find. */
export async function requestContext(
  orm: MikroORM,
  search: SearchReader,
  now: Date,
  { headers, signal }: DoorRequest,
): Promise<RequestContext & SessionContext> {
  const em = orm.em.fork()
  const token = bearerToken(headers.authorization)
  const actor = await actorOf({ em, now }, token)
  return { em, search, signal, token, now, today: dayInSeoul(now), actor }
}

/** Something else in the header is a mistake to be told of, not a visitor: nobody works unnoticed as nobody. */
function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(header) ?? []
  if (token !== undefined) return token
  throw new Refusal('UNAUTHENTICATED', 'Expected `Authorization: Bearer …` with the token of a sign-in.')
}
