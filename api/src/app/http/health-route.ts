import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { logDefect } from './logging.ts'

export interface Health {
  status: 'ok' | 'starting' | 'unavailable'
}

interface Options {
  health: () => Promise<Health>
  version: string
  log: Logger
}

/** For whoever sends traffic here or restarts us: 200 when requests can be served, 503 otherwise. */
export function serveHealth(app: FastifyInstance, { health, version, log }: Options) {
  app.get('/health', async (request, reply) => {
    const state = await health().catch((error: unknown): Health => {
      logDefect(log, request.id, error)
      return { status: 'unavailable' }
    })
    return reply
      .code(state.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ...state, version })
  })
}
