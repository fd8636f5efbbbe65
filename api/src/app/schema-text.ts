import { lexicographicSortSchema, printSchema } from 'graphql'
import { publicSchema } from './schema.ts'

/** The contract as text: sorted, so that moving a line of code is not a change of the contract. */
export const printPublicSchema = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await publicSchema()))}\n`
