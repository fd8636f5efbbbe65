import type { FileFlag } from '../file-kinds.ts'
import { damaged, hasMacros, hasPassword, notWhatItsNameSays } from '../file-problem.ts'
import { hasStream, isCompoundFile } from './compound-file.ts'
import type { Inspected } from './inspected.ts'
import { unpack, type Unpacked } from './unpack.ts'

const macro = /vbaproject|\/macrosheets\/|\/dialogsheets\/|\/activex\//

/** XLSX — a workbook without macros, no part of which unpacks to more than it should. */
export async function inspectXlsx(bytes: Buffer): Promise<Inspected> {
  // What Excel writes under a password is no archive.
  if (isCompoundFile(bytes) && hasStream(bytes, 'EncryptedPackage')) throw hasPassword()
  const archive = await opened(bytes, 'xlsx', '[content_types].xml', 'xl/workbook.xml')
  const types = archive.text('[content_types].xml')
  if (types.includes('macroEnabled') || archive.names.some(name => macro.test(name))) throw hasMacros()
  if (!types.includes('spreadsheetml.sheet.main+xml')) throw notWhatItsNameSays('xlsx')
  return {
    flags: [
      ...flag(archive, 'embedded', /^xl\/embeddings\//),
      ...flag(archive, 'external', /^xl\/externallinks\//),
    ],
  }
}

/** HWPX (한글) — a document whose archive says of itself what it is. */
export async function inspectHwpx(bytes: Buffer): Promise<Inspected> {
  const archive = await opened(bytes, 'hwpx', 'mimetype', 'contents/content.hpf')
  if (archive.text('mimetype').trim() !== 'application/hwp+zip') throw notWhatItsNameSays('hwpx')
  if (
    archive.has('meta-inf/manifest.xml') &&
    archive.text('meta-inf/manifest.xml').includes('encryption-data')
  )
    throw hasPassword()
  return { flags: flag(archive, 'embedded', /\.(ole|exe|dll|js|vbs)$/) }
}

async function opened(bytes: Buffer, extension: string, ...parts: string[]): Promise<Unpacked> {
  const isArchive = bytes.toString('latin1', 0, 4) === 'PK\x03\x04'
  if (!isArchive) throw bytes.length < 22 ? damaged() : notWhatItsNameSays(extension)
  const archive = await unpack(bytes, parts)
  if (parts.every(part => archive.has(part))) return archive
  throw notWhatItsNameSays(extension)
}

const flag = ({ names }: Unpacked, name: FileFlag, pattern: RegExp): FileFlag[] =>
  names.some(each => pattern.test(each)) ? [name] : []
