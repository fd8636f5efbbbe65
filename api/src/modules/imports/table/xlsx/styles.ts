import type { Archive } from './archive.ts'
import { type Attributes, readXml } from './xml.ts'

/** Tells by the index in a cell's `s` whether the cell is shown as a date: a date is a style here, not a type. */
export type IsDateStyle = (style: number) => boolean

export async function readDateStyles(
  archive: Archive,
  part: string | undefined,
  tokenBytes: number,
): Promise<IsDateStyle> {
  if (part === undefined) return () => false
  const formatCodes = new Map<number, string>()
  const formatOfStyle: number[] = []
  let isInCellFormats = false
  const open = (name: string, attributes: Attributes) => {
    if (name === 'cellXfs') isInCellFormats = true
    if (name === 'numFmt') formatCodes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    if (name === 'xf' && isInCellFormats) formatOfStyle.push(Number(attributes['numFmtId'] ?? 0))
  }
  const close = (name: string) => {
    if (name === 'cellXfs') isInCellFormats = false
  }
  await readXml(archive.read(part), { open, close }, tokenBytes)

  const areDates = formatOfStyle.map(format => isDateFormat(format, formatCodes.get(format)))
  return style => areDates[style] ?? false
}

/** Built-in formats that show a day or a time; those of Korean and other East Asian versions lie in 27–36 and 50–58. */
const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

export function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.some(([from, to]) => format >= from && format <= to)
  const letters = code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
  return /[ymdhs]/i.test(letters)
}
