import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, getNamedType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask } from '../kit/ask.ts'
import { callOf, type SchemaField } from '../kit/calls.ts'
import { openRolesWorld, type RolesWorld } from '../kit/roles-world.ts'
import { everything } from '../kit/selection.ts'
import { givenTo, readers } from './reading.data.ts'
import { asking, type Asking } from './roles.data.ts'

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)
const queries = Object.values(schema.getQueryType()?.getFields() ?? {})

let app: TestApp
let world: RolesWorld
beforeAll(async () => {
  app = await startApp()
  world = await openRolesWorld(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

test('every query of the contract has a row, and no row is left over', () => {
  expect(Object.keys(readers).sort()).toEqual(queries.map(({ name }) => name).sort())
})

const cases = queries.flatMap(query => asking.map(role => ({ query, name: query.name, role })))

test.each(cases)('$name by $role', async ({ query, role }) => {
  expect(await answerTo(query, role)).toBe(expected(query.name, role))
})

function expected(name: string, role: Asking): string {
  const row = readers[name]
  if (row?.by.includes(role)) return 'something'
  if (row?.others === 'nothing') return 'nothing'
  if (role === 'ANONYMOUS') return 'UNAUTHENTICATED'
  return row?.others === 'refused' ? 'FORBIDDEN' : 'nothing'
}

async function answerTo(query: SchemaField, role: Asking): Promise<string> {
  const token = world.tokens[role]
  const selection = query.name.startsWith('node') ? '{ id }' : everything(schema, getNamedType(query.type), 1)
  const { data, errors } = await ask<Record<string, unknown>>(
    app,
    `{ ${callOf(query, givenTo(world, role)[query.name], selection)} }`,
    token === null ? {} : { token },
  )
  if (errors) return errors[0]?.extensions.code ?? ''
  return tells(data?.[query.name]) ? 'something' : 'nothing'
}

/** Whether there is anything in it: a list without rows, and a count of none, tell nothing. */
function tells(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value)
  return Object.entries(value).some(([name, within]) => name !== '__typename' && tells(within))
}
