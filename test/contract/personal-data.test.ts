import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { connect } from '@panro/api/src/app/database.ts'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import { everyDocument } from '@panro/api/src/modules/catalogue/documents.ts'
import { buildSchema, getNamedType, isInterfaceType } from 'graphql'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { everything } from '../kit/selection.ts'
import { openSql, type Sql } from '../kit/sql.ts'

/** Nobody else is called this, so wherever one of them turns up, it has leaked. */
const secrets = {
  contactName: '갉뛟훑',
  contactPhone: '010-9182-7364',
  contactEmail: 'zq-contact@leak.example.kr',
  personName: '꿻쀍뺣',
  personEmail: 'zq-person@leak.example.kr',
  // What somebody types is personal data as well, when it is somebody's name.
  searched: '쫅뢟튫',
}

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)

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

/** What each query is given; one that takes a required argument and has no row here fails below. */
const given: Record<string, string> = {
  businessNumber: '(text: "124-81-00998")',
  category: '(code: "44")',
  categories: '(first: 3)',
  categoryAliases: '(first: 3)',
  curation: '(eventId: "event_0198a0000000700080000000000000aa")',
  curationChanges: '(eventId: "event_0198a0000000700080000000000000aa", since: "0")',
  ownParticipations: '(first: 2)',
  participation: '(id: "participation_0198a0000000700080000000000000aa")',
  participations: '(first: 2, eventId: "event_0198a0000000700080000000000000aa")',
  application: '(id: "application_0198a0000000700080000000000000aa")',
  enterpriseDesk: '(id: "enterprise_0198a0000000700080000000000000aa")',
  bulkRun: '(id: "bulkrun_0198a0000000700080000000000000aa")',
  enterpriseDesks: '(first: 2)',
  enterprises: '(first: 2)',
  event: '(id: "event_0198a0000000700080000000000000aa")',
  events: '(first: 2)',
  publicEvents: '(first: 2)',
  timeline: '(of: "enterprise_0198a0000000700080000000000000aa")',
  products: '(first: 2)',
  plannedPurchases: '(first: 2)',
  categorySuggestions: '(items: ["현수막"])',
  institution: '(id: "institution_0198a0000000700080000000000000aa")',
  institutions: '(first: 2)',
  requirementSet: '(id: "requirementset_0198a0000000700080000000000000aa")',
  review: '(id: "review_0198a0000000700080000000000000aa")',
  reviews: '(first: 2)',
  wishBoard: '(participation: "participation_0198a0000000700080000000000000aa")',
  savedViews: '(list: REVIEWS)',
  previewNotice: '(kind: VETTING_APPROVED, subject: "가", body: "{link}")',
  suggestions: `(query: "${secrets.searched}")`,
}
/** How deep a query may be read whose lists within lists would be too much for one answer. */
const depths: Record<string, number> = {
  curationChanges: 1,
  ownParticipations: 2,
  participation: 2,
  participations: 3,
  viewer: 3,
  enterpriseDesk: 3,
  enterpriseDesks: 3,
  event: 2,
  events: 3,
  publicEvents: 3,
  review: 2,
  reviews: 3,
  application: 3,
  institutions: 3,
  plannedPurchases: 3,
}
/** Lists without an end, too much for one answer beside all others; they hold what their public twins hold. */
const leftOut = (query: string) => (tooMuch[query] ?? []).flatMap(name => schema.getType(name) ?? [])
const ownLists = ['ProductDesk', 'ClaimDesk', 'CertificationClaim', 'CertificationDesk']
const tooMuch: Record<string, string[]> = {
  viewer: ownLists,
  enterpriseDesk: ['CertificationDesk'],
  enterpriseDesks: ownLists,
  curationChanges: ['Event'],
  ownParticipations: ['Event'],
  participation: ['Event'],
  participations: ['Event'],
}
const byId = ['node', 'nodes']
/**
 * Refused to everybody here, which the table of roles shows; or read by who takes part in an event or holds a link to
 * it, who are nobody here: see journeys/outcomes.
 */
