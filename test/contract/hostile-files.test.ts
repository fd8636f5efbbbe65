import { readdirSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { zip } from '@panro/api/src/modules/imports/testing/zip.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, signIn } from '../kit/ask.ts'
import {
  compoundFile,
  exif,
  hwp,
  hwpx,
  jpeg,
  jpegText,
  packedObjects,
  pdf,
  png,
  pngChunk,
  webp,
  xlsx,
} from '../kit/documents.ts'
import { fetchFile, sendFile } from '../kit/files.ts'

let app: TestApp
let token: string
beforeAll(async () => {
  app = await startApp({ files: { largestFileMb: 2 } })
  token = await signIn(app, 'ENTERPRISE')
  // The thread that looks into files starts with the first of them.
  await sendFile(app, token, '처음.pdf', pdf())
})
afterAll(() => app.stop())

const mebibyte = 1024 * 1024

/** Name, bytes, and which of the six problems it is refused for. */
const hostile: [what: string, name: string, bytes: () => Buffer, problem: string][] = [
  ['nothing at all', '빈.pdf', () => Buffer.alloc(0), 'empty'],
  ['one byte too many', '큰.pdf', () => padded(2_000_001), 'size'],
  ['a program', '목록.exe', () => Buffer.from('MZ\x90\0'), 'type'],
  ['a program under another name', '목록.pdf', () => Buffer.from('MZ\x90\0'), 'type'],
  ['a page', '목록.html', () => Buffer.from('<html>'), 'type'],
  [
    'a page under the name of a workbook',
    '목록.xlsx',
    () => Buffer.from('<html><table></table></html>'),
    'type',
  ],
  ['a drawing with a script', '그림.svg', () => Buffer.from('<svg onload="alert(1)"/>'), 'type'],
  ['a drawing under another name', '그림.png', () => Buffer.from('<svg onload="alert(1)"/>'), 'type'],
  ['a workbook with macros', '목록.xlsm', () => xlsx(), 'type'],
  [
    'macros under another name',
    '목록.xlsx',
    () => xlsx([{ name: 'xl/vbaProject.bin', content: 'x' }]),
    'type',
  ],
  [
    'macros by its type',
    '목록.xlsx',
    () => xlsx([], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    'type',
  ],
  [
    'macros of Excel 4',
    '목록.xlsx',
    () => xlsx([{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]),
    'type',
  ],
  ['an old workbook', '목록.xls', () => compoundFile(['Workbook']), 'type'],
  ['an old workbook under another name', '목록.hwp', () => compoundFile(['Workbook']), 'type'],
  ['a workbook under a password', '목록.xlsx', () => compoundFile(['EncryptedPackage']), 'password'],
  ['한글 under a password', '계획.hwp', () => hwp(3), 'password'],
  [
    'HWPX under a password',
    '계획.hwpx',
    () => hwpx([{ name: 'META-INF/manifest.xml', content: '<odf:encryption-data/>' }]),
    'password',
  ],
  [
    'an encrypted archive',
    '목록.xlsx',
    () => xlsx([{ name: 'xl/a.xml', content: 'x', isEncrypted: true }]),
    'password',
  ],
  ['a PDF under a password', '확인서.pdf', () => pdf({ body: '<< /Encrypt 5 0 R >>' }), 'password'],
  ['an archive that is no document', '묶음.hwpx', () => zip([{ name: 'a.txt', content: 'a' }]), 'type'],
  [
    'a bomb of one part',
    '폭탄.xlsx',
    () => xlsx([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(80 * mebibyte, 0x20) }]),
    'size',
  ],
  [
    'a bomb of many parts',
    '폭탄.hwpx',
    () =>
      hwpx(
        Array.from({ length: 120 }, (_, i) => ({
          name: `Contents/${i}.txt`,
          content: Buffer.alloc(970_000, 0x20),
        })),
      ),
    'size',
  ],
  [
    'more parts than any document has',
    '조각.hwpx',
    () => hwpx(Array.from({ length: 2_100 }, (_, i) => ({ name: `Contents/${i}.xml`, content: '' }))),
    'size',
  ],
  [
    'entities that unfold into a gigabyte',
    '폭탄.xlsx',
    () =>
      xlsx([
        { name: 'xl/sharedStrings.xml', content: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>' },
      ]),
    'type',
  ],
  [
    'the same in UTF-16',
    '폭탄.xlsx',
    () =>
      xlsx([{ name: 'xl/sharedStrings.xml', content: Buffer.from('\ufeff<!DOCTYPE a []><a/>', 'utf16le') }]),
    'type',
  ],
  ['a part beside the folder', '탈출.xlsx', () => xlsx([{ name: '../../x', content: 'x' }]), 'interrupted'],
  ['a part twice', '둘.xlsx', () => xlsx([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'interrupted'],
  [
    'a link',
    '링크.xlsx',
    () => xlsx([{ name: 'xl/l', content: '/etc/passwd', isSymbolicLink: true }]),
    'interrupted',
  ],
  [
    'sizes that lie',
    '거짓.xlsx',
    () => xlsx([{ name: 'xl/a.xml', content: 'long enough', claimedBytes: 3 }]),
    'interrupted',
  ],
  [
    'a PDF that begins as a page',
    '문서.pdf',
    () => pdf({ head: '%PDF-1.4\n<script>alert(1)</script>\n' }),
    'type',
  ],
  ['a page that goes on as a PDF', '문서.pdf', () => pdf({ head: '<html>%PDF-1.4\n' }), 'type'],
  ['a PDF that is an archive as well', '문서.pdf', () => Buffer.concat([pdf(), xlsx()]), 'type'],
  ['a PDF that was cut off', '문서.pdf', () => pdf({ pages: 200 }).subarray(0, 4_000), 'interrupted'],
  ['a PDF with a bomb in it', '문서.pdf', () => pdf({ body: packedObjects('a'.repeat(70_000_000)) }), 'size'],
  ['a photo with an archive behind it', '사진.jpg', () => Buffer.concat([jpeg(), xlsx()]), 'type'],
  ['a photo with a page behind it', '사진.jpg', () => jpeg({ tail: '<script>alert(1)</script>' }), 'type'],
  ['a photo that was cut off', '사진.jpg', () => jpeg().subarray(0, 40), 'interrupted'],
  ['a photo of lies', '사진.jpg', () => Buffer.from('ffd8ffe0ffff0000', 'hex'), 'interrupted'],
  ['a picture with a program behind it', '그림.png', () => png({ tail: 'MZ\x90\0' }), 'type'],
  ['a picture of a gigapixel', '그림.png', () => png({ width: 30_000, height: 30_000 }), 'size'],
  ['a photo of four gigapixels', '사진.jpg', () => jpeg({ width: 65_535, height: 65_535 }), 'size'],
  ['a picture whose sums are wrong', '그림.png', () => png().fill(0xff, 20, 22), 'interrupted'],
  ['a GIF with a script', '그림.webp', () => Buffer.from('GIF89a/*<script>*/'), 'type'],
  ['the head of a WebP alone', '그림.webp', () => webp().subarray(0, 16), 'interrupted'],
]

function padded(length: number): Buffer {
  const bytes = Buffer.alloc(length, 0x20)
  pdf().copy(bytes, length - pdf().length)
  return bytes
}

test.each(hostile)('refused within 2 s, by name: %s', async (_what, name, bytes, problem) => {
  // Making the file is the work of the test, in the same process: what it costs does not count.
  const content = bytes()
  const health = watchHealth()
  const { status, errors, ms } = await sendFile(app, token, name, content)
  const slowest = await health.end()
  expect({ status, problem: errors?.[0]?.extensions.problem }).toEqual({ status: 400, problem })
  expect(errors?.[0]?.message).toContain(name)
  expect(errors?.[0]?.message).toMatch(/[가-힣]+(주세요|입니다|습니다)\./)
  expect(ms).toBeLessThan(2_000)
  // A hundredth of that on a quiet machine; what this must show is that nobody waits for the file.
  expect(slowest).toBeLessThan(1_000)
  expect(incoming()).toEqual([])
})

/** Asks for the health all the while; the slowest answer counts. */
function watchHealth() {
  let isOver = false
  let slowest = 0
  const ask = async () => {
    const begun = performance.now()
    const response = await fetch(`${app.url}/health`)
    await response.text()
    slowest = Math.max(slowest, performance.now() - begun)
  }
  const watching = (async () => {
    while (!isOver) {
      await ask()
      await new Promise(resume => setTimeout(resume, 10))
    }
  })()
  return {
    end: async () => {
      isOver = true
      await watching
      return slowest
    },
  }
}

const incoming = () => {
  try {
    return readdirSync(path.join(app.dataDir, 'files', 'incoming'))
  } catch {
    return ['the folder is not there']
  }
}

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\자료\\검수조서.pdf', '검수조서.pdf'],
  ['..%2f..%2f검수.pdf', '%2f..%2f검수.pdf'],
  ['검수조서.pdf'.normalize('NFD'), '검수조서.pdf'],
  ['검수\u202efdp.조서.pdf', '검수fdp.조서.pdf'],
  ['검수\u0000조서\u200b\r\n.pdf. ', '검수조서.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['가<나>:"다|?*.pdf', '가_나___다___.pdf'],
  [`${'가'.repeat(300)}.pdf`, `${'가'.repeat(116)}.pdf`],
])('a name that deceives is stored as what it is: %j', async (given, stored) => {
  const { status, id } = await sendFile(app, token, given, pdf())
  expect(status).toBe(201)
  expect(await nameOf(id)).toBe(stored)
})

const nameOf = async (id: string) =>
  (
    await read<{ node: { name: string } }>(app, `{ node(id: "${id}") { ... on EvidenceFile { name } } }`, {
      token,
    })
  ).node.name

test('a name in CP949 is understood', async () => {
  // ‘똠.pdf’: a syllable that only the extended set has.
  const { id } = await sendFile(app, token, Buffer.from('8c632e706466', 'hex'), pdf())
  expect(await nameOf(id)).toBe('똠.pdf')
})

test.each([
  ['exe', '검수조서\u202efdp.exe'],
  ['nothing', '검수조서'],
  ['only dots', '....pdf'],
])('a name that ends on %s is refused', async (_what, name) => {
  expect((await sendFile(app, token, name, pdf())).status).toBe(400)
})

const secret = 'GPS 37.5665,126.9780 홍길동'

test.each([
  ['현장.jpg', () => jpeg({ segments: [exif(secret), jpegText(secret)] })],
  [
    '현장.png',
    () => png({ chunks: [pngChunk('tEXt', Buffer.from(secret)), pngChunk('eXIf', Buffer.from(secret))] }),
  ],
  ['현장.webp', () => webp(secret)],
  ['휴대전화.jpg', () => jpeg({ segments: [exif(secret)], tail: `SEFH ${secret}` })],
])('what a camera writes into %s is not kept', async (name, bytes) => {
  expect(bytes().includes(secret)).toBe(true)
  const { id, status } = await sendFile(app, token, name, bytes())
  expect(status).toBe(201)
  const stored = Buffer.from(await (await fetchFile(app, token, id)).arrayBuffer())
  expect(stored.includes(secret)).toBe(false)
  // Which side is up is part of the picture.
  if (name.endsWith('.jpg')) expect(stored.includes(Buffer.from('0112000300000001000600', 'hex'))).toBe(true)
})

test.each([
  ['a script', pdf({ body: '<< /S /JavaScript /JS (app.alert) >>' }), ['SCRIPT']],
  ['a script by another spelling', pdf({ body: '<< /S /Java#53cript >>' }), ['SCRIPT']],
  ['a script that is packed away', pdf({ body: packedObjects('<< /S /JavaScript >>') }), ['SCRIPT']],
  ['a program to start', pdf({ body: '<< /S /Launch /F (cmd.exe) >>' }), ['LAUNCH']],
  ['nothing of the kind', pdf({ body: packedObjects('<< /Title (a) >>') }), []],
])('a PDF with %s is flagged, and shown on the spot only without', async (_what, bytes, flags) => {
  const { id } = await sendFile(app, token, '문서.pdf', bytes)
  const { node } = await read<{ node: { flags: string[]; inlineUrl: string | null } }>(
    app,
    `{ node(id: "${id}") { ... on EvidenceFile { flags inlineUrl } } }`,
    { token },
  )
  expect(node.flags).toEqual(flags)
  expect(node.inlineUrl === null).toBe(flags.length > 0)
  const shown = await fetchFile(app, token, id, { inline: true })
  expect(shown.headers.get('content-disposition')?.split(';')[0]).toBe(
    flags.length > 0 ? 'attachment' : 'inline',
  )
})

test('a line that drops in the middle leaves nothing behind', async () => {
  const { port, hostname } = new URL(app.url)
  await new Promise<void>(resolve => {
    const request = http.request(
      {
        ...{ hostname, port, method: 'POST', path: `/admin/files?name=a.pdf` },
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': 1_000_000,
          authorization: `Bearer ${token}`,
        },
      },
      () => {},
    )
    request.on('error', () => resolve())
    request.write(Buffer.alloc(200_000, 0x20), () => setTimeout(() => request.destroy(), 200))
  })
  await expect.poll(incoming, { timeout: 5_000 }).toEqual([])
})

test('200 uploads at once are each answered, and nobody else waits', async () => {
  const health = watchHealth()
  const sent = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      sendFile(app, token, `${i}.pdf`, i % 2 === 0 ? pdf({ pages: i + 1 }) : Buffer.from('MZ')),
    ),
  )
  const slowest = await health.end()
  const counts = Object.groupBy(sent, ({ status }) => status)
  expect(Object.keys(counts).every(status => ['201', '400', '429'].includes(status))).toBe(true)
  expect(counts[201]?.length).toBeGreaterThan(10)
  expect(sent.filter(({ status }) => status !== 201).every(({ errors }) => errors?.[0]?.message)).toBe(true)
  // The test itself, in the same process, makes and reads 200 requests meanwhile.
  expect(slowest).toBeLessThan(2_000)
  expect(incoming()).toEqual([])
})
