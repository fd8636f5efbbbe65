import type { Context } from '../src/platform/context.ts'
import { insertRows } from '../src/platform/insert-rows.ts'
import { makeCatalogue } from './demo/catalogue.ts'
import { makeEvents } from './demo/events.ts'
import { addFormerParticipants } from './demo/events/former-participants.ts'
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
  const former = addFormerParticipants(catalogue, ctx.today)
  const isWritten = await writeIfEmpty(
    ctx,
    () => catalogue,
    async (ctx, [desk]) => {
      if (!desk) return
      const { centerId, staffIds } = desk
      const events = makeEvents({ catalogue, former, centerId, staffId: staffIds[0] ?? null })
      for (const [table, rows] of Object.entries<object[]>(events)) await insertRows(ctx.em, table, rows)
    },
  )
  if (!isWritten) return { enterprises: 0, products: 0 }
  return { enterprises: catalogue.enterprise.length, products: catalogue.product.length }
}
