import type { Socket } from 'node:net'
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { formatHttpError } from './format-error.ts'
import { HttpRefusal } from './http-refusal.ts'
import { logDefect } from './logging.ts'
import { answerType } from './media-types.ts'
import type { Spa } from './spa.ts'

/** What each of our own paths can be asked with. */
const allowed: Record<string, string> = {
  '/graphql': 'GET, POST',
  '/admin/imports': 'POST',
  '/admin/files': 'POST',
  '/admin/graphql': 'POST',
  '/health': 'GET, HEAD',
  '/schema.graphql': 'GET, HEAD',
}

/** Whatever goes wrong outside GraphQL is answered in GraphQL's shape, as JSON. */
export function refuseInJson(app: FastifyInstance, { spa, log }: { spa: Spa | null; log: Logger }) {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, log))
  app.setNotFoundHandler((request, reply) => {
    const methods = allowed[request.url.split('?', 1)[0] ?? '']
    if (methods !== undefined) {
      reply.header('allow', methods)
      return sendError(new HttpRefusal(405, `Use ${methods.replace(', ', ' or ')}.`), request, reply, log)
    }
    if (spa?.isNavigation(request)) return spa.sendPage(reply)
    return sendError(new HttpRefusal(404, 'There is nothing at this address.'), request, reply, log)
  })
}

export function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Logger,
): FastifyReply {
  const { status, body } = formatHttpError(error, request.id)
  if (status >= 500) logDefect(log, request.id, error)
  return reply
    .code(status)
    .header('content-type', answerType(request.headers.accept))
    .send(JSON.stringify(body))
}

/** Bytes that are no HTTP request: answered on the bare socket, which is then closed. */
export function refuseConnection(error: ConnectionError, socket: Socket) {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = statuses[error.code] ?? '400 Bad Request'
  const { body } = formatHttpError(
    new HttpRefusal(Number(status.slice(0, 3)), 'This is not an HTTP request.'),
    null,
  )
  const text = JSON.stringify(body)
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    )
  socket.destroySoon()
}

const statuses: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}
