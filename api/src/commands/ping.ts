import { connect } from '../app/database.ts'
import { readEnv } from '../app/env.ts'

/** Ends well when the database of DATABASE_URL answers; the health check of the worker's container. */
const { databaseUrl } = readEnv(process.env)
if (databaseUrl === null) throw new Error('DATABASE_URL is not set')
const orm = await connect(databaseUrl)
await orm.em.getConnection().execute('select 1')
await orm.close()
