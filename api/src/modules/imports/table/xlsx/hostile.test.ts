import { expect, test } from 'vitest'
import { refusalOf, rowsOf } from '../../testing/read-all.ts'
import { workbook, workbookParts } from '../../testing/workbook.ts'
import { zip, type ZipPart } from '../../testing/zip.ts'
import { type TableLimits, uploadLimits } from '../limits.ts'

const parts = workbookParts([{ name: '가', rows: [['기업명'], ['한울']] }])

/** The workbook with one part changed. */
const changed = (name: string, change: (content: string) => string | Buffer): Buffer =>
  zip(parts.map(part => (part.name === name ? { ...part, content: change(String(part.content)) } : part)))

const withRows = (rows: string) =>
  changed('xl/worksheets/sheet1.xml', xml => xml.replace('<sheetData>', `<sheetData>${rows}`))
const withParts = (...more: ZipPart[]) => zip([...parts, ...more])
const withClaim = (name: string, claim: Partial<ZipPart>) =>
  zip(parts.map(part => (part.name === name ? { ...part, ...claim } : part)))

const sheet1 = 'xl/worksheets/sheet1.xml'
const blanks = ' '.repeat(120_000_000)

const damaged = /^엑셀 파일이 손상/
const tooMuchInside = /^압축을 풀면 지나치게/

interface Hostile {
  name: string
  bytes: () => Buffer
  message: RegExp
  limits?: Partial<TableLimits>
}

/** Ten sheets that are all the same part: what is declared once is inflated ten times. */
const tenfold = workbookParts(
  Array.from({ length: 10 }, (_, i) => ({
    name: `${i}`,
    rows: i === 0 ? Array.from({ length: 500 }, () => ['가']) : [],
  })),
).map(part =>
  part.name === 'xl/_rels/workbook.xml.rels'
    ? { ...part, content: String(part.content).replaceAll(/sheet\d+\.xml/g, 'sheet1.xml') }
    : part,
)

