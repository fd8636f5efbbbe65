import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema.gen.d.ts'

export { readFragment } from 'gql.tada'
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'

/** Writes a document whose result and variables get their types from `api/schema.graphql`. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    /** `YYYY-MM-DD`, a day in Asia/Seoul. */
    Date: string
    /** RFC 3339, an instant. */
    DateTime: string
    /** Whole won. */
    Won: number
  }
}>()

type Types = introspection['types']
type EnumName = {
  [Name in keyof Types]: Types[Name] extends { enumValues: string } ? Name : never
}[keyof Types]

/** The values of an enum of the schema, for tables that must name every one of them. */
export type EnumOf<Name extends EnumName> = Types[Name] extends { enumValues: infer Values } ? Values : never
