import { inflateSync } from 'node:zlib'
import type { FileFlag } from '../file-kinds.ts'
import { damaged, hasPassword, notWhatItsNameSays, severalInOne, unpacksTooLarge } from '../file-problem.ts'
import { holdsAnotherFormat, isAlsoZip, startsWithMarkup } from './another-format.ts'
import type { Inspected } from './inspected.ts'

const mostInflated = 64_000_000
const mostObjectStreams = 5_000

const flagged: [FileFlag, RegExp][] = [
  // Every script stands in an action of this name.
  ['script', /\/JavaScript\b|\/XFA\s{0,9}[[\d]/],
  ['launch', /\/Launch\b/],
  ['embedded', /\/EmbeddedFiles?\b|\/RichMedia\b/],
]

/** PDF — whole, open, and nothing else; what could run when it is opened is flagged, wherever it is packed away. */
export function inspectPdf(bytes: Buffer): Inspected {
  if (!/^(\xef\xbb\xbf)?%PDF-\d/.test(bytes.toString('latin1', 0, 16))) throw notWhatItsNameSays('pdf')
  const end = bytes.lastIndexOf('%%EOF', undefined, 'latin1')
  if (end < 0 || end < bytes.length - 2048) throw damaged()
  if (startsWithMarkup(bytes) || isAlsoZip(bytes) || holdsAnotherFormat(bytes.subarray(end + 5)))
    throw severalInOne()
  const text = bytes.toString('latin1')
  if (/\/Encrypt\s{0,9}(\d{1,9}\s{1,9}\d{1,9}\s{1,9}R|<<)/.test(text)) throw hasPassword()
  const { objects, isUnread } = packedObjects(bytes, text)
  const everything = [text, ...objects].map(withPlainNames)
  const flags = flagged.flatMap(([flag, pattern]) =>
    everything.some(part => pattern.test(part)) ? [flag] : [],
  )
  return { pages: countPages(everything), flags: isUnread ? [...flags, 'unread'] : flags }
}

/** Objects of newer documents lie in compressed streams. */
function packedObjects(bytes: Buffer, text: string): { objects: string[]; isUnread: boolean } {
  const objects: string[] = []
  let inflated = 0
  let isUnread = false
  for (const { index } of text.matchAll(/\/ObjStm\b/g)) {
    if (objects.length >= mostObjectStreams) throw unpacksTooLarge()
    const packed = streamAfter(bytes, index)
    const plain = packed && inflatedAsFarAs(packed, mostInflated - inflated)
    if (plain == null) {
      isUnread = true
      continue
    }
    inflated += plain.length
    objects.push(plain.toString('latin1'))
  }
  return { objects, isUnread }
}

function streamAfter(bytes: Buffer, index: number): Buffer | null {
  const word = bytes.indexOf('stream', index, 'latin1')
  const end = bytes.indexOf('endstream', index, 'latin1')
  if (word < 0 || end < word + 6) return null
  const start = word + 6 + (bytes[word + 6] === 0x0d ? 2 : 1)
  return bytes.subarray(start, end)
}

function inflatedAsFarAs(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof RangeError) throw unpacksTooLarge()
    return null
  }
}

/** `/Java#53cript` is the same name. */
const withPlainNames = (text: string) =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))

function countPages(texts: string[]): number | null {
  const pages = texts.reduce(
    (sum, text) => sum + (text.match(/\/Type\s{0,9}\/Page(?![A-Za-z])/g)?.length ?? 0),
    0,
  )
  return pages > 0 ? pages : null
}
