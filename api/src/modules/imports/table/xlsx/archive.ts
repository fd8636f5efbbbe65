import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refusal } from '../../../../platform/refusal.ts'
import { fileRefusal } from '../file-refusal.ts'
import type { TableLimits } from '../limits.ts'

export interface Archive {
  has(part: string): boolean
  /** The inflated bytes of a part, counted against the limits as they come. */
  read(part: string): AsyncGenerator<Buffer>
}

export const damaged = () =>
  fileRefusal('엑셀 파일이 손상되었습니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')

/** Opens the zip that an XLSX file is. Nothing is written to disk and no part but the asked ones is inflated. */
export async function openArchive(bytes: Buffer, limits: TableLimits): Promise<Archive> {
  const zip = await openZip(bytes)
  if (zip.entryCount > limits.entries) throw tooManyEntries()
  const entries = await entriesOf(zip, limits)
  const budget = { bytes: limits.inflatedBytes }

  return {
    has: part => entries.has(part.toLowerCase()),
    async *read(part) {
      const entry = entries.get(part.toLowerCase())
      if (entry === undefined) throw damaged()
      yield* inflate(zip, entry, budget, limits.inflationRatio)
    },
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(damaged()),
    ),
  )
}

/** By lower-case name: part names do not differ by case, and two of one name would be read as one or the other. */
function entriesOf(zip: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let declaredBytes = 0
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      declaredBytes += entry.uncompressedSize
      const name = entry.fileName.toLowerCase()
      const refusal = entries.has(name) ? damaged() : refusalOf(entry, declaredBytes, limits)
      if (refusal !== undefined) return reject(refusal)
      entries.set(name, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    // Also what yauzl makes of a name such as ../../x.
    zip.on('error', () => reject(damaged()))
    zip.readEntry()
  })
}

function refusalOf(entry: Entry, declaredBytes: number, limits: TableLimits): Refusal | undefined {
  const isSymbolicLink = entry.externalFileAttributes >>> 28 === 0o12
  if (isSymbolicLink) return damaged()
  if (entry.isEncrypted())
    return fileRefusal('암호가 걸린 압축 파일이라 읽을 수 없습니다. 암호를 풀고 .xlsx로 다시 저장해 주세요.')
  if (/vbaproject\.bin$/i.test(entry.fileName))
    return fileRefusal(
      '매크로가 든 통합 문서(.xlsm)는 받지 않습니다. 매크로 없는 .xlsx로 다시 저장해 주세요.',
    )
  if (/^xl\/workbook\.bin$/i.test(entry.fileName))
    return fileRefusal('이진 통합 문서(.xlsb)는 읽지 않습니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')
  if (declaredBytes > limits.inflatedBytes) return tooMuchInside()
  return undefined
}

async function* inflate(
  zip: ZipFile,
  entry: Entry,
  budget: { bytes: number },
  ratio: number,
): AsyncGenerator<Buffer> {
  const ceiling = Math.max(1024 * 1024, entry.compressedSize * ratio)
  let inflated = 0
  try {
    for await (const chunk of (await openStream(zip, entry)) as AsyncIterable<Buffer>) {
      inflated += chunk.length
      budget.bytes -= chunk.length
      if (inflated > ceiling || budget.bytes < 0) throw tooMuchInside()
      yield chunk
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged()
  }
}

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error))),
  )
}

const tooManyEntries = () =>
  fileRefusal('압축 파일 안에 든 것이 너무 많습니다. 엑셀에서 표만 남겨 .xlsx로 다시 저장해 주세요.')

const tooMuchInside = () =>
  fileRefusal(
    '압축을 풀면 지나치게 커지는 파일이라 읽지 않았습니다. 필요한 시트와 행만 남겨 다시 저장해 주세요.',
  )
