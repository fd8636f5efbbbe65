import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Announcement, FilesDoor } from '../files-door.ts'
import { HttpRefusal } from './http-refusal.ts'
import { rawParameter } from './raw-parameter.ts'
import { sendFile } from './send-file.ts'
import { whoAsks } from './who-asks.ts'

/** Streams open at once: each costs a file and a connection, no memory to speak of. */
const mostAtOnce = 64

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number))
const announcing = v.object({
  enterprise: v.fallback(v.nullable(v.string()), null),
  size: v.fallback(v.nullable(wholeNumber), null),
  personal: v.fallback(v.picklist(['0', '1']), '0'),
})
const part = v.object({ offset: wholeNumber })

type Upload = { Body: Readable | undefined; Params: { id: string } }

/**
 * Evidence on its way in and out: files, which GraphQL has no way to carry. In one go: `POST` with the file as the body.
 * In parts: `POST` with `size` and no body, then `PUT` of bytes from `offset`, as often as it takes; who was cut off asks
 * `GET …/progress`, and goes on from there.
 */
export async function serveFiles(
  app: FastifyInstance,
  door: FilesDoor,
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
    const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
      if (underWay >= mostAtOnce)
        throw new HttpRefusal(429, '한꺼번에 올라오는 파일이 너무 많습니다. 잠시 뒤 다시 올려 주세요.')
      underWay++
      try {
        return await work()
      } finally {
        underWay--
      }
    }

    scope.post<Upload>('/admin/files', async (request, reply) => {
      const asking = whoAsks(request, reply, publicOrigin)
      const { announcement, size } = announcementOf(request)
      const received =
        size === null
          ? await inTurn(() => door.receive(asking, announcement, () => bodyOf(request)))
          : await door.begin(asking, announcement, size)
      return reply.code(201).send(received)
    })
    scope.put<Upload>('/admin/files/:id', async (request, reply) => {
      const asking = whoAsks(request, reply, publicOrigin)
      const said = v.safeParse(part, request.query)
      if (!said.success) throw new HttpRefusal(400, 'Say in `offset` from which byte on.')
      const { offset } = said.output
      return inTurn(() => door.receivePart(asking, request.params.id, offset, () => bodyOf(request)))
    })
    scope.get<{ Params: { id: string } }>('/admin/files/:id/progress', async (request, reply) =>
      door.progress(whoAsks(request, reply, publicOrigin), request.params.id),
    )
    // Without HEAD: whoever asks for a file reads it, and is written down.
    scope.get<{ Params: { id: string }; Querystring: { inline?: string } }>(
      '/admin/files/:id',
      { exposeHeadRoute: false },
      async (request, reply) => {
        const { range } = request.headers
        const asking = whoAsks(request, reply, publicOrigin)
        const { file, path } = await door.open(asking, request.params.id, range !== undefined)
        return sendFile(reply, { file, path, range, isInline: request.query.inline === '1' })
      },
    )
  })
}

function announcementOf(request: FastifyRequest): { announcement: Announcement; size: number | null } {
  const { enterprise, size, personal } = v.parse(announcing, request.query)
  const name = rawParameter(request.url, 'name')
  return { announcement: { enterprise, name, hasPersonalData: personal === '1' }, size }
}

function bodyOf({ body }: { body?: Readable | undefined }): Readable {
  if (body !== undefined) return body
  throw new HttpRefusal(415, 'Send the file as it is: content-type application/octet-stream.')
}
