import { lexicographicSortSchema, printSchema } from 'graphql'
import { publicSchema } from './schema.ts'

/** The contract as text: sorted, so that moving a line of code is not a change of the contract. */
export const printPublicSchema = (): Promise<string> => (printed ??= print())

let printed: Promise<string> | undefined

const print = async () => `${printSchema(lexicographicSortSchema(await publicSchema()))}\n`
