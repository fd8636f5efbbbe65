import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'

let app: TestApp
let staff: string
let id: string
beforeAll(async () => {
  app = await startApp()
  staff = await signIn(app, 'STAFF')
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    app,
    '{ enterprises(first: 1) { edges { node { id } } } }',
  )
  id = enterprises.edges[0]?.node.id ?? ''
})
afterAll(() => app.stop())

const rename =
  'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { name formerNames { name } } }'

test('a name given up and taken up again within a day leaves no trace of having ended', async () => {
  for (const name of ['가람', '나래', '가람', '나래', '다솜'])
    await read(app, rename, { token: staff, variables: { id, name } })
  const { node } = await read<{ node: { name: string; formerNames: { name: string }[] } }>(
    app,
    'query ($id: ID!) { node(id: $id) { ... on Enterprise { name formerNames { name } } } }',
    { variables: { id } },
  )
  expect(node.name).toBe('다솜')
  const former = node.formerNames.map(({ name }) => name)
  expect(former).toContain('나래')
  expect(new Set(former).size).toBe(former.length)
})

test.each([
  ['nothing', '  '],
  ['nothing that shows', '\u200b\u200b'],
  ['a line break', '가나\n다'],
  ['a bell', '가\u0007나'],
  ['a turn of direction', '가\u202e나'],
  ['half a character', '가\ud800'],
  ['too much', '가'.repeat(201)],
])('a name of %s is refused', async (_, name) => {
  expect(await refusal(app, rename, { token: staff, variables: { id, name } })).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test.each([
  ['1899-12-31', 'out of range'],
  ['3000-01-01', 'out of range'],
  ['2026-02-30', 'not a day that exists'],
  ['0000-00-00', 'not a day that exists'],
])('the day %s is %s', async (day, sentence) => {
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{ products(first: 1, filter: { certifiedOn: "${day}" }) { totalCount } }`,
    }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(sentence)
})

test('a certification cannot have ended before it began', async () => {
  const { enterprises } = await read<{
    enterprises: {
      edges: {
        node: {
          certifications: {
            id: string
            validFrom: string
            cancelledOn: string | null
            returnedOn: string | null
          }[]
        }
      }[]
    }
  }>(
    app,
    '{ enterprises(first: 50) { edges { node { certifications { id validFrom cancelledOn returnedOn } } } } }',
  )
  const running = enterprises.edges
    .flatMap(({ node }) => node.certifications)
    .find(({ validFrom, cancelledOn, returnedOn }) => validFrom && !cancelledOn && !returnedOn)
  const end =
    'mutation ($id: ID!, $on: Date!) { endCertification(id: $id, how: CANCELLED, on: $on, reason: "시험") { status } }'
  expect(await refusal(app, end, { token: staff, variables: { id: running?.id, on: '1950-01-01' } })).toEqual(
    { code: 'BAD_USER_INPUT', field: 'on' },
  )
})
