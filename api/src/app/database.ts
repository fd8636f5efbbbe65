import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { poolOf } from '../platform/read/read.ts'
import { entities } from './entities.ts'
import { givingBackLostConnections } from './lost-connections.ts'
import { migrations } from './migrations.ts'

/**
 * The role of people's requests: it sees only what row-level policies grant, where the owner of the tables,
 * in whose name the system works, sees everything (Migration012Centers).
 */
export const requestRole = 'panro_request'

/** Connects; changes nothing. */
export async function connect(databaseUrl: string, role?: typeof requestRole): Promise<MikroORM> {
  const orm = await MikroORM.init({
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
      ...(role ? { options: `-c role=${role}` } : {}),
    },
  })
  const connection = orm.em.getDriver().getConnection()
  const dialectOf = connection.createKyselyDialect.bind(connection)
  connection.createKyselyDialect = options => givingBackLostConnections(dialectOf(options))
  // An idle connection that breaks is nobody's query: the next one gets a fresh connection, or an error of
  // its own. Without a listener Node would end the process over it.
  const pool = await poolOf(orm.em.fork())
  pool.on('error', () => {})
  return orm
}

/** Any number, the same in every process: two that start at once must not migrate at once. */
const migrationLock = 7_010_211

/** Brings the tables up to date; safe when several processes start together. */
export async function migrate(orm: MikroORM): Promise<number> {
  const pool = await poolOf(orm.em.fork())
  const guard = await pool.connect()
  try {
    // However long the other one takes: this process has nothing to do before the tables are there.
    await guard.query('set lock_timeout = 0; set statement_timeout = 0')
    await guard.query('select pg_advisory_lock($1)', [migrationLock])
    const done = await orm.migrator.up()
    return done.length
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    guard.release(true)
  }
}
