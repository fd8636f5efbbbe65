import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { secrets } from '../kit/roles-secrets.ts'
import { openRolesWorld, type RolesWorld } from '../kit/roles-world.ts'
import { askEverything, askForNodes, fieldsIn, idsIn, queriesOf, tells, type Told } from '../kit/walk.ts'
import { heldByNobodyYet, playedElsewhere, shownTo } from './fields-elsewhere.data.ts'
import { audienceOf, fields, seers, type Seer } from './fields.data.ts'
import { beside, byLink, givenTo, readers } from './reading.data.ts'
import { asking, type Asking } from './roles.data.ts'

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)
const queries = queriesOf(schema)
const types = Object.values(schema.getTypeMap())
  .filter(type => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation')

let app: TestApp
let world: RolesWorld
/** What each role was told, by query and by kind of node; one walk for all tests below. */
let told: Map<Asking, Map<string, Told>>
beforeAll(async () => {
  app = await startApp()
  world = await openRolesWorld(app)
  const byQuery = await each(asking, role =>
    askEverything(
      { app, schema, token: world.tokens[role] },
      { given: givenTo(world, role), beside, isTold: query => readers[query]?.by.includes(role) ?? true },
    ),
  )
  // The centre knows of more than all others: its ids come first, and the others try them.
  const ids = new Map<string, string[]>()
  for (const role of asking.toReversed())
    for (const { value } of byQuery.get(role)?.values() ?? []) idsIn(value, ids)
  const outside = asking.filter(role => role !== 'STAFF' && role !== 'LEAD')
  const byId = await each(outside, role => askForNodes({ app, schema, token: world.tokens[role] }, ids))
  told = new Map(
    asking.map(role => [role, new Map([...(byQuery.get(role) ?? []), ...(byId.get(role) ?? [])])]),
  )
}, 180_000)
afterAll(async () => {
  await world.end()
  await app.stop()
})

async function each(roles: readonly Asking[], work: (role: Asking) => Promise<Map<string, Told>>) {
  return new Map(await Promise.all(roles.map(async role => [role, await work(role)] as const)))
}

test('every query of the contract has a row, and no row is left over', () => {
  expect(Object.keys(readers).sort()).toEqual(queries.map(({ name }) => name).sort())
})

const cases = queries.flatMap(({ name }) => asking.map(role => ({ name, role })))

test.each(cases)('$name by $role', ({ name, role }) => {
  const answer = told.get(role)?.get(name)
  const got = answer?.code ?? (tells(answer?.value) ? 'something' : 'nothing')
  expect(got).toBe(expected(name, role))
})

function expected(name: string, role: Asking): string {
  const row = readers[name]
  if (row?.by.includes(role)) return 'something'
  if (row?.others === 'nothing') return 'nothing'
  if (role === 'ANONYMOUS') return 'UNAUTHENTICATED'
  return row?.others === 'refused' ? 'FORBIDDEN' : 'nothing'
}

test('every type of the contract has a row, every exception is of a field that is there, and nothing is left over', () => {
  expect(Object.keys(fields).sort()).toEqual(types.map(({ name }) => name).sort())
  for (const type of types) {
    const row = fields[type.name]
    if (row && 'by' in row)
      expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(Object.keys(row.but)))
  }
})

test.each(seers)('%s is told nothing by a field that the table does not open', seer => {
  const open = (field: string) => {
    const [type = '', name = ''] = field.split('.')
    return audienceOf(type, name).includes(seer)
  }
  const leaks = [...fieldsSeenBy(seer)].filter(([field, tellsSomething]) => tellsSomething && !open(field))
  expect(leaks.map(([field]) => `${field} ${seer}`)).toEqual([])
})

test('whatever the table opens has been seen here, or is said to be played elsewhere', () => {
  const seen = new Map(seers.map(seer => [seer, fieldsSeenBy(seer)]))
  const opened = types.flatMap(type =>
    Object.keys(type.getFields()).flatMap(name =>
      audienceOf(type.name, name).map(seer => ({ type: type.name, field: `${type.name}.${name}`, seer })),
    ),
  )
  const unseen = opened.filter(
    ({ type, field, seer }) =>
      !seen.get(seer)?.has(field) &&
      !playedElsewhere[field] &&
      !playedElsewhere[type] &&
      !heldByNobodyYet.includes(field),
  )
  expect(unseen.map(({ field, seer }) => `${field} ${seer}`)).toEqual([])
  expect(opened.length).toBeGreaterThan(2_000)
})

test.each(Object.entries(playedElsewhere))('%s is played in %s', (what, file) => {
  const [type, name] = what.split('.')
  expect(types.some(each => each.name === type && (name === undefined || name in each.getFields()))).toBe(
    true,
  )
  const script = path.resolve(import.meta.dirname, '..', file)
  expect(existsSync(script)).toBe(true)
  if (name !== undefined) expect(readFileSync(script, 'utf8')).toMatch(new RegExp(`\\b${name}\\b`, 'u'))
})

test.each(Object.entries(secrets))('%s is shown to nobody else', (what, secret) => {
  const may = Object.entries(shownTo).find(([name]) => name === what)?.[1] ?? []
  const saw = seers.filter(seer =>
    answersTo(seer).some(({ value }) => JSON.stringify(value).includes(secret)),
  )
  expect(saw.filter(seer => !may.includes(seer))).toEqual([])
  expect(saw).toEqual(expect.arrayContaining(may.slice(0, 1)))
})

/** What somebody was told; by a link is told whoever holds it, signed in or not. */
function answersTo(seer: Seer): Told[] {
  const answers = [...(told.get(seer === 'LINK' ? 'ANONYMOUS' : seer) ?? [])]
  return answers.filter(([name]) => byLink.includes(name) === (seer === 'LINK')).map(([, answer]) => answer)
}

function fieldsSeenBy(seer: Seer): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const { value } of answersTo(seer)) fieldsIn(value, found)
  return found
}
