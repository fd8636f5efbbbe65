import { isEmpty, seedDemo } from '../../seeds/demo.ts'
import { loadReference } from '../../seeds/reference.ts'
import { connect, migrate } from '../app/database.ts'
import type { Env } from '../app/env.ts'
import { systemContext } from '../app/system-context.ts'

/** `pnpm seed`: the reference data, and on an empty database the fictional demo data. */
export async function run({ databaseUrl }: Env & { databaseUrl: string }): Promise<number> {
  const orm = await connect(databaseUrl)
  try {
    await migrate(orm)
    const ctx = systemContext(orm, new Date())
    await loadReference(ctx)
    if (!(await isEmpty(ctx))) {
      process.stdout.write('There are enterprises already: nothing was added.\n')
      return 0
    }
    const { enterprises, products } = await seedDemo(ctx)
    process.stdout.write(`${enterprises} enterprises and ${products} products, all fictional.\n`)
    return 0
  } finally {
    await orm.close()
  }
}
