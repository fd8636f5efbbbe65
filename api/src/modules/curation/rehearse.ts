import type { Context } from '../../platform/context.ts'
import type { RefusalCode } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'

/** One of many that its guard has refused. */
export interface Refused {
  id: string
  code: RefusalCode
  message: string
}

/** Ends a transaction without keeping anything of it. */
class Rehearsed extends Error {}

/** Does the work in one transaction; for a rehearsal all of it as well, so that it cannot say anything else, and then not. */
export async function rehearse<T>(
  ctx: Context,
  isDryRun: boolean,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  if (!isDryRun) return inScope(ctx, work)
  const outcomes: T[] = []
  const rehearsal = inScope(ctx, async ctx => {
    outcomes.push(await work(ctx))
    await ctx.em.flush()
    throw new Rehearsed('Nothing is kept of a rehearsal')
  })
  await rehearsal.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error
  })
  const [outcome] = outcomes
  if (outcome === undefined) throw new Error('A rehearsal has come to nothing')
  return outcome
}
