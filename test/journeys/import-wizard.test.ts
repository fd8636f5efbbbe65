import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal, signIn } from '../kit/ask.ts'
import { openSql, type Sql } from '../kit/sql.ts'
import { apply, certificate, certificates, preview, settled, step, upload } from '../kit/upload.ts'

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

/** Everything that an import may touch, as text; two equal ones mean that nothing has happened. */
const world = async () =>
  (
    await sql.run<{ world: string }>(`select json_build_array(
      (select json_agg(json_build_array(id, name, region_code, address, homepage, summary) order by id) from enterprise),
      (select json_agg(json_build_array(id, number, valid_from, valid_until, cancelled_on, superseded_by_id) order by id) from certification),
      (select json_agg(json_build_array(id, name, price) order by id) from product),
      (select count(*) from enterprise_name))::text as world`)
  )[0]?.world

/** How many enterprises of just that name search finds. */
const named = async (name: string) => {
  const { enterprises } = await read<{ enterprises: { edges: { node: { name: string } }[] } }>(
    app,
    'query ($name: String) { enterprises(first: 20, query: $name) { edges { node { name } } } }',
    { variables: { name } },
  )
  return enterprises.edges.filter(({ node }) => node.name === name).length
}

const rowsOf = async (id: string, kind: string) => {
  const answer = await read<{ import: { diff: { rows: { edges: { node: Row }[] } } } }>(
    app,
    `query ($id: ID!) { import(id: $id) { diff { rows(kind: ${kind}, first: 50) {
      edges { node { row kind key isMoved message fields { name before after } } } } } } }`,
    { token, variables: { id } },
  )
  return answer.import.diff.rows.edges.map(({ node }) => node)
}
interface Row {
  row: number | null
  kind: string
  key: string
  isMoved: boolean
  message: string | null
  fields: { name: string; before: string | null; after: string | null }[]
}

test('from the file to the catalogue and back: mapped, looked at, applied, undone', async () => {
  const before = await world()
  const file = `내려받은 목록,,,,\n2026년,,,,\n번호칸,상호,종류,언제부터,언제까지\n2208162517,늘봄,여성기업,2025-01-01,2027-12-31\n1248100998,한결,장애인기업,2024-01-01,2026-12-31\n`
  const { id } = await upload(app, token, 'certificate-periods', '목록.csv', file)
  const seen = await read<{ import: Record<string, never> }>(
    app,
    `query ($id: ID!) { import(id: $id) { state title source { name rows encoding sheet } headerRow
      mapping { column from to samples } targets { key name isRequired } allowedActions { step isAllowed reason } } }`,
    { token, variables: { id } },
  )
  expect(seen.import).toMatchObject({ state: 'UPLOADED', title: '인증 유효기간 목록' })
  expect(seen.import['allowedActions']).toContainEqual({
    step: 'CHECK',
    isAllowed: false,
    reason: expect.stringContaining('사업자등록번호'),
  })
  expect(await refusal(app, `mutation { startDryRun(id: "${id}") { id } }`, { token })).toMatchObject({
    code: 'WRONG_STATE',
  })
  const mapped = await step<{ mapping: { from: string; to: string | null; samples: string[] }[] }>(
    app,
    token,
    `setImportMapping(id: "${id}", headerRow: 3, mapping: [{column: "A", to: "businessNumber"}, {column: "B", to: "name"},
      {column: "C", to: "kind"}, {column: "D", to: "validFrom"}, {column: "E", to: "validUntil"}])
      { headerRow mapping { from to samples } }`,
  )
  expect(mapped['setImportMapping']).toMatchObject({
    headerRow: 3,
    mapping: expect.arrayContaining([{ from: '상호', to: 'name', samples: ['늘봄', '한결'] }]),
  })
  await step(app, token, `startDryRun(id: "${id}") { id }`)
  const previewed = await settled(app, token, id)
  expect(previewed).toMatchObject({ state: 'PREVIEWED', diff: { counts: { new: 2, errors: 0 } } })
  expect(await world()).toBe(before)
  expect((await rowsOf(id, 'NEW'))[0]).toMatchObject({
    row: 4,
    key: '늘봄 (2208162517)',
    fields: expect.arrayContaining([{ name: 'enterprise.name', before: null, after: '늘봄' }]),
  })
  expect(
    await refusal(app, `mutation { applyImport(id: "${id}", expected: "other") { id } }`, { token }),
  ).toEqual({ code: 'CONFLICT', field: 'expected' })
  expect(await apply(app, token, { id, ...previewed })).toMatchObject({ state: 'APPLIED' })
  expect(await sql.run('select count(*)::int as n from import_file')).toEqual([{ n: 0 }])
  await eventually(async () => {
    expect(await named('늘봄')).toBe(1)
  })
  // The same bytes again: who applied them, and that there is nothing to do.
  const again = await upload(app, token, 'certificate-periods', '다시.csv', file)
  const told = await read<{ import: { appliedBefore: unknown } }>(
    app,
    `{ import(id: "${again.id}") { appliedBefore { at by import } } }`,
    { token },
  )
  expect(told.import.appliedBefore).toEqual({ at: expect.any(String), by: expect.any(String), import: id })
  await step(app, token, `cancelImport(id: "${again.id}") { id }`)

  const undone = await step<{ state: string; undoes: string }>(
    app,
    token,
    `undoImport(id: "${id}") { state undoes }`,
  )
  expect(undone['undoImport']).toEqual({ state: 'APPLIED', undoes: id })
  expect(await world()).toBe(before)
  await eventually(async () => {
    expect(await named('늘봄')).toBe(0)
  })
})

