import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Smaller ones travel in one packet anyway. */
const worthIt = 1_400
const compressors = {
  br: (text: string) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (text: string) => promisify(gzip)(text),
}
const quality = 4

/**
 * Packs what visitors are answered: a page of results is a fifth of its size then. Never what somebody signed in is
 * answered: how well a text packs would tell who can add words to it what else stands in it.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isAnswer(request) || typeof payload !== 'string' || payload.length < worthIt) return payload
    reply.header('vary', 'accept-encoding')
    const coding = codingFor(request)
    if (coding === undefined) return payload
    reply.header('content-encoding', coding).removeHeader('content-length')
    return compressors[coding](payload)
  })
}

const isAnswer = ({ url, headers }: FastifyRequest): boolean =>
  /^\/(?:admin\/)?graphql(?:\?|$)/.test(url) &&
  headers.cookie === undefined &&
  headers.authorization === undefined

/** The better of what the reader takes; a coding that it names with weight 0 is none. */
function codingFor({ headers }: FastifyRequest): 'br' | 'gzip' | undefined {
  const accepted = (headers['accept-encoding'] ?? '')
    .split(',')
    .map(part => part.trim().split(';'))
    .filter(([, weight = '']) => !/^\s*q=0(?:\.0*)?$/.test(weight))
    .map(([name]) => name)
  return (['br', 'gzip'] as const).find(coding => accepted.includes(coding))
}
