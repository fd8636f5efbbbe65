import { serveProduction } from './app/production.ts'
import { start } from './app/start.ts'

await start(serveProduction)
