import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { printPublicSchema } from '../app/schema-text.ts'

/** `pnpm schema`: prints the contract from the code into the file that is committed and reviewed. */
writeFileSync(path.resolve(import.meta.dirname, '../../schema.graphql'), await printPublicSchema())
