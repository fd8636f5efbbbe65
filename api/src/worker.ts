import { start, workProduction } from './app/production.ts'

await start(workProduction)
