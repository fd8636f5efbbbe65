import { damaged, notWhatItsNameSays } from '../file-problem.ts'
import { orientationOf, orientationSegment } from './exif-orientation.ts'
import type { Inspected } from './inspected.ts'
import { checkPixels, checkTail } from './picture.ts'

const startOfScan = 0xda
const endOfImage = 0xd9

interface Segment {
  marker: number
  /** Marker and length included. */
  start: number
  end: number
}

/**
 * JPEG — without what the camera wrote: place, time, device, preview, comments. The picture itself is not touched; which
 * side is up and its colours stay.
 */
export function cleanJpeg(bytes: Buffer): Inspected {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) throw notWhatItsNameSays('jpg')
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let size = { width: 0, height: 0 }
  let orientation = 1
  let at = 2
  for (;;) {
    const segment = segmentAt(bytes, at)
    const { marker, start, end } = segment
    if (marker === endOfImage) {
      checkTail(bytes.subarray(end))
      kept.push(bytes.subarray(start, end))
      break
    }
    if (isFrame(marker)) size = sizeOf(bytes, segment)
    if (marker === 0xe1) orientation = orientationOf(bytes.subarray(start + 4, end)) ?? orientation
    at = marker === startOfScan ? endOfScan(bytes, end) : end
    if (isKept(bytes, segment)) kept.push(bytes.subarray(start, at))
  }
  if (size.width === 0 || size.height === 0) throw damaged()
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation))
  return { ...size, cleaned: Buffer.concat(kept) }
}

function segmentAt(bytes: Buffer, at: number): Segment {
  let start = at
  // Any number of fill bytes may stand before a marker.
  while (bytes[start] === 0xff && bytes[start + 1] === 0xff) start++
  const marker = bytes[start + 1]
  if (bytes[start] !== 0xff || marker === undefined || marker === 0) throw damaged()
  if (marker === endOfImage) return { marker, start, end: start + 2 }
  if (start + 4 > bytes.length) throw damaged()
  const end = start + 2 + bytes.readUInt16BE(start + 2)
  if (end > bytes.length || end < start + 4) throw damaged()
  return { marker, start, end }
}

/** The compressed picture has no length: it goes on to the next marker that is none of its own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw damaged()
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function sizeOf(bytes: Buffer, { start, end }: Segment) {
  if (end < start + 9) throw damaged()
  const size = { height: bytes.readUInt16BE(start + 5), width: bytes.readUInt16BE(start + 7) }
  checkPixels(size.width, size.height)
  return size
}

/** Of what applications write, only the header, the colours and how they are packed. */
function isKept(bytes: Buffer, { marker, start }: Segment): boolean {
  const name = bytes.toString('latin1', start + 4, start + 16)
  if (marker === 0xe0) return name.startsWith('JFIF\0')
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0')
  if (marker === 0xee) return name.startsWith('Adobe')
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe
}
