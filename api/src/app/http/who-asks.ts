import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DoorRequest } from './graphql-route.ts'
import { HttpRefusal } from './http-refusal.ts'
import { isOurOrigin } from './pages-door.ts'
import { sessionCookie } from './session-cookie.ts'

/** A program says who it is by its token, as at the public door; a page of ours by its cookie. */
export function whoAsks(
  request: FastifyRequest,
  reply: FastifyReply,
  publicOrigin: string | null,
): DoorRequest {
  const { id, headers, ip: network } = request
  const { signal } = new AbortController()
  if (headers.authorization !== undefined) return { id, headers, signal, cookie: null, network }
  if (!isOurOrigin(request, publicOrigin))
    throw new HttpRefusal(403, 'This door is for the pages of this site only.', 'FORBIDDEN')
  return { id, headers, signal, cookie: sessionCookie(request, reply), network }
}
