import { open } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import type { EvidenceFile } from '../../modules/files/evidence-file.entity.ts'
import { isShownInline, mediaTypes } from '../../modules/files/file-kinds.ts'
import { byteRangeOf } from './byte-range.ts'

interface Sending {
  file: EvidenceFile
  path: string
  range: string | undefined
  isInline: boolean
}

/** Nothing that a file holds may run here, load anything or be framed elsewhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** A file, or a piece of it, to be kept by whoever asked; shown on the spot only where that is safe. */
export async function sendFile(reply: FastifyReply, sending: Sending): Promise<FastifyReply> {
  const { file, path, range } = sending
  const { kind, name, flags } = file
  const isInline = sending.isInline && isShownInline(kind, flags)
  const content = await open(path)
  const { size } = await content.stat()
  const piece = byteRangeOf(range, size)
  reply
    .header('cache-control', 'private, no-store')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', `${isInline ? 'inline' : 'attachment'}; ${fileName(name)}`)
    // The viewer of a browser does not run in a sandbox; what runs in a document is never shown in it.
    .header('content-security-policy', isInline && kind === 'pdf' ? policy : `${policy}; sandbox`)
    .header('cross-origin-resource-policy', 'same-origin')
    .header('x-frame-options', 'SAMEORIGIN')
    .type(mediaTypes[kind])
  if (piece === 'beyond') {
    await content.close()
    return reply.code(416).header('content-range', `bytes */${size}`).send()
  }
  const { start, end } = piece ?? { start: 0, end: size - 1 }
  if (piece) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  return reply.header('content-length', end - start + 1).send(content.createReadStream({ start, end }))
}

/** RFC 6266: the Korean name for those who can, letters for those who cannot. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    each => `%${each.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
