import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { newPerson, type TestPerson } from '../kit/person.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let staff: TestPerson
let colleague: TestPerson
let lead: TestPerson
let foreigner: TestPerson
let center: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  const centers = await sql.run<{ id: string }>('select id from center order by id limit 2')
  center = centers[0]?.id ?? ''
  staff = await newPerson(sql, { role: 'staff', centerId: center, name: '김담당' })
  colleague = await newPerson(sql, { role: 'staff', centerId: center })
  lead = await newPerson(sql, { role: 'lead', centerId: center })
  foreigner = await newPerson(sql, { role: 'lead', centerId: centers[1]?.id ?? '' })
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})
beforeEach(() => sql.run('delete from saved_view'))

interface View {
  id: string
  version: number
  name: string
  isShared: boolean
  canChange: boolean
}

const fields = 'id version name filter { field values } columns sort density isShared isMine madeBy canChange'
const saving = `mutation ($list: StaffList!, $view: ViewInput!) { saveView(list: $list, view: $view) { ${fields} } }`
const changing = `mutation ($id: ID!, $version: Int!, $view: ViewChanges!) {
  updateView(id: $id, expectedVersion: $version, view: $view) { ${fields} } }`
const sharing = `mutation ($id: ID!, $version: Int!, $isShared: Boolean!) {
  shareView(id: $id, expectedVersion: $version, isShared: $isShared) { ${fields} } }`
const removing = 'mutation ($id: ID!) { removeView(id: $id) }'

const expiring = {
  name: '만료 30일 내',
  filter: [{ field: 'cert', values: ['social_enterprise', 'village'] }],
  columns: ['name', 'certification'],
  sort: '-validUntil',
  density: 'COMPACT',
}

async function save(view: object = expiring, { token } = staff): Promise<View> {
  const variables = { list: 'ENTERPRISES', view }
  return (await read<{ saveView: View }>(app, saving, { token, variables })).saveView
}

async function share({ id, version }: View, isShared = true, { token } = staff): Promise<View> {
  const variables = { id, version, isShared }
  return (await read<{ shareView: View }>(app, sharing, { token, variables })).shareView
}

async function seenBy({ token }: TestPerson, list = 'ENTERPRISES'): Promise<View[]> {
  const asked = `query ($list: StaffList!) { savedViews(list: $list) { ${fields} } }`
  return (await read<{ savedViews: View[] }>(app, asked, { token, variables: { list } })).savedViews
}

test('a view comes back as it was saved, in its own list, and to nobody else', async () => {
  const saved = await save()
  const whole = { ...expiring, version: 1, isShared: false, isMine: true, madeBy: '김담당', canChange: true }
  expect(await seenBy(staff)).toEqual([{ id: saved.id, ...whole }])
  expect(await seenBy(staff, 'REVIEWS')).toEqual([])
  for (const other of [colleague, lead, foreigner]) expect(await seenBy(other)).toEqual([])
})

test('a shared view is read by the centre, changed by the lead, and unknown to other centres', async () => {
  const shared = await share(await save())
  expect(await seenBy(colleague)).toMatchObject([{ isShared: true, isMine: false, canChange: false }])
  expect(await seenBy(lead)).toMatchObject([{ canChange: true }])
  expect(await seenBy(foreigner)).toEqual([])

  const change = { id: shared.id, version: shared.version, view: { name: '곧 만료' } }
  expect(await refusal(app, changing, { token: colleague.token, variables: change })).toMatchObject({
    code: 'FORBIDDEN',
  })
  const { updateView } = await read<{ updateView: View }>(app, changing, {
    token: lead.token,
    variables: change,
  })
  expect(updateView).toMatchObject({ ...expiring, name: '곧 만료', version: 3 })
  expect(await seenBy(staff)).toMatchObject([{ name: '곧 만료', isMine: true }])
  await share(updateView, false)
  expect(await seenBy(colleague)).toEqual([])
})

test('whoever may not see a view cannot tell it from what never was', async () => {
  const { id, version } = await save()
  const attempts: [string, Record<string, unknown>][] = [
    [changing, { id, version, view: { name: '남의 것' } }],
    [sharing, { id, version, isShared: true }],
    [removing, { id }],
  ]
  for (const { token } of [colleague, lead, foreigner])
    for (const [mutation, variables] of attempts)
      expect(await refusal(app, mutation, { token, variables })).toEqual({ code: 'NOT_FOUND', field: 'id' })
  const node = 'query ($id: ID!) { node(id: $id) { id } }'
  const nodeFor = ({ token }: TestPerson) =>
    read<{ node: object | null }>(app, node, { token, variables: { id } })
  expect((await nodeFor(staff)).node).toEqual({ id })
  expect((await nodeFor(colleague)).node).toBeNull()
  expect(await seenBy(staff)).toMatchObject([{ name: expiring.name, version: 1 }])
})

