import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { Fake } from './fake.ts'

/** A Meilisearch that fits into a test: the same HTTP, the same queue, and troubles on demand. */
export interface FakeServer {
  url: string
  fake: Fake
  stop(): Promise<void>
}

/** On a port of its own, or on the one given, as after a restart. */
export async function startFakeMeilisearch(port = 0): Promise<FakeServer> {
  const fake = new Fake()
  const server = createServer((request, response) => void answer(fake, request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the fake server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    fake,
    stop: async () => {
      fake.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(fake: Fake, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE'
  const body: unknown = hasBody ? await json(request) : undefined
  const { status, body: answered } = fake.answer(request.method ?? 'GET', pathname, body, searchParams)
  // The work is done or queued; only the word of it gets lost.
  if (fake.losesThisAnswer(request.method ?? 'GET')) {
    request.socket.destroy()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(answered === undefined ? '' : JSON.stringify(answered))
}
