import { readTable } from '@panro/api/src/modules/imports/table/read-table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'
import { openSql, type Sql } from '../kit/sql.ts'
import { certificate, certificateHeader, certificates, preview, upload } from '../kit/upload.ts'

let app: TestApp
let sql: Sql
let token: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  token = await signIn(app, 'STAFF')
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

test('the error workbook has each row in its place, says what is wrong, and goes on when corrected', async () => {
  const wrong = certificates(
    certificate('2148868209', '=HYPERLINK(1)'),
    '2208162518,틀린번호,여성기업,2025-01-01,2027-12-31,유지,,',
    certificate('1138621886', '가온'),
  )
  const looked = await preview(app, token, 'certificate-periods', '오류 있는 목록.csv', wrong)
  expect(looked.diff?.counts).toMatchObject({ errors: 1 })
  const { import: told } = await read<{ import: { errors: { edges: { node: object }[] } } }>(
    app,
    `{ import(id: "${looked.id}") { errors(first: 5) { edges { node { row column cell what how } } } } }`,
    { token },
  )
  expect(told.errors.edges[0]?.node).toMatchObject({
    row: 3,
    cell: 'A3',
    what: expect.stringContaining('검증 숫자'),
    how: expect.stringMatching(/주세요\.$/),
  })
  const address = `${app.url}/admin/imports/${looked.id}/errors.xlsx`
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  expect(response.headers.get('content-disposition')).toContain(
    encodeURIComponent('오류 있는 목록 오류.xlsx'),
  )
  const workbook = Buffer.from(await response.arrayBuffer())
  const rows = await rowsIn(workbook)
  expect(rows[0]?.at(-1)).toBe('오류')
  expect(rows[1]?.[1]).toBe('=HYPERLINK(1)')
  expect(rows[2]?.at(-1)).toContain('검증 숫자가 맞지 않는')
  // Uploaded again as it is: the same error, and nothing lost on the way.
  const again = await preview(app, token, 'certificate-periods', '되돌아온.xlsx', workbook)
  expect(again.diff?.counts).toEqual(looked.diff?.counts)
  const corrected = wrong.replace('2208162518', '2208162517')
  expect((await preview(app, token, 'certificate-periods', '고친.csv', corrected)).diff?.counts.errors).toBe(
    0,
  )
})

async function rowsIn(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = []
  for await (const event of readTable({ name: 'x', bytes }).events)
    if (event.type === 'row')
      rows.push(event.cells.map(({ text, isFormula }) => (isFormula ? 'FORMULA' : text)))
  return rows
}

test('nobody but the staff of the centre sees or sends anything', async () => {
  const { id } = await upload(
    app,
    token,
    'certificate-periods',
    'own.csv',
    certificates(certificate('1138621886', '가온')),
  )
  for (const role of ['BUYER', 'ENTERPRISE'] as const) {
    const other = await signIn(app, role)
    expect((await upload(app, other, 'certificate-periods', 'x.csv', certificates())).status).toBe(403)
    expect(await refusal(app, '{ imports(first: 1) { totalCount } }', { token: other })).toMatchObject({
      code: 'FORBIDDEN',
    })
  }
  expect((await upload(app, null, 'certificate-periods', 'x.csv', certificates())).status).toBe(401)
  // The same person, working for the other centre from now on.
  const [own] = await sql.run<{ center: string }>(
    `select center_id as center from person where email = 'staff@demo.example.kr'`,
  )
  await sql.run(
    `update person set center_id = (select id from center where id <> $1 limit 1) where email = 'staff@demo.example.kr'`,
    [own?.center],
  )
  const seen = await read<{ import: null; imports: object }>(
    app,
    `{ import(id: "${id}") { id } imports(first: 5) { totalCount edges { node { id } } } }`,
    { token },
  )
  expect(seen).toEqual({ import: null, imports: { totalCount: 0, edges: [] } })
  expect(await refusal(app, `mutation { cancelImport(id: "${id}") { id } }`, { token })).toMatchObject({
    code: 'NOT_FOUND',
  })
  const taken = await fetch(`${app.url}/admin/imports/${id}/errors.xlsx`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(taken.status).toBe(404)
  await sql.run(`update person set center_id = $1 where email = 'staff@demo.example.kr'`, [own?.center])
})

test('a file that is no list, or too large, is refused at the door and not kept', async () => {
  const kept = () => sql.run('select count(*)::int as n from import_run')
  const before = await kept()
  const bad: [string, Buffer][] = [
    ['x.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['x.xlsx', Buffer.from('<html><table></table></html>')],
    ['x.pdf', Buffer.from('%PDF-1.7')],
    ['x.csv', Buffer.alloc(0)],
    ['y.csv', Buffer.from(`${certificateHeader}\n"열린`)],
    ['z.xlsx', Buffer.from('PK\u0003\u0004broken')],
    ['big.csv', Buffer.alloc(10_000_001, 'a,')],
  ]
  for (const [name, bytes] of bad) {
    const begun = performance.now()
    const { status, errors } = await upload(app, token, 'certificate-periods', name, bytes)
    expect([name, Math.floor(status / 100)]).toEqual([name, 4])
    expect(errors?.[0]?.message.length).toBeGreaterThan(5)
    expect(performance.now() - begun).toBeLessThan(2_000)
  }
  expect(await kept()).toEqual(before)
})
