import type { FastifyInstance } from 'fastify'

/** How long a request that is under way may hold up the end of the process. */
const longestDrain = 8000

/**
 * Closing lets requests under way finish, tells their callers to come back on a new connection, and
 * in the end cuts whoever still holds on.
 */
export function stopGracefully(app: FastifyInstance) {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
    setTimeout(() => app.server.closeAllConnections(), longestDrain).unref()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
