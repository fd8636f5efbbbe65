import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { HttpRefusal } from './http-refusal.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

/** What a form on a foreign page cannot send without asking first; the public door knows it as well. */
const proof = 'apollo-require-preflight'

const question = v.object({
  operationName: v.nullish(v.string()),
  variables: v.nullish(v.record(v.string(), v.unknown())),
  extensions: v.object({ persistedQuery: v.object({ sha256Hash: v.string() }) }),
})

/**
 * 화면 전용 출입구 — the door of our own pages. It knows people by a cookie that the browser sends by itself, so it
 * must be sure that a page of ours is asking: JSON and a header of its own, from our origin, and no document but those
 * that were built into the pages.
 */
export function onlyTrustedDocuments(publicUrl: string | null, documents: TrustedDocuments) {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  return async (request: FastifyRequest): Promise<void> => {
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      throw new HttpRefusal(415, 'The body must be JSON: content-type application/json.')
    if (request.headers[proof] === undefined) throw new HttpRefusal(400, `Send the header \`${proof}: 1\`.`)
    if (!isOurOrigin(request, publicOrigin))
      throw new HttpRefusal(403, 'This door is for the pages of this site only.', 'FORBIDDEN')
    request.body = trusted(request.body, documents)
  }
}

/** Whether a page of ours asks, as far as the browser says. */
export function isOurOrigin({ headers, host }: FastifyRequest, publicOrigin: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  // Browsers name the origin of every POST; a program that names none has no cookie of somebody else to abuse.
  if (headers.origin === undefined) return true
  if (headers.origin === publicOrigin) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === host
}

function trusted(body: unknown, documents: TrustedDocuments): object {
  const asked = v.safeParse(question, body)
  if (!asked.success || (typeof body === 'object' && body !== null && 'query' in body))
    throw new HttpRefusal(
      400,
      'This door takes the id of a document of our pages (`extensions.persistedQuery.sha256Hash`), never a text; programs ask `/graphql`.',
    )
  const { operationName, variables, extensions } = asked.output
  const query = documents.find(extensions.persistedQuery.sha256Hash)
  if (query === undefined)
    throw new HttpRefusal(400, 'No page has a document of this id.', 'PERSISTED_QUERY_NOT_FOUND')
  return { query, ...(operationName && { operationName }), ...(variables && { variables }) }
}