const forStaff = [
  'arrivals',
  'dayBoard',
  'eventReport',
  'followUps',
  'import',
  'importKinds',
  'imports',
  'matchBoard',
  'outcomeSums',
  'ownMeetings',
  'passMeetings',
  'surveyForm',
  'survey',
  'surveys',
  'matchBoard',
  'timetable',
  'timetableRounds',
  'timetableMoves',
  'import',
  'importKinds',
  'imports',
]
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ name }) => !byId.includes(name) && !forStaff.includes(name),
)

const ofEvents = [
  'Event',
  'EventSeries',
  'EventRound',
  'EventDay',
  'EventSlot',
  'EventPlace',
  'EventQuota',
  'ParticipantGroup',
  'ProgrammeItem',
]

/** What only members and staff have; the depth of `viewer` reads it for a member. */
const desks = ['EnterpriseDesk', 'Contact']

/** The ids in an answer, by the kind of thing. */
function idsIn(value: unknown, found: Map<string, Set<string>>): void {
  if (typeof value !== 'object' || value === null) return
  if ('id' in value && '__typename' in value) {
    const type = String(value.__typename)
    found.set(type, (found.get(type) ?? new Set()).add(String(value.id)))
  }
  for (const within of Object.values(value)) idsIn(within, found)
}

test.each([null, 'BUYER', 'ENTERPRISE'] as const)(
  'no answer to %s holds them: every query, and every kind of thing by its id',
  async role => {
    const question = role === null ? {} : { token: await signIn(app, role) }
    if (role !== null) await keepSomething(question)
    const found = new Map<string, Set<string>>()
    for (const { name, type } of queries) {
      const answer = await read(
        app,
        `{ ${name}${given[name] ?? ''} ${everything(schema, getNamedType(type), depths[name] ?? 4, leftOut(name))} }`,
        question,
      )
      idsIn(answer, found)
      expectNoneIn(JSON.stringify(answer))
    }
    const unseen = [
      'Viewer',
      'Review',
      // For the staff, and for whoever was told or has filed something; read by their own tests.
      'SavedView',
      'BulkRun',
      'Participation',
      'EvidenceFile',
      'Notice',
      // There are none in the demo that everybody sees; read by their own tests.
      ...ofEvents,
      // Applications are asked for by number of rows, and read by their own tests.
      'Application',
      // Published criteria are there for who can apply.
      ...(role === 'ENTERPRISE' ? [] : ['RequirementSet']),
      ...(role === null ? ['Favourite', 'SavedSearch'] : []),
      // For officers and the staff of the centre.
      ...(role === 'BUYER' ? [] : ['Institution', 'Department', 'Officer']),
      // Masked to the members of the enterprise, and nothing at all to anybody else.
      ...(role === 'ENTERPRISE' ? [] : desks),
    ]
    const kinds = nodeKinds.filter(({ name }) => !unseen.includes(name))
    for (const kind of kinds) {
      const ids = [...(found.get(kind.name) ?? [])].slice(0, 5)
      expect(ids, `ids of ${kind.name}`).not.toEqual([])
      const answer = await read<{ nodes: { id: string }[] }>(
        app,
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${kind.name} ${everything(schema, kind, 2)} } }`,
        { ...question, variables: { ids } },
      )
      expect(answer.nodes.map(node => node.id)).toEqual(ids)
      expectNoneIn(JSON.stringify(answer))
    }
  },
)

/** What only its owner can read needs an owner. */
async function keepSomething(question: { token?: string }) {
  const { products } = await read<{ products: { edges: { node: { id: string } }[] } }>(
    app,
    '{ products(first: 1) { edges { node { id } } } }',
  )
  await read(app, 'mutation ($id: ID!) { addFavourite(id: $id) { id } }', {
    ...question,
    variables: { id: products.edges[0]?.node.id },
  })
  await read(
    app,
    'mutation { saveSearch(name: "시험", scope: ENTERPRISE, query: "현수막") { id } }',
    question,
  )
}

const node = schema.getType('Node')
const nodeKinds = isInterfaceType(node) ? schema.getPossibleTypes(node) : []

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
