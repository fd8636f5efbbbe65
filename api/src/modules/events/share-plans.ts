import type { Context } from '../../platform/context.ts'
import { changeSection, type SeenEvent } from './find-event.ts'

/**
 * 구매예정품목 공유 — from now on confirmed enterprises see what the confirmed departments plan for that year and have
 * opened to participants, and choose whom to meet by it; or no longer. Doing it twice is doing it once.
 */
export const setPlansShared = (ctx: Context, seen: SeenEvent, isShared: boolean) =>
  changeSection(ctx, isShared ? 'event.plans_shared' : 'event.plans_unshared', seen, async (ctx, event) => {
    if ((event.plansSharedAt != null) === isShared) return null
    await ctx.em.execute('update event set plans_shared_at = ? where id = ?', [
      isShared ? ctx.now : null,
      event.id,
    ])
    return {}
  })
