import type { FastifyInstance } from 'fastify'
import type { DoorRequest } from './graphql-route.ts'
import { whoAsks } from './who-asks.ts'

/** The calendar file of a participation, by its public id. */
export type CalendarDoor = (request: DoorRequest, participation: string) => Promise<string>

/** `GET /admin/calendar/participation_….ics`: a file, which GraphQL has no way to carry; nobody's name is in it. */
export function serveCalendar(
  app: FastifyInstance,
  door: CalendarDoor,
  publicUrl: string | null = null,
): void {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  app.get<{ Params: { file: string } }>(
    '/admin/calendar/:file',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const asking = whoAsks(request, reply, publicOrigin)
      const text = await door(asking, request.params.file.replace(/\.ics$/, ''))
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="panro.ics"')
        .send(text)
    },
  )
}
