import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** Every few seconds, so that a line for each would bury the others. */
const ASKED_BY_MACHINES = new Set(['/health', '/metrics'])

/**
 * One line for every answer. No address, no header, no query string and no variable is ever logged:
 * what people search for and who they are is personal data.
 */
export function logAnswers(app: FastifyInstance, log: Logger) {
  app.addHook('onResponse', async (request, reply) => {
    const level = ASKED_BY_MACHINES.has(request.routeOptions.url ?? '') ? 'debug' : 'info'
    log[level](
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
  })
}

/** A defect: something was thrown that nobody has foreseen. */
export function logDefect(log: Logger, requestId: string, error: unknown) {
  log.error({ requestId, error: described(error) }, 'request failed')
}

export function logOutage(log: Logger, requestId: string, error: unknown) {
  log.warn({ requestId, error: described(error) }, 'the database is busy or away')
}

/** What a developer needs of an error. An error of the database repeats the caller's values in its text. */
function described(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = error.stack?.split('\n').filter(line => line.startsWith('    at '))
  const stack = frames?.map(frame => frame.trim())
  if ('severity' in error)
    return { type: error.name, ...pick(error, ['code', 'table', 'column', 'constraint', 'routine']), stack }
  return { type: error.name, message: error.message.slice(0, 300), stack }
}

function pick(source: object, names: string[]) {
  return Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name)))
}
