import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ReportDoor, Workbook } from '../report-door.ts'
import { whoAsks } from './who-asks.ts'

/** Workbooks of events: files, which GraphQL has no way to carry. */
export async function serveReports(
  app: FastifyInstance,
  door: ReportDoor,
  publicUrl: string | null = null,
): Promise<void> {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  const send = (reply: FastifyReply, { name, content }: Workbook) =>
    reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .send(content)
  app.get<{ Params: { id: string } }>('/admin/events/:id/report.xlsx', async (request, reply) =>
    send(reply, await door.report(whoAsks(request, reply, publicOrigin), request.params.id)),
  )
  app.get<{ Params: { id: string } }>('/admin/timetables/:id/result.xlsx', async (request, reply) =>
    send(reply, await door.result(whoAsks(request, reply, publicOrigin), request.params.id)),
  )
}
