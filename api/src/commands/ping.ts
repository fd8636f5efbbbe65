import { connect } from '../app/database.ts'
import { requiredUrl, start } from '../app/start.ts'

/** Ends well when the database of DATABASE_URL answers; the health check of the worker's container. */
await start(async env => {
  const orm = await connect(requiredUrl(env))
  try {
    await orm.em.getConnection().execute('select 1')
  } finally {
    await orm.close()
  }
})
