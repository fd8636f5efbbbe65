import { fileRefusal } from './file-refusal.ts'

/** Says by its first bytes what a file is, and refuses by name what people take for a table. */
export function sniff(bytes: Buffer): 'xlsx' | 'json' | 'csv' {
  if (bytes.length === 0) throw fileRefusal('빈 파일입니다. 내용이 있는 파일을 올려 주세요.')
  if (startsWith(bytes, 0x50, 0x4b)) return 'xlsx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFileRefusal(bytes)
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw pdf()
  const opening = openingOf(bytes)
  if (opening === '<') throw markup()
  if (opening === '{' || opening === '[') return 'json'
  return 'csv'
}

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)

const isBlank = (byte: number) => byte <= 0x20 || [0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)

/** The first character that is not blank, past a byte order mark and past the zero bytes of UTF-16. */
function openingOf(bytes: Buffer): string | undefined {
  const first = bytes.subarray(0, 1024).find(byte => !isBlank(byte))
  return first === undefined ? undefined : String.fromCodePoint(first)
}

/** Old .xls, .hwp and password-protected .xlsx all share one container; the protected one names its stream. */
function compoundFileRefusal(bytes: Buffer) {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? fileRefusal('암호가 걸린 엑셀 파일이라 읽을 수 없습니다. 암호를 풀고 .xlsx로 다시 저장해 주세요.')
    : fileRefusal('옛 형식(.xls, .hwp)이라 읽을 수 없습니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')
}

const markup = () =>
  fileRefusal('이름만 엑셀이고 내용은 HTML 또는 XML입니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')
const pdf = () => fileRefusal('PDF는 표로 읽을 수 없습니다. .xlsx 또는 .csv 파일을 올려 주세요.')
