import { readEnv } from './app/env.ts'
import { workProduction } from './app/production.ts'

await workProduction(readEnv(process.env))
