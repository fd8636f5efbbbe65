import { columnLetters } from '../table/table.ts'
import { zip, type ZipPart } from './zip.ts'

/** A cell to write: text, nothing, or its own XML where a test is about that. */
export type CellToWrite =
  | string
  | null
  | { number: string | number }
  | { day: number }
  | { formula: string; value: string }
  | { error: string }

export interface SheetToWrite {
  name: string
  rows: readonly (readonly CellToWrite[])[]
  mergedRanges?: readonly string[]
  hiddenRows?: readonly number[]
  isHidden?: boolean
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A small real workbook. Texts are shared strings, as Excel writes them. */
export const workbook = (sheets: readonly SheetToWrite[], options: { isFrom1904?: boolean } = {}): Buffer =>
  zip(workbookParts(sheets, options))

export function workbookParts(
  sheets: readonly SheetToWrite[],
  { isFrom1904 = false }: { isFrom1904?: boolean } = {},
): ZipPart[] {
  const texts = new Map<string, number>()
  const sheetParts = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: sheetXml(sheet, texts),
  }))
  const links = [...sheets.keys()].map(
    i =>
      `<sheet name="${escaped(sheets[i]?.name ?? '')}" sheetId="${i + 1}" ${sheets[i]?.isHidden ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`,
  )
  const targets = [...sheets.keys()].map(i =>
    relationship(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  )
  return [
    {
      name: '_rels/.rels',
      content: relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${links.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...targets,
        relationship('rIdA', 'styles', 'styles.xml'),
        relationship('rIdB', 'sharedStrings', 'sharedStrings.xml'),
      ]),
    },
    { name: 'xl/styles.xml', content: stylesXml },
    ...sheetParts,
    {
      name: 'xl/sharedStrings.xml',
      content: `${declaration}<sst xmlns="${main}">${[...texts.keys()].map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
  ]
}

/** Style 1 is a built-in date, 2 a Korean one of its own, 3 an amount. */
const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"><alignment/></xf><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs></styleSheet>`

function sheetXml(
  { rows, mergedRanges = [], hiddenRows = [] }: SheetToWrite,
  texts: Map<string, number>,
): string {
  const body = rows.map((cells, i) => {
    const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : ''
    return `<row r="${i + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${i + 1}`, texts)).join('')}</row>`
  })
  const merged = mergedRanges.map(range => `<mergeCell ref="${range}"/>`).join('')
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`
}

function cellXml(cell: CellToWrite, at: string, texts: Map<string, number>): string {
  if (cell === null) return `<c r="${at}" s="1"/>`
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${indexOf(cell, texts)}</v></c>`
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`
  if ('day' in cell) return `<c r="${at}" s="2"><v>${cell.day}</v></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
}

function indexOf(text: string, texts: Map<string, number>): number {
  const index = texts.get(text) ?? texts.size
  texts.set(text, index)
  return index
}

const relationship = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`

const relationships = (list: readonly string[]) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
