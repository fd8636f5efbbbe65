import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** 측정값 — a figure that is read when somebody asks. */
export interface Reading {
  name: string
  help: string
  value: number
  labels: Record<string, string>
}

interface Options {
  readings: () => Promise<Reading[]>
}

/** Of the process, however many servers it has. */
const ofProcess = new Registry()
collectDefaultMetrics({ register: ofProcess })

/**
 * Figures for Prometheus. Labels are names from our own code alone (method, route, status, engine): nobody's
 * words, address or name can become one, and there are never many.
 */
export function serveMetrics(app: FastifyInstance, { readings }: Options) {
  const ofServer = new Registry()
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [ofServer],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (_request, reply) => {
    const told = registryOf(await readings())
    const text = await Registry.merge([ofProcess, ofServer, told]).metrics()
    return reply.type(ofProcess.contentType).header('cache-control', 'no-store').send(text)
  })
}

function registryOf(readings: readonly Reading[]): Registry {
  const registry = new Registry()
  for (const { name, help, value, labels } of readings)
    new Gauge({ name, help, labelNames: Object.keys(labels), registers: [registry] }).set(labels, value)
  return registry
}
