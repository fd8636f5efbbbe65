import { columnLetters, type Cell } from '../table/table.ts'
import { zipParts } from './zip-parts.ts'

export interface CellToWrite {
  cell: Cell
  /** Coloured, for the eye. */
  isMarked: boolean
  /** In a colour that means something, instead. */
  colour?: Colour | undefined
}

/** The colours that consultation centres know their types of match by. */
const colours = { green: 'FFC6EFCE', blue: 'FFBDD7EE', orange: 'FFFCE4D6', grey: 'FFD3D3D3' }
export type Colour = keyof typeof colours

export interface SheetToWrite {
  name: string
  /** By their numbers, from 1; rows in between stay empty. */
  rows: readonly { number: number; cells: readonly CellToWrite[] }[]
  /** Stays in sight, and filters what is below. */
  headerRow: number
  /** Counted from 0: the column that gets room for sentences. */
  wideColumn: number
  /** Of each column, where the usual ones do not fit. */
  widths?: readonly number[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

/**
 * A workbook whose cells are what they were: texts stay texts, digit by digit. No formula is ever written, so a text
 * such as =HYPERLINK(…) is one; its style keeps it one when somebody edits the cell.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const isFrom1904 = sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ cell }) => cell.kind === 'date' && cell.isFrom1904)),
  )
  return zipParts([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    {
      name: '_rels/.rels',
      content: relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, isFrom1904) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
        relation('rIdStyles', 'styles', 'styles.xml'),
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ])
}

function sheetXml({ rows, headerRow, wideColumn, widths }: SheetToWrite): string {
  const last = rows.at(-1)?.number ?? headerRow
  const body = rows.map(
    ({ number, cells }) =>
      `<row r="${number}">${cells.map((cell, i) => cellXml(cell, `${columnLetters(i)}${number}`)).join('')}</row>`,
  )
  const pane = `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>`
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths === undefined ? usualWidths(wideColumn) : widths.map(widthXml).join('')}</cols>`,
    `<sheetData>${body.join('')}</sheetData>`,
    `<autoFilter ref="A${headerRow}:${columnLetters(wideColumn)}${last}"/></worksheet>`,
  ].join('')
}

const usualWidths = (wide: number) =>
  `${wide === 0 ? '' : `<col min="1" max="${wide}" width="16" customWidth="1"/>`}${widthXml(70, wide)}`

const widthXml = (width: number, at: number) =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`

/** 0 general, 1 date, 2 text; the same three again in each colour. */
const styleOf = (base: 0 | 1 | 2, { isMarked, colour }: Pick<CellToWrite, 'isMarked' | 'colour'>) =>
  base + 3 * (colour === undefined ? Number(isMarked) : Object.keys(colours).indexOf(colour) + 2)

function cellXml({ cell: { kind, text }, ...look }: CellToWrite, at: string): string {
  if (text === '') return look.isMarked ? `<c r="${at}" s="${styleOf(2, look)}"/>` : ''
  if (kind === 'number') return `<c r="${at}" s="${styleOf(0, look)}"><v>${text}</v></c>`
  if (kind === 'date' && /^-?\d+(\.\d+)?$/.test(text))
    return `<c r="${at}" s="${styleOf(1, look)}"><v>${text}</v></c>`
  if (kind === 'boolean')
    return `<c r="${at}" s="${styleOf(0, look)}" t="b"><v>${text === 'TRUE' ? 1 : 0}</v></c>`
  if (kind === 'error') return `<c r="${at}" s="${styleOf(0, look)}" t="e"><v>${escaped(text)}</v></c>`
  return `<c r="${at}" s="${styleOf(2, look)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** XML cannot hold control characters; workbooks write them as _x0007_, and that text itself as _x005F_x0007_. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, character => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function workbookXml(sheets: readonly SheetToWrite[], isFrom1904: boolean): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`
}

const styles = (() => {
  const xf = (format: number, fill: number) =>
    `<xf numFmtId="${format}" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"${format === 49 ? ' quotePrefix="1"' : ''}/>`
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]
  const solid = ['FFFFD6D6', ...Object.values(colours)].map(
    rgb =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
  )
  const ofFills = [0, ...solid.map((_, at) => at + 2)]
  return [
    `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="10"/><name val="맑은 고딕"/></font></fonts>`,
    `<fills count="${fills.length + solid.length}">${[...fills, ...solid].join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`,
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
    `<cellXfs count="${3 * ofFills.length}">${ofFills.flatMap(fill => [0, 14, 49].map(format => xf(format, fill))).join('')}</cellXfs></styleSheet>`,
  ].join('')
})()

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`

const relations = (list: readonly string[]) =>
  `${declaration}<Relationships xmlns="${relationships}">${list.join('')}</Relationships>`

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides.join('')}</Types>`,
  ].join('')
}
