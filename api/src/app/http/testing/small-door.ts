import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import pino from 'pino'
import { Refusal } from '../../../platform/refusal.ts'
import { createServer, type ServerOptions } from '../server.ts'

/** A door with hardly anything behind it, for what the whole application cannot be made to do. */
export interface SmallDoor {
  url: string
  server: FastifyInstance
  /** What has been logged, one text for each line. */
  lines: string[]
  /** How many resolvers have run. */
  calls: () => number
  ask: (
    query: string,
    variables?: object,
  ) => Promise<{ status: number; requestId: string | null; text: string }>
}

export const secret = 'the password of the database'

const typeDefs = /* GraphQL */ `
  type Query {
    plain: String
    long: String
    where: String
    thing: Thing
    number(of: Int! = 1): Int!
    refused: String
    broken: String
    never: String!
    slow(ms: Int!): String
    things(first: Int = 2): [Thing!]!
    either: [Named!]!
  }
  interface Named {
    name: String!
  }
  type Thing implements Named {
    name: String!
    where: String
    broken: String
    things(first: Int = 2): [Thing!]!
  }
  type Other implements Named {
    name: String!
    more: Int
  }
  type Mutation {
    touch: Int
  }
`

export async function openSmallDoor(options: Partial<ServerOptions> = {}): Promise<SmallDoor> {
  const lines: string[] = []
  let calls = 0
  const schema = smallSchema(() => calls++)
  const log = pino({ level: 'debug' }, intoList(lines))
  const server = await createServer({
    schema,
    schemaText: typeDefs,
    context: async () => ({}),
    health: async () => ({ status: 'ok' }),
    readings: async () => [],
    log,
    version: '1.2.3',
    ...options,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const url = server.listeningOrigin
  return {
    url,
    server,
    lines,
    calls: () => calls,
    ask: (query, variables) => post(url, { query, variables }),
  }
}

async function post(url: string, body: unknown) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    text: await response.text(),
  }
}

const intoList = (lines: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })

export function smallSchema(called: () => void = () => {}): GraphQLSchema {
  const schema = buildSchema(typeDefs)
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() }
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name]
    if (!field) throw new Error(`No field ${name}`)
    field.resolve = (_root, args) => {
      called()
      return resolve(args)
    }
  }
  for (const type of [schema.getQueryType(), schema.getType('Thing')])
    if (isObjectType(type)) Object.assign(type.getFields().where ?? {}, { resolve: where })
  return schema
}

/** What a resolver is told about the place where it stands. */
const where: GraphQLFieldResolver<unknown, unknown> = (_root, _args, _context, { parentType, fieldNodes }) =>
  `${parentType.name}.${fieldNodes[0]?.alias?.value}`

const thing = (name: string): object => ({
  __typename: 'Thing',
  name,
  broken: () => {
    throw new Error(secret)
  },
  things: () => [thing(`${name}.1`), thing(`${name}.2`)],
})

const resolvers: Record<string, (args: Record<string, number>) => unknown> = {
  plain: () => 'plain',
  long: () => '길다 '.repeat(1_000),
  number: ({ of }) => of,
  refused: () => {
    throw new Refusal('CONFLICT', 'Somebody was faster.', 'plain')
  },
  broken: async () => {
    throw new Error(secret)
  },
  never: () => null,
  slow: ({ ms = 0 }) => new Promise(resolve => setTimeout(resolve, ms, 'done')),
  thing: () => thing('a'),
  things: () => [thing('a'), thing('b')],
  either: () => [thing('a'), { __typename: 'Other', name: 'b', more: 1 }],
  touch: () => 1,
}
