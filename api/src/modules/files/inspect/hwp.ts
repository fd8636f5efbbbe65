import { damaged, hasPassword, notWhatItsNameSays, severalInOne } from '../file-problem.ts'
import { isAlsoZip } from './another-format.ts'
import { hasStream, isCompoundFile } from './compound-file.ts'
import type { Inspected } from './inspected.ts'

/** Of the properties in the header of a document: a password, rights management, a certificate, a script. */
const password = 1 << 1
const restricted = (1 << 4) | (1 << 8) | (1 << 10)
const script = 1 << 3

/** HWP 5 (한글) — the compound file that 한글 writes, told from other documents in such a file by its streams. */
export function inspectHwp(bytes: Buffer): Inspected {
  if (!isCompoundFile(bytes)) throw notWhatItsNameSays('hwp')
  if (hasStream(bytes, 'EncryptedPackage')) throw hasPassword()
  if (!hasStream(bytes, 'FileHeader') || !hasStream(bytes, '\x05HwpSummaryInformation'))
    throw notWhatItsNameSays('hwp')
  if (hasStream(bytes, '_VBA_PROJECT') || hasStream(bytes, 'WordDocument') || isAlsoZip(bytes))
    throw severalInOne()
  const header = bytes.indexOf('HWP Document File\0', 512, 'latin1')
  if (header < 0 || header + 40 > bytes.length) throw damaged()
  const properties = bytes.readUInt32LE(header + 36)
  if ((properties & (password | restricted)) !== 0) throw hasPassword()
  return { flags: (properties & script) === 0 ? [] : ['script'] }
}
