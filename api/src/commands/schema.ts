import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { printPublicSchema } from '../app/schema-text.ts'

/** `pnpm schema`: prints the contract from the code into the file that is committed and reviewed. */
writeFileSync(path.resolve('api/schema.graphql'), await printPublicSchema())
