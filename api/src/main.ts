import { serveProduction, start } from './app/production.ts'

await start(serveProduction)
