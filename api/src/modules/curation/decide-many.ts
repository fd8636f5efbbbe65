import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { Event } from '../events/event.entity.ts'
import { checkedDecision, decideHeld, type Decision } from './decide.ts'
import { holdEventOfDesk } from './hold-curation.ts'
import { Participation } from './participation.entity.ts'
import { rehearse, type Refused } from './rehearse.ts'

export interface BulkOutcome {
  isDryRun: boolean
  changed: string[]
  refused: Refused[]
}

/** 일괄 결정 — the same decision on each, by the guards of one; a rehearsal does all of it and keeps nothing. */
export async function decideMany(
  ctx: Context,
  eventId: string,
  ids: readonly string[],
  decision: Decision,
  isDryRun: boolean,
): Promise<BulkOutcome> {
  requireRole(ctx, 'staff', 'lead')
  const checked = checkedDecision(decision)
  return rehearse(ctx, isDryRun, async ctx => {
    const event = await holdEventOfDesk(ctx, eventId)
    const rows = await findAll(ctx, event, ids)
    const actId = newId()
    const outcome: BulkOutcome = { isDryRun, changed: [], refused: [] }
    for (const row of rows) {
      const refusal = await refusalOf(async () => {
        await decideHeld(ctx, event, row, checked, actId)
        await ctx.em.flush()
      })
      if (refusal) outcome.refused.push({ id: row.id, code: refusal.code, message: refusal.message })
      else outcome.changed.push(row.id)
    }
    return outcome
  })
}

/** In the order in which they were named: whoever waits first is first. */
async function findAll({ em }: Context, { id: eventId }: Event, ids: readonly string[]) {
  const found = await em.find(
    Participation,
    { eventId, id: { $in: [...ids] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  const byId = new Map(found.map(row => [row.id, row]))
  return [...new Set(ids)].map(id => {
    const row = byId.get(id)
    if (!row) throw new Refusal('NOT_FOUND', 'There is no such participation in this event.', 'ids')
    return row
  })
}

/** Guards refuse before they change anything, so that one that is refused leaves nothing behind. */
async function refusalOf(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
