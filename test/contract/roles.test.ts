import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, signIn } from '../kit/ask.ts'
import { callOf, type SchemaField } from '../kit/calls.ts'
import { allowed, answers, asking, nobody, said, type Asking } from './roles.data.ts'

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('every mutation of the contract has a row, and no row is left over', () => {
  expect(Object.keys(allowed).sort()).toEqual(mutations.map(({ name }) => name).sort())
})

const cases = mutations.flatMap(mutation => asking.map(role => ({ mutation, name: mutation.name, role })))

test.each(cases)('$name by $role', async ({ mutation, role }) => {
  const guard = await guardOf(mutation, role)
  expect(guard).toBe(expected(mutation.name, role))
})

function expected(name: string, role: Asking): string {
  if (allowed[name]?.includes(role)) return 'passes'
  return role === 'ANONYMOUS' || allowed[name] === nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN'
}

/** What the guard says to a call that is well-formed and means a thing that never existed. */
async function guardOf(mutation: SchemaField, role: Asking): Promise<string> {
  const question = role === 'ANONYMOUS' ? {} : { token: await tokenOf(role) }
  const { errors } = await ask(app, `mutation { ${callOf(mutation, said[mutation.name])} }`, question)
  // What was really done may have been the end of this very session.
  if (!errors) tokens.delete(role)
  const code = errors?.[0]?.extensions.code
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return code
  // Whoever passes comes to the rows, and there is no such row; anything else would mean a call that tests nothing.
  expect([undefined, answers[mutation.name] ?? 'NOT_FOUND']).toContain(code)
  return 'passes'
}

const tokens = new Map<Asking, string>()

/** Signed in once for as many calls as the session takes. */
async function tokenOf(role: Exclude<Asking, 'ANONYMOUS'>): Promise<string> {
  const token = tokens.get(role) ?? (await signIn(app, role))
  tokens.set(role, token)
  return token
}
