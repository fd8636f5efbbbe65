import { readEnv } from './app/env.ts'
import { serveProduction } from './app/production.ts'

await serveProduction(readEnv(process.env))
