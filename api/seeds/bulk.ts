import type { Context } from '../src/platform/context.ts'
import { makeCatalogue } from './demo/catalogue.ts'
import { writeIfEmpty } from './demo/write.ts'
import { loadReference } from './reference.ts'

const productsEach = 10

/** The demo’s vocabulary at the size of a country, for benches: ten products to an enterprise. */
export async function seedBulk(ctx: Context, { products }: { products: number }): Promise<void> {
  await loadReference(ctx)
  const isWritten = await writeIfEmpty(ctx, () =>
    makeCatalogue(ctx.today, {
      enterprises: Math.ceil(products / productsEach),
      products: { from: productsEach, to: productsEach },
      branchEvery: null,
    }),
  )
  if (!isWritten) throw new Error('A bulk seed needs an empty database; this one has enterprises already.')
}
