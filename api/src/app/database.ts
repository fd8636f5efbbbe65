import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { entities } from './entities.ts'
import { migrations } from './migrations.ts'

/** Connects; changes nothing. */
export const connect = (databaseUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl: databaseUrl,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    // Instants are timestamptz; a server that speaks another zone must not shift them.
    forceUtcTimezone: true,
    pool: { min: 0, max: 10 },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })

/** Any number, the same in every process: two that start at once must not migrate at once. */
const migrationLock = 7_010_211

/** Brings the tables up to date; safe when several processes start together. */
export async function migrate(orm: MikroORM): Promise<number> {
  const pool = await orm.em.getDriver().getConnection().getNativeClient()
  const guard = await pool.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock])
    const done = await orm.migrator.up()
    return done.length
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [migrationLock]).finally(() => guard.release())
  }
}
