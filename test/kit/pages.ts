import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from './ask.ts'

const documents: Record<string, string> = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../admin/dist/.documents.json'), 'utf8'),
)

/** The id of a document of our pages, by its name. */
export function documentId(name: string): string {
  const [id] = Object.entries(documents).find(([, text]) => new RegExp(`^\\w+ ${name}\\b`).test(text)) ?? []
  if (id === undefined) throw new Error(`No page asks ${name}`)
  return id
}

/** A browser at the door of the pages: it knows their documents, and keeps cookies. */
export class Visitor {
  readonly url: string
  /** `name=value`, as the browser sends it back. */
  cookie: string | null = null

  constructor({ url }: { url: string }) {
    this.url = url
  }

  /** Sends a document of the pages, by its name. */
  async ask<Data>(name: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await this.send({
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: documentId(name) } },
    })
    return response.json()
  }

  /** Sends whatever one likes, as a page of ours would unless told otherwise; null leaves a header out. */
  async send(body: unknown, headers: Record<string, string | null> = {}): Promise<Response> {
    const all = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'apollo-require-preflight': '1',
      origin: this.url,
      cookie: this.cookie,
      ...headers,
    }
    const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== null)
    const response = await fetch(`${this.url}/admin/graphql`, {
      method: 'POST',
      headers: Object.fromEntries(given),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      this.cookie = pair.endsWith('=') ? null : pair
    }
    return response
  }

  /** Signs in as the demo person of a role. */
  async signIn(role: 'BUYER' | 'ENTERPRISE' | 'STAFF' | 'LEAD'): Promise<this> {
    const { errors } = await this.ask('SignInAsDemo', { role })
    if (errors) throw new Error(errors[0]?.message)
    return this
  }
}
