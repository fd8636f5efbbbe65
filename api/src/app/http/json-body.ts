import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpRefusal } from './http-refusal.ts'

export const largestBody = 64 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bodies are JSON in UTF-8, not compressed; anything else is refused before it is read or inflated. */
export function acceptJsonOnly(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => parse(body),
  )
  // A form on a foreign page can send this one: left unread, for Apollo's guard to say why it is refused.
  app.addContentTypeParser('text/plain', { parseAs: 'buffer' }, async () => undefined)
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity')
      throw new HttpRefusal(415, 'Compressed bodies are not accepted: send without content-encoding.')
    const charset = /charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
      throw new HttpRefusal(415, 'The body must be in UTF-8: content-type application/json; charset=utf-8.')
  })
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    throw new HttpRefusal(400, 'Invalid JSON: the body must be JSON in UTF-8.')
  }
}
