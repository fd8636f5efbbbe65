import type { FastifyInstance } from 'fastify'
import type { ReportDoor } from '../report-door.ts'
import { whoAsks } from './who-asks.ts'

/** Workbooks of events: files, which GraphQL has no way to carry. */
export async function serveReports(
  app: FastifyInstance,
  door: ReportDoor,
  publicUrl: string | null = null,
): Promise<void> {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  app.get<{ Params: { id: string } }>('/admin/events/:id/report.xlsx', async (request, reply) => {
    const { name, content } = await door.report(whoAsks(request, reply, publicOrigin), request.params.id)
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .send(content)
  })
}