const hostiles: Hostile[] = [
  {
    name: 'one part read over and over',
    bytes: () => zip(tenfold),
    message: tooMuchInside,
    limits: { inflatedBytes: 100_000 },
  },
  { name: 'a bomb of blanks', bytes: () => withRows(blanks), message: tooMuchInside },
  {
    name: 'a bomb of blanks whose header lies about the size',
    bytes: () =>
      zip(
        parts.map(part => (part.name === sheet1 ? { ...part, content: blanks, claimedBytes: 1000 } : part)),
      ),
    message: damaged,
  },
  {
    name: 'a bomb that stays below the total but not below the ratio',
    bytes: () => withRows('<row><c/></row>'.repeat(1_000_000)),
    message: tooMuchInside,
  },
  {
    name: 'a bomb in the shared strings',
    bytes: () =>
      changed('xl/sharedStrings.xml', xml =>
        xml.replace('<si>', `${'<si><t>가나다</t></si>'.repeat(3_000_000)}<si>`),
      ),
    message: tooMuchInside,
  },
  {
    name: 'shared strings without end, were the ratio no matter',
    bytes: () =>
      changed('xl/sharedStrings.xml', xml => xml.replace('<si>', `${'<si/>'.repeat(1_300_000)}<si>`)),
    message: /^엑셀 파일에 든 글이/,
    limits: { inflationRatio: 1e6 },
  },
  {
    name: 'one endless text',
    bytes: () => withRows(`<row><c t="str"><v>${'x'.repeat(20_000_000)}</v></c></row>`),
    message: /^엑셀 파일 안에 지나치게 긴/,
    limits: { inflationRatio: 1e6 },
  },
  {
    name: 'a text above what a cell can hold',
    bytes: () => withRows(`<row r="1"><c r="B1" t="str"><v>${'x'.repeat(32_768)}</v></c></row>`),
    message: /^B1 칸이 32,767자를/,
  },
  {
    name: 'more rows than allowed',
    bytes: () => workbook([{ name: '가', rows: Array.from({ length: 50_001 }, (_, i) => [`기업 ${i}`]) }]),
    message: /^한 시트의 행이 50,000개를/,
  },
  {
    name: 'more columns than allowed',
    bytes: () => withRows('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>'),
    message: /^XFD1 칸처럼 200번째 열을/,
  },
  {
    name: 'a column that does not exist',
    bytes: () => withRows('<row r="1"><c r="ZZZZZZ1"/></row>'),
    message: damaged,
  },
  {
    name: 'a million empty columns',
    bytes: () => withRows(`<row>${'<c/>'.repeat(1_300_000)}</row>`),
    message: /^칸이 너무 많습니다/,
    limits: { inflationRatio: 1e6 },
  },
  { name: 'rows out of order', bytes: () => withRows('<row r="5"/><row r="4"/>'), message: damaged },
  {
    name: 'a number that is none',
    bytes: () => withRows('<row r="1"><c r="A1"><v>1e</v></c></row>'),
    message: damaged,
  },
  {
    name: 'a text that is not there',
    bytes: () => withRows('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    message: damaged,
  },
  { name: 'elements without bottom', bytes: () => withRows('<a>'.repeat(100_000)), message: damaged },
  {
    name: 'a document type with entities',
    bytes: () =>
      changed(sheet1, xml => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "가나다">]><worksheet')),
    message: /^DOCTYPE/,
  },
  {
    name: 'an entity that nobody declared',
    bytes: () => withRows('<row><c><v>&b;</v></c></row>'),
    message: damaged,
  },
  { name: 'broken XML', bytes: () => withRows('<row><c></row>'), message: damaged },
  {
    name: 'bytes that are not UTF-8',
    bytes: () =>
      changed(sheet1, xml => Buffer.from(xml.replace('<sheetData>', '<sheetData><!--\xb0\xa1-->'), 'latin1')),
    message: damaged,
  },
  {
    name: 'a part named to lie outside',
    bytes: () => withParts({ name: '../../evil.xml', content: '' }),
    message: damaged,
  },
  {
    name: 'a symbolic link',
    bytes: () => withParts({ name: 'link', content: '/etc', isSymbolicLink: true }),
    message: damaged,
  },
  { name: 'two parts of one name', bytes: () => withParts({ name: sheet1, content: '' }), message: damaged },
  {
    name: 'two parts that differ by case',
    bytes: () => withParts({ name: sheet1.toUpperCase(), content: '' }),
    message: damaged,
  },
  {
    name: 'a relationship that leads outside',
    bytes: () =>
      changed('xl/_rels/workbook.xml.rels', xml => xml.replace('worksheets/sheet1.xml', '../../../../x.xml')),
    message: damaged,
  },
  {
    name: 'a sheet in another place of the network',
    bytes: () =>
      changed('xl/_rels/workbook.xml.rels', xml =>
        xml.replace('Target="worksheets', 'TargetMode="External" Target="worksheets'),
      ),
    message: damaged,
  },
  {
    name: 'more parts than a workbook has',
    bytes: () => withParts(...Array.from({ length: 200 }, (_, i) => ({ name: `${i}.xml`, content: '' }))),
    message: /^압축 파일 안에 든 것이 너무 많/,
  },
  {
    name: 'an encrypted part',
    bytes: () => withClaim(sheet1, { isEncrypted: true }),
    message: /^암호가 걸린/,
  },
  {
    name: 'a size that is claimed too large',
    bytes: () => withClaim(sheet1, { claimedBytes: 2 ** 31 }),
    message: tooMuchInside,
  },
  {
    name: 'macros',
    bytes: () => withParts({ name: 'xl/vbaProject.bin', content: 'x' }),
    message: /^매크로가 든/,
  },
  {
    name: 'a binary workbook',
    bytes: () => zip([{ name: 'xl/workbook.bin', content: 'x' }]),
    message: /^이진 통합 문서/,
  },
  {
    name: 'a zip of something else',
    bytes: () => zip([{ name: 'inner.zip', content: workbook([]) }]),
    message: damaged,
  },
  { name: 'half a file', bytes: () => zip(parts).subarray(0, 900), message: damaged },
  {
    name: 'a file that takes too long',
    bytes: () => zip(parts),
    message: /시간이 너무 오래/,
    limits: { seconds: 0.001 },
  },
]

// Tried again when it takes too long: the machine that tests may be busy with something else.
test.each(hostiles)('$name: refused within 2 s, the event loop alive', { retry: 2 }, async hostile => {
  const file = hostile.bytes()
  const limits = { ...uploadLimits, ...hostile.limits }
  const startedAt = performance.now()
  const used = process.cpuUsage()
  const loop = watchLoop()
  expect(await refusalOf(() => rowsOf(file, { limits, wants: () => true }))).toMatch(hostile.message)
  expect(loop.longestPause()).toBeLessThan(500)
  // Two seconds of work; on a machine that also runs others' tests, a clock on the wall counts theirs.
  const { user, system } = process.cpuUsage(used)
  expect(Math.min(performance.now() - startedAt, (user + system) / 1000)).toBeLessThan(2000)
})

/** How long other requests would have had to wait at worst. */
function watchLoop() {
  let pause = 0
  let last = performance.now()
  const timer = setInterval(() => {
    pause = Math.max(pause, performance.now() - last)
    last = performance.now()
  }, 5)
  return {
    longestPause() {
      clearInterval(timer)
      return Math.max(pause, performance.now() - last)
    },
  }
}
