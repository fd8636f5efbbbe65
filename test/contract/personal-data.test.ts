import { Writable } from 'node:stream'
import { connect } from '@panro/api/src/app/database.ts'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import { everyDocument } from '@panro/api/src/modules/catalogue/documents.ts'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { openSql, type Sql } from '../kit/sql.ts'

/** Nobody else is called this, so wherever one of them turns up, it has leaked. Answers are read in reading.test.ts. */
const secrets = {
  contactName: '갉뛟훑',
  contactPhone: '010-9182-7364',
  contactEmail: 'zq-contact@leak.example.kr',
  personName: '꿻쀍뺣',
  personEmail: 'zq-person@leak.example.kr',
  // What somebody types is personal data as well, when it is somebody's name.
  searched: '쫅뢟튫',
}

let database: TestDatabase
let sql: Sql
let app: Running
let logged = ''
beforeAll(async () => {
  database = await freshDatabase('demo')
  sql = await openSql(database.url)
  await sql.run('update enterprise_contact set name = $1, phone = $2, email = $3', [
    secrets.contactName,
    secrets.contactPhone,
    secrets.contactEmail,
  ])
  await sql.run('update officer set name = $1, phone = $2, email = $3', [
    secrets.contactName,
    secrets.contactPhone,
    secrets.contactEmail,
  ])
  // Staff and lead: who verifies and who changes things. The others ask.
  await sql.run(`update person set name = $1 || role, email = id || $2 where role in ('staff', 'lead')`, [
    secrets.personName,
    secrets.personEmail,
  ])
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk)
        done()
      },
    }),
  )
  app = await serve(
    {
      port: 0,
      dataDir: '',
      databaseUrl: database.url,
      meiliUrl: null,
      meiliMasterKey: null,
      logLevel: 'trace',
    },
    { isDemo: false, hasWorker: true, log },
  )
})
afterAll(async () => {
  await app.stop()
  await sql.end()
  await database.drop()
})

function expectNoneIn(text: string) {
  for (const [what, value] of Object.entries(secrets))
    expect(text, `${what} in an answer`).not.toContain(value)
}

test('the values are there to be leaked', async () => {
  const [contacts] = await sql.run<{ n: string }>(
    'select count(*) as n from enterprise_contact where name = $1',
    [secrets.contactName],
  )
  expect(Number(contacts?.n)).toBeGreaterThan(100)
  const verifiers = await sql.run(
    'select 1 from verification v join person p on p.id = v.by_id where p.name like $1',
    [`${secrets.personName}%`],
  )
  expect(verifiers.length).toBeGreaterThan(10)
})

test('no search document holds them', async () => {
  const orm = await connect(database.url)
  let documents = 0
  for await (const batch of everyDocument(orm.em.fork())) {
    documents += batch.length
    expectNoneIn(JSON.stringify(batch))
  }
  expect(documents).toBeGreaterThan(500)
  await orm.close()
})

test('neither do the health of the process and the printed schema', async () => {
  for (const address of ['/health', '/schema.graphql'])
    expectNoneIn(await (await fetch(`${app.url}${address}`)).text())
})

test('nobody finds anything by them', async () => {
  for (const value of Object.values(secrets))
    for (const list of ['products', 'enterprises']) {
      const answer = await read<Record<string, { edges: unknown[] }>>(
        app,
        `query ($value: String) { ${list}(first: 5, query: $value) { edges { node { id } } } }`,
        { variables: { value } },
      )
      expect(answer[list]?.edges, value).toEqual([])
    }
})

test('the ledger of what staff did does not name them', async () => {
  const token = await signIn(app, 'STAFF')
  const { products } = await read<{ products: { edges: { node: { id: string } }[] } }>(
    app,
    '{ products(first: 1) { edges { node { id } } } }',
  )
  await read(app, 'mutation ($id: ID!) { changePrice(id: $id, price: 4321) { id } }', {
    token,
    variables: { id: products.edges[0]?.node.id },
  })
  const rows = await sql.run<{ text: string }>('select l::text as text from ledger l')
  expect(rows.some(({ text }) => text.includes('4321'))).toBe(true)
  expectNoneIn(rows.map(({ text }) => text).join('\n'))
})

test('no log line holds them, at whatever level, not even of a request that fails', async () => {
  const variables = { text: Object.values(secrets).join(' ') }
  // The words a caller typed: in a variable, in the document, in the address, in a header.
  await refusal(app, `query ($text: ID!) { node(id: $text) { nothing } }`, { variables })
  // What is masked on the way out is not written down on the way, either.
  const token = await signIn(app, 'ENTERPRISE')
  await read(app, '{ viewer { name enterprises { contacts { name phone email } } } }', { token })
  await ask(app, `query ($text: String!) { suggestions(query: $text) { text } }`, { variables })
  await refusal(
    app,
    `{ products(first: 5, query: ${JSON.stringify(variables.text)}, after: "x") { totalCount } }`,
  )
  await fetch(
    `${app.url}/nothing/${encodeURIComponent(secrets.searched)}?q=${encodeURIComponent(secrets.searched)}`,
  )
  await fetch(`${app.url}/graphql`, {
    headers: { 'x-api-key': secrets.contactEmail, authorization: 'Bearer ' },
  })
  await failInTheDatabase()

  expect(logged).toContain('request failed')
  expect(logged.split('\n').length).toBeGreaterThan(20)
  expectNoneIn(logged)
  expect(logged).not.toContain(encodeURIComponent(secrets.searched))
})

/** The database refuses a row, and repeats it in its error with all that the caller typed. */
async function failInTheDatabase() {
  await sql.run(`alter table enterprise add constraint not_this check (name <> '${secrets.searched}')`)
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    app,
    '{ enterprises(first: 1) { edges { node { id } } } }',
  )
  const failed = await refusal(
    app,
    'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { id } }',
    {
      token: await signIn(app, 'STAFF'),
      variables: { id: enterprises.edges[0]?.node.id, name: secrets.searched },
    },
  )
  expect(failed.code).toBe('INTERNAL_SERVER_ERROR')
}
