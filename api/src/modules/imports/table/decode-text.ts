import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { fileRefusal } from './file-refusal.ts'
import type { Encoding } from './table.ts'

export interface DecodedText {
  /** Line ends are \n, whatever they were. */
  text: string
  encoding: Encoding
}

/**
 * Turns bytes into text, or refuses with the line that cannot be read. Korean offices write UTF-8 and
 * CP949 side by side. CP949 goes through iconv-lite: the TextDecoder of Node takes it for EUC-KR and
 * gets 8,822 of the 11,172 syllables wrong without a word.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const { text, encoding } = decoded(bytes)
  const lines = text.replace(/\r\n?/g, '\n')
  refuseAt(lines, '\ufffd', '알아볼 수 없는 글자가 있습니다. UTF-8 또는 CP949로 다시 저장해 주세요.')
  refuseAt(lines, '\0', '글자가 아닌 내용이 있습니다. 표 파일(.xlsx, .csv, .json)인지 확인해 주세요.')
  return { text: lines, encoding }
}

function decoded(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: bytes.subarray(2).toString('utf16le'), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    throw fileRefusal('UTF-16 BE로 저장한 파일은 읽지 않습니다. UTF-8로 다시 저장해 주세요.')
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasBom ? bytes.subarray(3) : bytes
  if (isUtf8(body)) return { text: body.toString('utf8'), encoding: hasBom ? 'utf-8-bom' : 'utf-8' }
  refuseMixture(body, hasBom)
  return { text: iconv.decode(body, 'cp949'), encoding: 'cp949' }
}

/**
 * Many UTF-8 syllables are also some CP949 characters, so a file glued together from both would be read
 * as CP949 without complaint. A line that is good UTF-8 with Hangul in it was written as UTF-8.
 */
function refuseMixture(bytes: Buffer, hasBom: boolean): void {
  let firstOther: number | undefined
  let hasUtf8 = hasBom
  for (const [number, line] of linesOf(bytes)) {
    if (!isUtf8(line)) firstOther ??= number
    else if (/[가-힣]/.test(line.toString('utf8'))) hasUtf8 = true
    if (hasUtf8 && firstOther !== undefined)
      throw fileRefusal(
        `${firstOther}행의 글자 인코딩이 파일의 나머지와 다릅니다. 전체를 UTF-8로 다시 저장해 주세요.`,
      )
  }
}

function* linesOf(bytes: Buffer): Generator<[number: number, line: Buffer]> {
  let start = 0
  for (let number = 1; start < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, start)
    yield [number, bytes.subarray(start, end < 0 ? bytes.length : end)]
    start = end < 0 ? bytes.length : end + 1
  }
}

function refuseAt(text: string, character: string, message: string): void {
  const at = text.indexOf(character)
  if (at < 0) return
  throw fileRefusal(`${text.slice(0, at).split('\n').length}행에 ${message}`)
}
