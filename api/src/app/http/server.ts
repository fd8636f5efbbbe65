import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { FilesDoor } from '../files-door.ts'
import { serveCalendar, type CalendarDoor } from './calendar-route.ts'
import { serveFiles } from './files-route.ts'
import { serveGraphql, type DoorRequest } from './graphql-route.ts'
import { serveHealth, type Health } from './health-route.ts'
import type { ImportDoor } from '../import-door.ts'
import type { ReportDoor } from '../report-door.ts'
import { serveImports } from './imports-route.ts'
import { compressAnswers } from './compress-answers.ts'
import { acceptJsonOnly, largestBody } from './json-body.ts'
import { logAnswers } from './logging.ts'
import { serveMetrics, type Reading } from './metrics-route.ts'
import { refuseConnection, refuseInJson, sendError } from './refusals.ts'
import { serveReports } from './reports-route.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { serveSpa } from './spa.ts'
import { stopGracefully } from './stop.ts'

export interface ServerOptions {
  schema: GraphQLSchema
  /** The schema as `GET /schema.graphql` serves it. */
  schemaText: string
  /** What resolvers are given; made anew for every request. */
  context: (request: DoorRequest) => Promise<object>
  health: () => Promise<Health>
  /** Where lists are uploaded; left out, nobody can. */
  imports?: ImportDoor
  /** Where workbooks of events are taken; left out, nobody can. */
  reports?: ReportDoor
  /** Where evidence is uploaded and read; left out, nobody can. */
  files?: FilesDoor
  /** Where meetings are taken into a calendar; left out, nobody can. */
  calendar?: CalendarDoor
  readings: () => Promise<Reading[]>
  /** The built pages; left out, only the API is served. */
  spaFolder?: string
  /** Where the pages are when a proxy does not hand on the host that the browser sees. */
  publicUrl?: string | null
  log: Logger
  version: string
}

/** The door of the application: everything that comes in from outside comes in here. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = newServer(options.log)
  sendSecurityHeaders(app)
  logAnswers(app, options.log)
  serveMetrics(app, options)
  acceptJsonOnly(app)
  compressAnswers(app)
  stopGracefully(app)
  const spa = await serveSpa(app, options.spaFolder)
  refuseInJson(app, { spa, log: options.log })
  serveHealth(app, options)
  app.get('/schema.graphql', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(options.schemaText),
  )
  await serveGraphql(app, options)
  if (options.imports) await serveImports(app, options.imports, options.publicUrl)
  if (options.reports) await serveReports(app, options.reports, options.publicUrl)
  if (options.files) await serveFiles(app, options.files, options.publicUrl)
  if (options.calendar) serveCalendar(app, options.calendar, options.publicUrl)
  return app
}

function newServer(log: Logger): FastifyInstance {
  return Fastify({
    // The log is ours (logging.ts): Fastify's own would write addresses down.
    logger: false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    bodyLimit: largestBody,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    // The interval is how late a timeout may be noticed; Node's own would be half a minute.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    return503OnClosing: false,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply, log),
  })
}
