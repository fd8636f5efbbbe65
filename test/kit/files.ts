import type { Answer } from './ask.ts'

export interface Sent {
  status: number
  id: string
  errors: (NonNullable<Answer<never>['errors']>[number] & { extensions: { problem?: string } })[] | undefined
  ms: number
}

interface Said {
  enterprise?: string
  personal?: boolean
}

type Asking = { url: string }

/** Sends a file in one go, as a program does. A name of bytes is sent as those very bytes. */
export async function sendFile(
  app: Asking,
  token: string | null,
  name: string | Buffer,
  content: Buffer,
  said: Said = {},
): Promise<Sent> {
  const begun = performance.now()
  const response = await fetch(`${app.url}/admin/files?${announcement(name, said)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...bearer(token) },
    body: new Uint8Array(content),
  })
  const { id = '', errors }: Partial<Sent> = await response.json()
  return { status: response.status, id, errors, ms: performance.now() - begun }
}

/** Says that a file will come in parts. */
export async function beginUpload(app: Asking, token: string, name: string, size: number, said: Said = {}) {
  const response = await fetch(`${app.url}/admin/files?${announcement(name, said)}&size=${size}`, {
    method: 'POST',
    headers: bearer(token),
  })
  return { status: response.status, ...(await progressOf(response)) }
}

export async function sendPart(app: Asking, token: string, id: string, offset: number, content: Buffer) {
  const response = await fetch(`${app.url}/admin/files/${id}?offset=${offset}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', ...bearer(token) },
    body: new Uint8Array(content),
  })
  return { status: response.status, ...(await progressOf(response)) }
}

export async function progress(app: Asking, token: string, id: string) {
  const response = await fetch(`${app.url}/admin/files/${id}/progress`, { headers: bearer(token) })
  return { status: response.status, ...(await progressOf(response)) }
}

interface Progress {
  id: string
  offset: number
  isComplete: boolean
  errors?: Sent['errors']
}

const progressOf = (response: Response): Promise<Progress> => response.json()

/** Reads a file, as a browser does. */
export const fetchFile = (
  app: Asking,
  token: string | null,
  id: string,
  { inline = false, range }: { inline?: boolean; range?: string } = {},
) =>
  fetch(`${app.url}/admin/files/${id}${inline ? '?inline=1' : ''}`, {
    headers: { ...bearer(token), ...(range === undefined ? {} : { range }) },
  })

const bearer = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` }

function announcement(name: string | Buffer, { enterprise, personal }: Said): string {
  const encoded = Buffer.isBuffer(name)
    ? [...name].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')
    : encodeURIComponent(name)
  return `name=${encoded}${enterprise ? `&enterprise=${enterprise}` : ''}${personal ? '&personal=1' : ''}`
}
