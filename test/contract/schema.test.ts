import { readFileSync } from 'node:fs'
import path from 'node:path'
import { diff } from '@graphql-inspector/core'
import { printPublicSchema } from '@panro/api/src/app/schema-text.ts'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import { expect, test } from 'vitest'

const committed = readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8')
const ours = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

test('the committed contract is the one the code has; `pnpm schema` prints it anew', async () => {
  const changes = await diff(buildSchema(committed), buildSchema(await printPublicSchema()))
  expect(changes.map(({ criticality, message }) => `${criticality.level}: ${message}`)).toEqual([])
  expect(await printPublicSchema()).toBe(committed)
})

/** Every description of the contract with the name of what it describes. */
function descriptions(schema: GraphQLSchema): [string, string | null | undefined][] {
  return ours(schema).flatMap(type => {
    const own: [string, string | null | undefined][] = [[type.name, type.description]]
    if (isEnumType(type)) return [...own, ...type.getValues().map(value => named(type.name, value))]
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own
    const fields = Object.values(type.getFields())
    const args = fields.flatMap(field =>
      'args' in field ? field.args.map((arg: Described) => named(`${type.name}.${field.name}`, arg)) : [],
    )
    return [...own, ...fields.map(field => named(type.name, field)), ...args]
  })
}

interface Described {
  name: string
  description?: string | null | undefined
}

const named = (owner: string, { name, description }: Described): [string, string | null | undefined] => [
  `${owner}.${name}`,
  description,
]

test('everything in it is described, in Korean and in English', () => {
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'])
  const undescribed = descriptions(buildSchema(committed))
    .filter(([name]) => !builtIn.has(name))
    .filter(
      ([, description]) => !description || !/[가-힣]/.test(description) || !/[a-z]{2}/i.test(description),
    )
    .map(([name]) => name)
  expect(undescribed).toEqual([])
})

/** What tells of people, and to whom: each is held against who asks, in `self-service.test.ts`. */
const toldToTheirOwn: Record<string, string> = {
  Mutation: 'names what is done, tells nothing',
  Viewer: 'the person who asks',
  EnterpriseDesk: 'links to contacts, for the enterprise and its centre',
  Contact: 'masked, for the enterprise and its centre',
  Department: 'links to officers, for the centre that keeps it and for each officer the own',
  Officer: 'masked, for the centre that keeps it',
  RevealedOfficer: 'for the centre that keeps it, with a reason on record',
  RevealedContact: 'for the enterprise and its centre, with a reason on record',
}

test('no public type can tell of a person, but to the one who asks and to their own', () => {
  const schema = buildSchema(committed)
  const fields = ours(schema)
    .filter(type => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !(name in toldToTheirOwn))
    .flatMap(type => Object.keys(type.getFields()).map(field => `${type.name}.${field}`))
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter(field => /contact|phone|email|officer|representative|person$/i.test(field))).toEqual(
    [],
  )
})
