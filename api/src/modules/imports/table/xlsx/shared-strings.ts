import { fileRefusal } from '../file-refusal.ts'
import type { TableLimits } from '../limits.ts'
import type { Archive } from './archive.ts'
import { unescapeText } from './unescape-text.ts'
import { readXml } from './xml.ts'

/** The texts that cells point to by number. Formatted runs are joined, readings for East Asian scripts dropped. */
export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  limits: TableLimits,
): Promise<string[]> {
  if (part === undefined || !archive.has(part)) return []
  const strings: string[] = []
  let characters = 0
  let current = ''
  let isText = false
  let isReading = false
  const visitor = {
    open(name: string) {
      if (name === 'si') current = ''
      if (name === 't') isText = true
      if (name === 'rPh') isReading = true
    },
    text(text: string) {
      if (isText && !isReading) current += text
    },
    close(name: string) {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
      if (name !== 'si') return
      characters += current.length
      const isTooMuch = characters > limits.sharedStringCharacters || strings.length >= limits.cells
      if (isTooMuch || current.length > limits.cellCharacters) throw tooMuchText()
      strings.push(unescapeText(current))
    },
  }
  await readXml(archive.read(part), visitor, limits.tokenBytes)
  return strings
}

const tooMuchText = () =>
  fileRefusal('엑셀 파일에 든 글이 지나치게 많습니다. 필요한 시트와 행만 남겨 다시 저장해 주세요.')
