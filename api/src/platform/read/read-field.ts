import type { GraphQLResolveInfo } from 'graphql'
import { responseKey } from './selection.ts'

/** What a field with arguments resolves to: the value its shape has read, under the alias of this very appearance. */
export function readField<T>(row: unknown, info: GraphQLResolveInfo): T {
  const [node] = info.fieldNodes
  if (!node || !isRecord(row)) throw new Error(`${info.parentType.name}.${info.fieldName} was not read`)
  // The shape's SQL decides the type; the caller names it, as with any row of a database.
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return row[responseKey(node)] as T
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
