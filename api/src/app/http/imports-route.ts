import type { Readable } from 'node:stream'
import * as v from 'valibot'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ImportDoor } from '../import-door.ts'
import { HttpRefusal } from './http-refusal.ts'
import { whoAsks } from './who-asks.ts'

/** Said twice or not at all, it is nothing that could be meant; what is said is judged by who receives it. */
const said = v.fallback(v.string(), '')
const query = v.object({
  kind: said,
  name: said,
  event: said,
  like: said,
  year: said,
  unit: said,
  visibility: said,
})

const mostAtOnce = 4
const largest = 10_000_000

/**
 * Lists that staff upload, and the errors that are handed back: files, which GraphQL has no way to carry. The body
 * is the file itself, of a type that no form on a foreign page can send without asking first.
 */
export async function serveImports(
  app: FastifyInstance,
  door: ImportDoor,
  publicUrl: string | null = null,
): Promise<void> {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin

  await app.register(async scope => {
    let underWay = 0
    // Left unread until it is known who sends it.
    scope.addContentTypeParser(
      'application/octet-stream',
      async (_request: FastifyRequest, body: Readable) => body,
    )
    scope.post<{ Body: Readable | undefined }>('/admin/imports', async (request, reply) => {
      if (Number(request.headers['content-length'] ?? 0) > largest)
        throw new HttpRefusal(413, `The file is larger than ${largest / 1_000_000} MB.`)
      if (underWay >= mostAtOnce) throw new HttpRefusal(429, 'Too many files at once: try again in a moment.')
      underWay++
      try {
        const upload = v.parse(query, request.query)
        return await reply
          .code(201)
          .send(await door.receive(whoAsks(request, reply, publicOrigin), upload, () => bodyOf(request)))
      } finally {
        underWay--
      }
    })
    scope.get<{ Params: { id: string } }>('/admin/imports/:id/errors.xlsx', async (request, reply) => {
      const { name, content } = await door.errors(whoAsks(request, reply, publicOrigin), request.params.id)
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store')
        .send(content)
    })
  })
}

function bodyOf({ body }: { body?: Readable | undefined }): Readable {
  if (body !== undefined) return body
  throw new HttpRefusal(415, 'Send the file as it is: content-type application/octet-stream.')
}
