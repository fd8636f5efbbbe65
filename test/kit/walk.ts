import { getNamedType, isInterfaceType, type GraphQLNamedType, type GraphQLSchema } from 'graphql'
import type { TestApp } from './app.ts'
import { ask } from './ask.ts'
import { callOf, type SchemaField } from './calls.ts'
import { everything } from './selection.ts'

/** Of one question: the code of its refusal, or what was answered. */
export interface Told {
  code: string | null
  value: unknown
}

interface Asking {
  app: TestApp
  schema: GraphQLSchema
  token: string | null
}

interface Questions {
  /** What each query is given. */
  given: Record<string, string>
  /** Kinds of thing that a query leads to, and whose fields are not read there since they are elsewhere. */
  beside: Record<string, readonly string[]>
  /** Who is told nothing by a query need not be told what that nothing is made of. */
  isTold: (query: string) => boolean
}

/** How far a query is followed: a list has an edge, a thing and what it is made of. */
const depths = { told: 4, others: 1 }

/** Every query of the schema, with every field that it leads to. */
export async function askEverything(
  { app, schema, token }: Asking,
  { given, beside, isTold }: Questions,
): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  for (const query of queriesOf(schema)) {
    const depth = isTold(query.name) ? depths.told : depths.others
    const left = typesOf(schema, beside[query.name] ?? [])
    const selection = query.name.startsWith('node')
      ? '{ __typename id }'
      : everything(schema, getNamedType(query.type), { depth, beside: left })
    told.set(query.name, await tell(app, token, `{ ${callOf(query, given[query.name], selection)} }`))
  }
  return told
}

/** Things by their ids, whoever has been given these: `node Product` and so on. */
export async function askForNodes(
  { app, schema, token }: Asking,
  ids: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  const node = schema.getType('Node')
  for (const kind of isInterfaceType(node) ? schema.getPossibleTypes(node) : []) {
    const known = JSON.stringify(ids.get(kind.name)?.slice(0, 2) ?? [])
    const call = `{ nodes(ids: ${known}) { ... on ${kind.name} ${everything(schema, kind, { depth: 0 })} } }`
    told.set(`node ${kind.name}`, await tell(app, token, call))
  }
  return told
}

async function tell(app: TestApp, token: string | null, document: string): Promise<Told> {
  const { data, errors } = await ask<Record<string, unknown>>(app, document, token === null ? {} : { token })
  const [error] = errors ?? []
  // What cannot be asked at all would leave a hole in everything that is said of it.
  if (error && !refusals.has(error.extensions.code)) throw new Error(`${error.message}: ${document}`)
  return { code: error?.extensions.code ?? null, value: Object.values(data ?? {})[0] ?? null }
}

const refusals = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'])

export const queriesOf = (schema: GraphQLSchema): SchemaField[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {})

const typesOf = (schema: GraphQLSchema, names: readonly string[]): GraphQLNamedType[] =>
  names.flatMap(name => schema.getType(name) ?? [])

/** The ids in what was answered, by the kind of thing. */
export function idsIn(value: unknown, found: Map<string, string[]>): void {
  if (typeof value !== 'object' || value === null) return
  if ('id' in value && '__typename' in value) {
    const type = String(value.__typename)
    const known = found.get(type) ?? []
    if (!known.includes(String(value.id))) found.set(type, [...known, String(value.id)])
  }
  for (const within of Object.values(value)) idsIn(within, found)
}

/** `Type.field` of everything that was answered with a value, and whether any of these told something. */
export function fieldsIn(value: unknown, found: Map<string, boolean>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, within] of Object.entries(value)) {
    fieldsIn(within, found)
    if (!('__typename' in value) || name === '__typename' || isEmpty(within)) continue
    const field = `${String(value.__typename)}.${name}`
    found.set(field, found.get(field) === true || tells(within))
  }
}

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether there is anything in it: a list without rows, a count of none and a plain no tell nothing. */
export function tells(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value)
  const fields = Object.entries(value)
  // Something is there, of which nothing but its kind was asked.
  if (fields.length === 1 && '__typename' in value) return true
  return fields.some(([name, within]) => name !== '__typename' && tells(within))
}
