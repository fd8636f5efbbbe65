import type { Context } from '../src/platform/context.ts'
import { makeCatalogue } from './demo/catalogue.ts'
import { writeIfEmpty } from './demo/write.ts'
import { loadReference } from './reference.ts'

export { isEmpty } from './demo/write.ts'

/** Large enough to look alive. */
export const demoSize = { enterprises: 176, products: { from: 4, to: 8 }, branchEvery: 16 }

/**
 * Fills an empty database with an invented catalogue, whose certificates lapse around today. Changes nothing when
 * there is an enterprise already.
 */
export async function seedDemo(ctx: Context): Promise<{ enterprises: number; products: number }> {
  await loadReference(ctx)
  const catalogue = makeCatalogue(ctx.today, demoSize)
  const isWritten = await writeIfEmpty(ctx, () => catalogue)
  if (!isWritten) return { enterprises: 0, products: 0 }
  return { enterprises: catalogue.enterprise.length, products: catalogue.product.length }
}
