import { damaged, notWhatItsNameSays } from '../file-problem.ts'
import type { Inspected } from './inspected.ts'
import { checkPixels, checkTail } from './picture.ts'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** Of the extended header: that Exif and XMP follow. */
const hasNotes = 0b0000_1100

/** WebP — without what programs and cameras wrote beside the picture. */
export function cleanWebp(bytes: Buffer): Inspected {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    throw notWhatItsNameSays('webp')
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) throw damaged()
  const parts: Buffer[] = []
  let size = { width: 0, height: 0 }
  for (let at = 12; at + 8 <= end;) {
    const next = at + 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)
    if (next > end) throw damaged()
    const chunk = Buffer.from(bytes.subarray(at, next))
    const name = chunk.toString('latin1', 0, 4)
    if (size.width === 0) size = sizeOf(name, chunk) ?? size
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~hasNotes, 8)
    if (kept.has(name)) parts.push(chunk)
    at = next
  }
  if (size.width === 0 || size.height === 0) throw damaged()
  checkPixels(size.width, size.height)
  checkTail(bytes.subarray(end))
  return { ...size, cleaned: riff(parts) }
}

function sizeOf(name: string, chunk: Buffer) {
  if (name !== 'VP8X' && name !== 'VP8L' && name !== 'VP8 ') return undefined
  if (chunk.length < 18) throw damaged()
  if (name === 'VP8X') return { width: 1 + chunk.readUIntLE(12, 3), height: 1 + chunk.readUIntLE(15, 3) }
  if (name === 'VP8 ')
    return { width: chunk.readUInt16LE(14) & 0x3fff, height: chunk.readUInt16LE(16) & 0x3fff }
  const bits = chunk.readUInt32LE(9)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function riff(parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  header.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([header, body])
}
