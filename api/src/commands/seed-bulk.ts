import { seedBulk } from '../../seeds/bulk.ts'
import { connect, migrate } from '../app/database.ts'
import { systemContext } from '../app/system-context.ts'

/** For the bench: fills an empty database with invented data at the size of a country. */
export async function seedForBench(databaseUrl: string, products: number): Promise<void> {
  const orm = await connect(databaseUrl)
  try {
    await migrate(orm)
    await seedBulk(systemContext(orm, new Date()), { products })
    // Plans need to know the sizes before the first request, not some minutes later.
    await orm.em.getConnection().execute('vacuum analyze')
  } finally {
    await orm.close()
  }
}
