import type { Readable } from 'node:stream'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../../platform/refusal.ts'
import { damaged, fileProblem, hasPassword, unpacksTooLarge } from '../file-problem.ts'

const mostEntries = 2_000
const mostInflated = 100_000_000
const mostRatio = 100
/** Below it a part may be packed as tightly as it likes. */
const freeOfRatio = 1_000_000
const mostText = 2_000_000

export interface Unpacked {
  /** In lower case: parts do not differ by case. */
  names: string[]
  has(name: string): boolean
  /** What a small part says that was asked for. */
  text(name: string): string
}

/** Unpacks every part once, into nowhere, and counts: what an archive says of its own sizes is not believed. */
export async function unpack(bytes: Buffer, wanted: readonly string[]): Promise<Unpacked> {
  const zip = await openZip(bytes)
  if (zip.entryCount > mostEntries) throw unpacksTooLarge()
  const entries = await entriesOf(zip)
  const asked = new Set([...wanted, 'meta-inf/manifest.xml'])
  const texts = new Map<string, string>()
  const budget = { bytes: mostInflated }
  for (const [name, entry] of entries) {
    const text = await inflate(zip, entry, budget, asked.has(name))
    if (asked.has(name)) texts.set(name, text)
  }
  return { names: [...entries.keys()], has: name => entries.has(name), text: name => texts.get(name) ?? '' }
}

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(damaged()),
    ),
  )

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName.toLowerCase()
      const isLink = entry.externalFileAttributes >>> 28 === 0o12
      if (entry.isEncrypted()) return reject(hasPassword())
      if (isLink || entries.has(name)) return reject(damaged())
      if (!name.endsWith('/')) entries.set(name, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    // Also what yauzl makes of a name such as ../../x.
    zip.on('error', () => reject(damaged()))
    zip.readEntry()
  })
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  budget: { bytes: number },
  isWanted: boolean,
): Promise<string> {
  const ceiling = Math.max(freeOfRatio, entry.compressedSize * mostRatio)
  const isXml = /\.(xml|rels|hpf)$/i.test(entry.fileName)
  const kept: Buffer[] = []
  let inflated = 0
  let end = ''
  try {
    for await (const chunk of (await openStream(zip, entry)) as AsyncIterable<Buffer>) {
      inflated += chunk.length
      budget.bytes -= chunk.length
      if (inflated > ceiling || budget.bytes < 0) throw unpacksTooLarge()
      if (isXml) end = withoutEntities(end, chunk)
      if (isWanted && inflated <= mostText) kept.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged()
  }
  return Buffer.concat(kept).toString('utf8')
}

/** Entities that unfold into one another make a gigabyte of a line; office programs never declare any. */
function withoutEntities(end: string, chunk: Buffer): string {
  // UTF-16 has a zero byte between any two letters.
  const text = end + chunk.toString('latin1').replaceAll('\0', '')
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw fileProblem(
      'type',
      '문서 안에 허용하지 않는 선언(DTD)이 있습니다. 원래 프로그램에서 다시 저장해 주세요.',
    )
  return text.slice(-10)
}

const openStream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error))),
  )
