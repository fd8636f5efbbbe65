import { crc32 } from 'node:zlib'
import { damaged, notWhatItsNameSays } from '../file-problem.ts'
import type { Inspected } from './inspected.ts'
import { checkPixels, checkTail } from './picture.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** The picture, its colours and its resolution; texts, times and Exif are left out. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD acTL fcTL fdAT'.split(' '))

/** PNG — without what programs and cameras wrote beside the picture. */
export function cleanPng(bytes: Buffer): Inspected {
  if (!bytes.subarray(0, 8).equals(signature)) throw notWhatItsNameSays('png')
  const parts: Buffer[] = [signature]
  let size = { width: 0, height: 0 }
  let at = 8
  for (let name = ''; name !== 'IEND';) {
    const end = endOfChunk(bytes, at)
    name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IHDR') size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    if (kept.has(name)) parts.push(bytes.subarray(at, end))
    at = end
  }
  if (size.width === 0 || size.height === 0) throw damaged()
  checkPixels(size.width, size.height)
  checkTail(bytes.subarray(at))
  return { ...size, cleaned: Buffer.concat(parts) }
}

function endOfChunk(bytes: Buffer, at: number): number {
  if (at + 12 > bytes.length) throw damaged()
  const end = at + 12 + bytes.readUInt32BE(at)
  if (end > bytes.length) throw damaged()
  if (bytes.toString('latin1', at + 4, at + 8) === 'IHDR' && end < at + 25) throw damaged()
  if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw damaged()
  return end
}
