import { expect, test } from 'vitest'
import { eventsOf, rowsOf, textsOf } from '../../testing/read-all.ts'
import { workbook, workbookParts } from '../../testing/workbook.ts'
import { zip } from '../../testing/zip.ts'
import { readTable } from '../read-table.ts'
import { isDateFormat } from './styles.ts'

const sheet = (name: string, ...rows: Parameters<typeof workbook>[0][number]['rows'][number][]) => ({
  name,
  rows,
})

/** A workbook of one sheet with this XML in its rows. */
const withRows = (rows: string) =>
  zip(
    workbookParts([sheet('가')]).map(part =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: String(part.content).replace('<sheetData>', `<sheetData>${rows}`) }
        : part,
    ),
  )

test('every cell keeps the text of the file and says what it is', async () => {
  const bytes = workbook([
    sheet('가', [
      '00123',
      { number: '12345678901234567' },
      { day: 46_145 },
      null,
      { error: '#N/A' },
      { formula: 'A1', value: '셈' },
    ]),
  ])
  expect((await rowsOf(bytes))[0]?.cells).toEqual([
    { kind: 'text', text: '00123' },
    { kind: 'number', text: '12345678901234567' },
    { kind: 'date', text: '46145' },
    { kind: 'text', text: '' },
    { kind: 'error', text: '#N/A' },
    { kind: 'text', text: '셈', isFormula: true },
  ])
})

test('all 11,172 syllables survive as shared strings', async () => {
  const syllables = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i))
  const texts = await textsOf(workbook([sheet('가', ...syllables.map(syllable => [syllable]))]))
  expect(texts.flat()).toEqual(syllables)
})

test('inline text, rich text without its readings, escaped characters, dates as text, booleans', async () => {
  const cells = [
    '<c t="inlineStr"><is><r><t>한</t></r><r><t>울</t></r><rPh><t>HAN</t></rPh></is></c>',
    '<c t="inlineStr"><is><t>첫 줄_x000D_&amp;<![CDATA[<둘째>]]></t></is></c>',
    '<c t="d"><v>2026-05-03T00:00:00</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c><f>A1</f></c>',
  ]
  expect((await rowsOf(withRows(`<row>${cells.join('')}</row>`)))[0]?.cells).toEqual([
    { kind: 'text', text: '한울' },
    { kind: 'text', text: '첫 줄\r&<둘째>' },
    { kind: 'date', text: '2026-05-03T00:00:00' },
    { kind: 'boolean', text: 'TRUE' },
    { kind: 'text', text: '', isFormula: true },
  ])
})

test('rows keep their numbers over gaps; hidden ones say so; merged cells come at the end', async () => {
  const bytes = workbook([
    {
      name: '가',
      rows: [['제목'], [], [null, '값'], ['숨음']],
      hiddenRows: [4],
      mergedRanges: ['A1:C1', 'B3:B4'],
    },
  ])
  expect(await eventsOf(bytes)).toEqual([
    { type: 'sheet', name: '가', isHidden: false, position: 0 },
    { type: 'row', number: 1, isHidden: false, cells: [{ kind: 'text', text: '제목' }] },
    {
      type: 'row',
      number: 3,
      isHidden: false,
      cells: [
        { kind: 'text', text: '' },
        { kind: 'text', text: '값' },
      ],
    },
    { type: 'row', number: 4, isHidden: true, cells: [{ kind: 'text', text: '숨음' }] },
    {
      type: 'end',
      mergedRanges: [
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 3, left: 2, bottom: 4, right: 2 },
      ],
    },
  ])
})

test('the first visible sheet is read, or those that are wanted', async () => {
  const bytes = workbook([
    { ...sheet('숨김', ['0']), isHidden: true },
    sheet('가', ['1']),
    sheet('나', ['2']),
    sheet('다', ['3']),
  ])
  expect(await textsOf(bytes)).toEqual([['1']])
  expect(await textsOf(bytes, { wants: ({ name }) => name === '가' || name === '다' })).toEqual([
    ['1'],
    ['3'],
  ])
})

test('a workbook that counts from 1904 says so where it matters', async () => {
  const [row] = await rowsOf(workbook([sheet('가', [{ day: 0 }, { number: 7 }, 'x'])], { isFrom1904: true }))
  expect(row?.cells).toEqual([
    { kind: 'date', text: '0', isFrom1904: true },
    { kind: 'number', text: '7', isFrom1904: true },
    { kind: 'text', text: 'x' },
  ])
})

test.each([
  [14, undefined, true],
  [31, undefined, true],
  [58, undefined, true],
  [3, undefined, false],
  [164, 'yyyy"년" m"월" d"일"', true],
  [165, '#,##0;[Red]-#,##0', false],
  [166, '#,##0" days"', false],
  [167, '_-* #,##0_-;\\-* #,##0_d', false],
  [168, '[$-412]yyyy\\.mm\\.dd', true],
  [169, 'General', false],
])('number format %i %s: a date is %s', (format, code, isDate) => {
  expect(isDateFormat(format, code)).toBe(isDate)
})

test('a format laid over whole rows to the last column does no harm', async () => {
  expect(
    await textsOf(withRows('<row r="1"><c r="A1" t="str"><v>가</v></c><c r="XFD1" s="1"/></row>')),
  ).toEqual([['가']])
})

test('files are read one at a time, and leaving one early lets the next one in', async () => {
  const bytes = workbook([sheet('가', ['1'], ['2'])])
  for await (const event of readTable({ name: 'a', bytes }).events) if (event.type === 'row') break
  expect(await Promise.all([textsOf(bytes), textsOf(bytes)])).toEqual([
    [['1'], ['2']],
    [['1'], ['2']],
  ])
})
