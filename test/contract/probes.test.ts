import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { pdf } from '../kit/documents.ts'
import { fetchFile, sendFile } from '../kit/files.ts'
import { median } from '../kit/median.ts'
import { Visitor } from '../kit/pages.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

/** Probes of the list of bad input (A7, 77–92) that no other file here has; each by its number. */
let app: TestApp
let world: Vetting
let neighbour: Awaited<ReturnType<Vetting['neighbour']>>
let ids: { review: string; set: string; enterprise: string; key: string; file: string }
beforeAll(async () => {
  app = await startApp()
  world = await openVetting(app)
  neighbour = await world.neighbour()
  const enterprise = await world.enterprise({ name: '엿보기협동조합' })
  const set = await world.requirementSet()
  const { review } = await world.inReview(enterprise.id, set.id)
  const said = { enterprise: enterprise.id, personal: true }
  const { id: file } = await sendFile(app, world.owner.token, '급여 대장.pdf', pdf(), said)
  ids = { review: review.id, set: set.id, enterprise: enterprise.id, key: enterprise.key, file }
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const never = (id: string) => id.replace(/_.*/, '_0198a0000000700080000000000000aa')

describe('78. another centre’s case', () => {
  test.each(['QUEUE', 'DUE', 'ENTERPRISE', 'NEWEST', 'OLDEST'])(
    'stands in no list sorted by %s',
    async sort => {
      const ask_ = `{ reviews(first: 100, sort: ${sort}) { totalCount edges { node { id } } } }`
      const own = await read<{ reviews: { totalCount: number } }>(app, ask_, world.staff.question)
      expect(own.reviews.totalCount).toBe(1)
      expect(await read(app, ask_, neighbour.question)).toEqual({ reviews: { totalCount: 0, edges: [] } })
    },
  )

  test.each([
    ['a state', () => '{ states: [IN_REVIEW] }'],
    ['a cause', () => '{ causes: [APPLICATION] }'],
    ['a day', () => '{ dueBefore: "2099-01-01" }'],
    ['a colleague', () => `{ assignee: "person_${world.staff.id.replaceAll('-', '')}" }`],
  ])('is not found by %s', async (_, filter) => {
    const question = `{ reviews(first: 5, filter: ${filter()}) { totalCount edges { node { id } } } }`
    expect(await read(app, question, neighbour.question)).toEqual({ reviews: { totalCount: 0, edges: [] } })
  })

  test('is not reached by a cursor of a list that shows it', async () => {
    const list = (more: string) =>
      `{ reviews(first: 5, sort: NEWEST${more}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`
    const own = await read<{ reviews: { edges: { cursor: string }[] } }>(app, list(''), world.staff.question)
    const cursor = own.reviews.edges[0]?.cursor ?? ''
    const seen = await ask(app, list(`, after: "${cursor}"`), neighbour.question)
    expect(JSON.stringify(seen)).not.toContain('review_')
  })

  test('and its files are in no node, no list of ids and no edge', async () => {
    const probe = (review: string, file: string) => `{
      nodes(ids: ["${review}", "${file}"]) { id }
      node(id: "${file}") { id ... on EvidenceFile { name url } }
      enterprise: node(id: "${ids.enterprise}") { ... on Enterprise { evidenceFiles { id name } } } }`
    for (const question of [neighbour.question, {}]) {
      const seen = await ask(app, probe(ids.review, ids.file), question)
      expect(seen).toEqual(await ask(app, probe(never(ids.review), never(ids.file)), question))
      expect(JSON.stringify(seen)).not.toContain('급여')
    }
  })
})

test('77, 79. nothing is filtered or sorted by what may not be read', async () => {
  for (const question of [
    '{ products(first: 1, filter: { contactPhone: "010" }) { totalCount } }',
    '{ enterprises(first: 1, filter: { contactEmail: "a@b.kr" }) { totalCount } }',
    '{ enterprises(first: 1, sort: CONTACT_PHONE) { totalCount } }',
    '{ enterprises(first: 1, filter: { state: DRAFT }) { totalCount } }',
    '{ enterprises(first: 1) { edges { node { contacts { phone } } } } }',
    '{ enterprises(first: 1) { edges { node { evidence: reviews { id } } } } }',
  ]) {
    const { data, errors } = await ask(app, question)
    expect([data ?? null, errors?.[0]?.extensions.code], question).toEqual([
      null,
      'GRAPHQL_VALIDATION_FAILED',
    ])
  }
})

describe('80. what may not be seen and what never was', () => {
  const asking: [string, (id: string) => Promise<unknown>, () => string][] = [
    ['a case', id => ask(app, `{ review(id: "${id}") { state } }`, neighbour.question), () => ids.review],
    [
      'a decision on a case',
      id =>
        ask(app, `mutation { approveReview(id: "${id}", expectedVersion: 1) { id } }`, neighbour.question),
      () => ids.review,
    ],
    [
      'a file',
      async id => {
        const answer = await fetchFile(app, neighbour.token, id)
        return [answer.status, await answer.text()]
      },
      () => ids.file,
    ],
  ]

  test.each(asking)('%s: one answer, in the same time', { timeout: 60_000 }, async (_, probe, id) => {
    const [there, nowhere] = [id(), never(id())]
    const spell = (answer: unknown) =>
      JSON.stringify(answer).replaceAll(there, 'ID').replaceAll(nowhere, 'ID')
    expect(spell(await probe(there))).toBe(spell(await probe(nowhere)))
    const apart: number[] = []
    // A busy machine may spoil a round; what is really slower is so in each.
    for (let round = 0; round < 8 && !apart.some(ratio => Math.abs(1 - ratio) < 0.05); round++)
      apart.push(
        await timesApart(
          () => probe(there),
          () => probe(nowhere),
        ),
      )
    expect(
      apart.some(ratio => Math.abs(1 - ratio) < 0.05),
      apart.join(' '),
    ).toBe(true)
  })
})

/** How many times as long one takes as the other, by medians of 120 each, taken in turn. */
async function timesApart(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<number> {
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    return performance.now() - begun
  }
  const [ones, others]: [number[], number[]] = [[], []]
  for (let index = 0; index < 120; index++) {
    if (index % 2 === 0) ones.push(await timed(one))
    others.push(await timed(other))
    if (index % 2 === 1) ones.push(await timed(one))
  }
  return median(ones) / median(others)
}

test('82. a state cannot be slipped in with what an enterprise says of itself', async () => {
  const attempts = [
    `mutation { updateEnterpriseProfile(id: "${ids.enterprise}", expectedVersion: 1, changes: { summary: "x", state: PUBLISHED }) { version } }`,
    `mutation { startApplication(enterpriseId: "${ids.enterprise}", requirementSetId: "${ids.set}", state: APPROVED) { id } }`,
    `mutation { answerRequirement(id: "${ids.review}", number: 1, expectedVersion: 1, answer: { isAttested: true, verdict: MET }) { id } }`,
  ]
  for (const attempt of attempts) {
    const { errors } = await ask(app, attempt, world.owner.question)
    expect(errors?.[0]?.extensions.code, attempt).toBe('GRAPHQL_VALIDATION_FAILED')
  }
  const variables = { c: { summary: 'x', state: 'PUBLISHED' } }
  expect(
    await refusal(
      app,
      `mutation ($c: ProfileChangesInput!) { updateEnterpriseProfile(id: "${ids.enterprise}", expectedVersion: 1, changes: $c) { version } }`,
      { ...world.owner.question, variables },
    ),
  ).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await states()).toEqual({ enterprise: 'draft', review: 'in_review' })
})

test('83, 84. no step is skipped, and nobody of the enterprise takes one of the desk’s', async () => {
  const { version } = await world.staff.read(ids.review)
  const approve = `mutation { approveReview(id: "${ids.review}", expectedVersion: ${version}) { id } }`
  expect(await refusal(app, approve, world.staff.question)).toMatchObject({ code: 'WRONG_STATE' })
  expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await refusal(app, approve, world.owner.question)).code)
  const publish = `mutation { takeEnterpriseStep(id: "${ids.enterprise}", step: PUBLISH) { id } }`
  expect((await refusal(app, publish, world.owner.question)).code).toBe('FORBIDDEN')
  expect(await states()).toEqual({ enterprise: 'draft', review: 'in_review' })
})

const states = async () => {
  const [row] = await world.sql.run<{ enterprise: string; review: string }>(
    `select e.state as enterprise, r.state as review from enterprise e join review r on r.enterprise_id = e.id where e.id = $1`,
    [ids.key],
  )
  return row
}

test('90. a cookie laid out by somebody else never becomes a session', async () => {
  const visitor = new Visitor(app)
  const laid = `sid=${'a'.repeat(43)}`
  visitor.cookie = laid
  await visitor.signIn('BUYER')
  expect(visitor.cookie).not.toBe(laid)
  const thief = new Visitor(app)
  thief.cookie = laid
  const { data } = await thief.ask<{ viewer: object | null }>('Viewer')
  expect(data?.viewer ?? null).toBeNull()
})