test('a region is told by its name, not by its code', async () => {
  const file = `지역,인증번호,기관명,사업내용,사회적목적실현유형,사회서비스분야,사업자등록번호,대표자,소재지,홈페이지,인증일자,인증회차
서울,제2013-088호,지역표시,청소,일자리제공형,청소,1248100998,김대표,서울특별시 마포구 월드컵로 1,,2013-08-01,2013-3\n`
  const { id } = await preview(app, token, 'social-enterprises', '지역.csv', file)
  const regions = (await rowsOf(id, 'NEW')).flatMap(({ fields }) =>
    fields.filter(({ name }) => name === 'enterprise.regionCode'),
  )
  expect(regions).toEqual([{ name: 'enterprise.regionCode', before: null, after: '서울특별시' }])
  await step(app, token, `cancelImport(id: "${id}") { id }`)
})

test('an undo gives back names, dates and links, and is refused where somebody has changed a row since', async () => {
  const first = await preview(
    app,
    token,
    'certificate-periods',
    'a.csv',
    certificates(certificate('1208147521', '다온')),
  )
  await apply(app, token, first)
  const before = await world()
  const renewal = certificates(certificate('1208147521', '다온누리', '2028-01-01', '2030-12-31'))
  const second = await preview(app, token, 'certificate-periods', 'b.csv', renewal)
  await apply(app, token, second)
  await step(app, token, `undoImport(id: "${second.id}") { id }`)
  expect(await world()).toBe(before)

  const third = await preview(app, token, 'certificate-periods', 'b.csv', renewal)
  await apply(app, token, third)
  await sql.run(
    `update enterprise set name = '남이 고침', version = version + 1 where business_number = '1208147521'`,
  )
  const meddled = await world()
  expect(await refusal(app, `mutation { undoImport(id: "${third.id}") { id } }`, { token })).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await world()).toBe(meddled)
  const { import: told } = await read<{ import: { undoBlockers: object[] } }>(
    app,
    `{ import(id: "${third.id}") { undoBlockers { row key message } } }`,
    { token },
  )
  expect(told.undoBlockers).toEqual([
    { row: 2, key: expect.stringContaining('1208147521'), message: '가져온 뒤에 다른 사람이 고쳤습니다.' },
  ])
})

test('what has moved since the preview is not applied, and is shown', async () => {
  const looked = await preview(
    app,
    token,
    'certificate-periods',
    'm.csv',
    certificates(certificate('2148868209', '새벽'), certificate('1068651121', '누리')),
  )
  await sql.run(`insert into enterprise (id, business_number, name, state, source, created_at, updated_at)
    values (gen_random_uuid(), '2148868209', '다른 새벽', 'published', 'staff', now(), now())`)
  const before = await world()
  const moved = await apply(app, token, looked)
  expect(moved).toMatchObject({ state: 'MOVED', problem: expect.stringContaining('바뀌어') })
  expect(await world()).toBe(before)
  expect((await rowsOf(looked.id, 'MOVED')).map(({ row }) => row)).toEqual([2])
  expect(await apply(app, token, { ...looked, ...moved })).toMatchObject({ state: 'APPLIED' })
})

test('a moved row says who has changed what meanwhile', async () => {
  const file = certificates(certificate('2148868209', '새벽별'))
  await apply(app, token, await preview(app, token, 'certificate-periods', 'w1.csv', file))
  const looked = await preview(
    app,
    token,
    'certificate-periods',
    'w2.csv',
    certificates(certificate('2148868209', '새벽별', '2025-01-01', '2027-11-30')),
  )
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    app,
    '{ enterprises(first: 1, query: "새벽별", exactly: true) { edges { node { id } } } }',
  )
  const lead = await signIn(app, 'LEAD')
  await step(app, lead, `renameEnterprise(id: "${enterprises.edges[0]?.node.id}", name: "새벽별빛") { id }`)
  expect(await apply(app, token, looked)).toMatchObject({ state: 'MOVED' })
  const { import: told } = await read<{ import: { diff: { rows: { edges: { node: object }[] } } } }>(
    app,
    `{ import(id: "${looked.id}") { diff { rows(kind: MOVED, first: 5) { edges { node {
      row meanwhile { actor verb changes { field from to } } } } } } } }`,
    { token },
  )
  expect(told.diff.rows.edges.map(({ node }) => node)).toMatchObject([
    { row: 2, meanwhile: [{ actor: expect.not.stringMatching(/^센터$/), verb: expect.any(String) }] },
  ])
})

