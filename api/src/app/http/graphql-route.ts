import type { IncomingHttpHeaders } from 'node:http'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { RefusalCode } from '../../platform/refusal.ts'
import { newApollo } from './apollo.ts'
import type { DoorContext } from './door-context.ts'
import { causeOf, codeOf } from './format-error.ts'
import { logDefect } from './logging.ts'
import { onlyTrustedDocuments } from './pages-door.ts'
import { sessionCookie, type SessionCookie } from './session-cookie.ts'
import { TrustedDocuments } from './trusted-documents.ts'

/** What a context may be made from. */
export interface DoorRequest {
  id: string
  headers: IncomingHttpHeaders
  /** Aborted when the caller goes away before the answer. */
  signal: AbortSignal
  /** The cookie of the door of the pages; null at the public door, which knows none. */
  cookie: SessionCookie | null
  /** Address of the caller: to count tries by, never logged or stored as it is. */
  network: string
}

interface Options {
  schema: GraphQLSchema
  context: (request: DoorRequest) => Promise<object>
  log: Logger
  spaFolder?: string
  publicUrl?: string | null
}

/** Two doors to one schema: for programs, with a token, and for our own pages, with a cookie. */
export async function serveGraphql(app: FastifyInstance, options: Options) {
  const { schema, context, log, publicUrl = null } = options
  const apollo = newApollo(schema, log)
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // A HEAD would run the query for nothing.
    exposeHeadRoute: false,
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) => contextOf(request, reply, null, context, log),
    }),
  })
  app.route({
    method: 'POST',
    url: '/admin/graphql',
    preHandler: onlyTrustedDocuments(publicUrl, new TrustedDocuments(options.spaFolder)),
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) => contextOf(request, reply, sessionCookie(request, reply), context, log),
    }),
  })
}

async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: SessionCookie | null,
  context: Options['context'],
  log: Logger,
): Promise<DoorContext> {
  const { id, headers, ip: network } = request
  try {
    return { ...(await context({ id, headers, signal: goneSignal(reply), cookie, network })), requestId: id }
  } catch (error) {
    throw contextError(error, id, log)
  }
}

function goneSignal({ raw }: FastifyReply): AbortSignal {
  const caller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort()
  })
  return caller.signal
}

const statuses: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

/** Apollo answers 500 to whatever a context throws, unless the error says otherwise. */
function contextError(error: unknown, requestId: string, log: Logger): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error))
  const code = codeOf(error)
  if (code === 'INTERNAL_SERVER_ERROR') logDefect(log, requestId, causeOf(error))
  return new GraphQLError(originalError.message, {
    originalError,
    extensions: { requestId, http: { status: statuses[code] ?? 400 } },
  })
}
