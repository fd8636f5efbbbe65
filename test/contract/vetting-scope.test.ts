import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let neighbour: Awaited<ReturnType<Vetting['neighbour']>>
let ids: { review: string; application: string; set: string; enterprise: string }
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  neighbour = await world.neighbour()
  const enterprise = await world.enterprise({ state: 'published' })
  const set = await world.requirementSet()
  const { review, application } = await world.inReview(enterprise.id, set.id)
  ids = { review: review.id, application: application.id, set: set.id, enterprise: enterprise.id }
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const never = (id: string) => id.replace(/_.*/, '_0198a0000000700080000000000000aa')

const probes: [string, (id: typeof ids) => string][] = [
  ['review', ({ review }) => `{ review(id: "${review}") { id } }`],
  ['node of a review', ({ review }) => `{ node(id: "${review}") { id } }`],
  ['node of an application', ({ application }) => `{ node(id: "${application}") { id } }`],
  ['application', ({ application }) => `{ application(id: "${application}") { id } }`],
  ['node of a set', ({ set }) => `{ node(id: "${set}") { id } }`],
  ['set', ({ set }) => `{ requirementSet(id: "${set}") { id impact { lost } } }`],
  [
    'list by enterprise',
    ({ enterprise }) =>
      `{ reviews(first: 5, filter: { enterprise: "${enterprise}" }) { totalCount edges { node { id } } } }`,
  ],
  [
    'list by set',
    ({ set }) =>
      `{ reviews(first: 5, filter: { requirementSet: "${set}" }) { totalCount edges { node { id } } } }`,
  ],
  [
    'nested edge',
    ({ enterprise }) =>
      `{ node(id: "${enterprise}") { ... on Enterprise { applications(first: 5) { id } } } }`,
  ],
]

test.each(probes)('the neighbour centre cannot tell it from what never was: %s', async (_, probe) => {
  const { id: __, ...question } = { id: '', ...neighbour.question }
  const seen = await ask(app, probe(ids), question)
  const unknown = {
    ...ids,
    review: never(ids.review),
    application: never(ids.application),
    set: never(ids.set),
  }
  const nothing = await ask(app, probe(unknown), question)
  expect(JSON.stringify(seen)).not.toContain(ids.review.slice(7))
  expect(seen).toEqual(nothing)
  expect(seen.errors).toBeUndefined()
})

test('the neighbour’s counts and lists know nothing of it, nor do those of buyers and visitors', async () => {
  const buyer = await world.person('오구매', 'buyer', null)
  for (const question of [neighbour.question, { token: buyer.token }, {}]) {
    const seen = await read<Record<string, unknown>>(
      app,
      '{ reviews(first: 5) { totalCount edges { node { id } } } reviewCounts { mine unassigned dueSoon answered all } requirementSets { id } openRequirementSets { id } }',
      question,
    )
    expect(seen).toEqual({
      reviews: { totalCount: 0, edges: [] },
      reviewCounts: { mine: 0, unassigned: 0, dueSoon: 0, answered: 0, all: 0 },
      requirementSets: [],
      openRequirementSets: [],
    })
  }
})

test.each(['assignReview', 'beginReview', 'approveReview', 'sendBackReview', 'undoReviewDecision'])(
  'the neighbour’s %s finds nothing',
  async name => {
    expect(
      await refusal(
        app,
        `mutation { ${name}(id: "${ids.review}", expectedVersion: 1) { id } }`,
        neighbour.question,
      ),
    ).toEqual({ code: 'NOT_FOUND', field: 'id' })
  },
)

test('staff do not see what the enterprise is still writing', async () => {
  const enterprise = await world.enterprise()
  const draft = await world.owner.start(enterprise.id, ids.set)
  const id = draft.id.replace('application', 'review')
  expect(
    await read(app, `{ review(id: "${id}") { id } node(id: "${id}") { id } }`, world.staff.question),
  ).toEqual({
    review: null,
    node: null,
  })
})

test('the enterprise reads no name of the centre, no verdict and no note that was not sent', async () => {
  const review = await world.staff.note(await world.staff.read(ids.review), 2, '아직 보내지 않은 메모')
  const { application } = await read<{ application: unknown }>(
    app,
    `{ application(id: "${ids.application}") { state items { number note } timeline(first: 50) { action role reason } } }`,
    world.owner.question,
  )
  expect(JSON.stringify(application)).not.toMatch(/이담당|아직 보내지/)
  expect(review.items[1]?.note).toBe('아직 보내지 않은 메모')
})

/** What the role of people's requests sees of a table, once a transaction has said who acts. */
async function seen(table: string, settings: Record<string, string>) {
  const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
  await client.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return rows[0]?.n
  } finally {
    await client.end()
  }
}

const tables = ['requirement_set', 'requirement', 'review', 'review_item', 'review_item_file']

test.each(tables)('the database itself keeps %s to the centre and the enterprise', async table => {
  expect(await seen(table, {})).toBe(0)
  expect(await seen(table, { 'panro.center': neighbour.center })).toBe(0)
  expect(await seen(table, { 'panro.center': world.center })).toBeGreaterThan(0)
  const [row] = await world.sql.run<{ id: string }>(
    'select r.enterprise_id as id from review r join review_item_file f on f.review_id = r.id limit 1',
  )
  expect(await seen(table, { 'panro.enterprises': `{${row?.id}}` })).toBeGreaterThan(0)
})

test('a raw connection of the neighbour changes nothing of it', async () => {
  const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
  await client.connect()
  await client.query('begin')
  await client.query(`select set_config('panro.center', $1, true)`, [neighbour.center])
  const { rowCount } = await client.query(`update review set state = 'approved'`)
  expect(rowCount).toBe(0)
  await expect(
    client.query(`insert into review (id, center_id, enterprise_id, requirement_set_id, state, cause, opened_at, updated_at)
    select gen_random_uuid(), '${world.center}', e.id, gen_random_uuid(), 'approved', 'report', now(), now() from enterprise e limit 1`),
  ).rejects.toThrow(/row-level security/)
  await client.end()
})

test('a published version never changes, not even by hand', async () => {
  await expect(
    world.sql.run(`update requirement_set set title = '다른 제목' where state = 'published'`),
  ).rejects.toThrow(/never changes/)
  await expect(world.sql.run('delete from requirement')).rejects.toThrow(/never changes/)
})
