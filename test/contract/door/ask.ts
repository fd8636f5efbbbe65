/** An answer as it came over the wire. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  ms: number
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  /** Behind /graphql, e.g. `?query=…`. */
  search?: string
}

const modern = 'application/graphql-response+json'

/** Sends a request as it stands, however wrong it is. */
export async function ask(
  url: string,
  { method = 'POST', headers = {}, body, search = '' }: Asked,
): Promise<Answer> {
  const begun = performance.now()
  const response = await fetch(`${url}/graphql${search}`, {
    method,
    headers: { accept: modern, ...headers },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, ms: performance.now() - begun }
}

/** A well-formed POST of something that need not be well-formed GraphQL. */
export const posting = (body: unknown): Asked => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const document = (query: string, variables?: unknown): Asked =>
  posting(variables === undefined ? { query } : { query, variables })