test('only who made a view shares it; the lead may remove what is shared', async () => {
  const shared = await share(await save())
  const variables = { id: shared.id, version: shared.version, isShared: false }
  expect(await refusal(app, sharing, { token: lead.token, variables })).toMatchObject({ code: 'FORBIDDEN' })
  await read(app, removing, { token: lead.token, variables: { id: shared.id } })
  expect(await seenBy(staff)).toEqual([])
  const rows = await sql.run<{ name: string }>(`select name from ledger where subject_id = $1 order by id`, [
    shared.id.replace('savedview_', ''),
  ])
  expect(rows.map(({ name }) => name)).toEqual(['view.saved', 'view.shared', 'view.removed'])
})

test('of two who change what they both have seen one is told', async () => {
  const shared = await share(await save())
  const attempt = (token: string, name: string) =>
    ask(app, changing, { token, variables: { id: shared.id, version: shared.version, view: { name } } })
  const answers = await Promise.all([attempt(staff.token, '하나'), attempt(lead.token, '둘')])
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions)
  expect(codes.filter(code => code === undefined)).toHaveLength(1)
  expect(codes.find(code => code !== undefined)).toMatchObject({ code: 'CONFLICT', field: 'expectedVersion' })
})

test('a name stands once in a list: among one’s own, and among those of the centre', async () => {
  await share(await save())
  expect(
    await refusal(app, saving, { token: staff.token, variables: { list: 'ENTERPRISES', view: expiring } }),
  ).toEqual({ code: 'CONFLICT', field: 'view.name' })
  const { id, version } = await save(expiring, colleague)
  const variables = { id, version, isShared: true }
  expect(await refusal(app, sharing, { token: colleague.token, variables })).toEqual({
    code: 'CONFLICT',
    field: 'view.name',
  })
})

test('there is an end to views of a list, and it is told', async () => {
  for (let number = 1; number <= 50; number++) await save({ ...expiring, name: `보기 ${number}` })
  const variables = { list: 'ENTERPRISES', view: { ...expiring, name: '하나 더' } }
  expect(await refusal(app, saving, { token: staff.token, variables })).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, saving, { token: staff.token, variables: { ...variables, list: 'REVIEWS' } })
})

const conditions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ field: `f${at}`, values: ['가'] }))
test.each([
  ['a blank name', { name: ' ' }, 'view.name'],
  ['a long name', { name: '가'.repeat(61) }, 'view.name'],
  ['a name that deceives', { name: '보기\u202e' }, 'view.name'],
  ['too many conditions', { filter: conditions(31) }, 'view.filter'],
  ['one field twice', { filter: [...conditions(1), ...conditions(1)] }, 'view.filter'],
  ['a field that no address has', { filter: [{ field: 'a b', values: ['가'] }] }, 'view.filter'],
  ['a value that is a text', { filter: [{ field: 'q', values: ['가'.repeat(101)] }] }, 'view.filter'],
  ['no columns at all', { columns: [] }, 'view.columns'],
  ['a column twice', { columns: ['name', 'name'] }, 'view.columns'],
  ['an order by a text', { sort: 'name; drop' }, 'view.sort'],
])('%s is refused', async (_, wrong, field) => {
  const variables = { list: 'ENTERPRISES', view: { ...expiring, ...wrong } }
  expect(await refusal(app, saving, { token: staff.token, variables })).toEqual({
    code: 'BAD_USER_INPUT',
    field,
  })
})

test('the database itself shows a view to whom it belongs', async () => {
  await save({ ...expiring, name: '나만' })
  await share(await save())
  const seen = async (person: string, centre: string) => {
    const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('panro.person', $1, true), set_config('panro.center', $2, true)`,
        [person, centre],
      )
      return (await client.query('select 1 from saved_view')).rowCount
    } finally {
      await client.end()
    }
  }
  expect(await seen(staff.id, center)).toBe(2)
  expect(await seen(colleague.id, center)).toBe(1)
  expect(await seen(foreigner.id, '')).toBe(0)
  expect(await seen('', '')).toBe(0)
})