test('a list that was mapped by hand is taken the same way the next time', async () => {
  const { importKinds } = await read<{ importKinds: object[] }>(
    app,
    '{ importKinds { kind title isTable } }',
    {
      token,
    },
  )
  expect(importKinds).toContainEqual({
    kind: 'certificate-periods',
    title: '인증 유효기간 목록',
    isTable: true,
  })
  const file = (more: string[]) =>
    [
      ['표 제목', '', '', '', '', ...more.map(() => '')],
      ['거래처번호', '상호', '구분', '부터', '까지', ...more],
      ['2148868209', '새벽', '여성기업', '2025-01-01', '2027-12-31', ...more.map(() => '')],
    ]
      .map(row => `${row.join(',')}\n`)
      .join('')
  const { id } = await upload(app, token, 'certificate-periods', '유월.csv', file(['비고']))
  const mapping = ['businessNumber', 'name', 'kind', 'validFrom', 'validUntil']
    .map((to, i) => `{ column: "${'ABCDE'[i]}", to: "${to}" }`)
    .join(', ')
  await step(app, token, `setImportMapping(id: "${id}", headerRow: 2, mapping: [${mapping}]) { id }`)
  await step(app, token, `startDryRun(id: "${id}") { id }`)
  await settled(app, token, id)
  const asked = 'isMappingRemembered headerRow mapping { to } allowedActions { step isAllowed }'
  const next = await upload(app, token, 'certificate-periods', '칠월.csv', file(['비고', '오류']))
  const seen = await read<{ import: object }>(app, `{ import(id: "${next.id}") { ${asked} } }`, { token })
  expect(seen.import).toMatchObject({
    isMappingRemembered: true,
    headerRow: 2,
    mapping: [
      { to: 'businessNumber' },
      { to: 'name' },
      { to: 'kind' },
      { to: 'validFrom' },
      { to: 'validUntil' },
      { to: null },
      { to: null },
    ],
    allowedActions: expect.arrayContaining([{ step: 'CHECK', isAllowed: true }]),
  })
  const other = await upload(
    app,
    token,
    'certificate-periods',
    '다른.csv',
    certificates(certificate('2148868209', '새벽')),
  )
  const fresh = await read<{ import: object }>(app, `{ import(id: "${other.id}") { ${asked} } }`, { token })
  expect(fresh.import).toMatchObject({ isMappingRemembered: false, headerRow: 1 })
})

test('a cancellation is told, not applied', async () => {
  const certified = '2118710341,한솔,사회적기업,2020-01-01,,유지,,제2020-077호'
  await apply(app, token, await preview(app, token, 'certificate-periods', 'c.csv', certificates(certified)))
  const before = await world()
  const cancelled = certificates('2118710341,한솔,사회적기업,2020-01-01,,취소,2026-05-06,제2020-077호')
  const looked = await preview(app, token, 'certificate-periods', 'd.csv', cancelled)
  expect(looked.diff?.counts).toMatchObject({ ended: 1, changed: 0 })
  expect(await rowsOf(looked.id, 'ENDED')).toMatchObject([
    { fields: [{ name: 'certification.cancelledOn', before: null, after: '2026-05-06' }] },
  ])
  await apply(app, token, looked)
  expect(await world()).toBe(before)
  const found = await sql.run(
    `select detail->>'how' as how from ledger where name = 'import.cancellation_found'`,
  )
  expect(found).toEqual([{ how: 'cancelled' }])
})

test('cut off in the middle of applying, nothing is done; picked up again, all of it is', async () => {
  const looked = await preview(
    app,
    token,
    'certificate-periods',
    'k.csv',
    certificates(certificate('6068212348', '끊김'), certificate('1298612344', '끊김 둘')),
  )
  const before = await world()
  await sql.run(
    `create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return null; end $$`,
  )
  await sql.run(
    `create trigger linger after insert on certification for each statement execute function linger()`,
  )
  await step(app, token, `applyImport(id: "${looked.id}", expected: "${looked.diff?.hash}") { id }`)
  await eventually(async () => {
    const killed = await sql.run(
      `select pg_cancel_backend(pid) from pg_stat_activity where query like '%insert into certification%' and pid <> pg_backend_pid()`,
    )
    expect(killed).not.toEqual([])
  })
  expect(await world()).toBe(before)
  await sql.run('drop trigger linger on certification')
  expect(await settled(app, token, looked.id)).toMatchObject({ state: 'APPLIED' })
})

const shared = path.resolve(import.meta.dirname, '../../../shared/data')
describe.skipIf(!existsSync(shared))('the real lists (skipped where ../shared is absent)', () => {
  test('19 messy certificate rows by way of the browser', async () => {
    const file = readFileSync(path.join(shared, 'enterprises/real_certificate_periods_sample.csv'))
    const looked = await preview(app, token, 'certificate-periods', 'periods.csv', file)
    const counts = looked.diff?.counts ?? {}
    expect(counts).toMatchObject({ errors: 2 })
    const { onlyOurs = 0, ...lines } = counts
    expect(onlyOurs).toBe(0)
    expect(Object.values(lines).reduce((sum, count) => sum + count, 0)).toBe(19)
    expect(await apply(app, token, looked)).toMatchObject({ state: 'APPLIED' })
  })
})
