import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import type { Event } from '../events/event.entity.ts'
import { holdEventOfDesk } from './hold-curation.ts'
import { Participation } from './participation.entity.ts'
import { quotasSql } from './quota-sql.ts'
import { rehearse } from './rehearse.ts'

export interface LettersSent {
  isDryRun: boolean
  ids: string[]
  shortages: string[]
}

const told = ['confirmed', 'waitlisted', 'not_selected'] as const
type Told = (typeof told)[number]
const isTold = (state: string): state is Told => told.some(each => each === state)

/**
 * 결과 보내기 — tells everybody what was decided and has not been told yet, in one step; each decision once. A minimum
 * that is missed stands in the way, unless somebody says why it has to be so.
 */
export async function sendLetters(
  ctx: Context,
  eventId: string,
  isDryRun: boolean,
  shortageReason: string | null | undefined,
): Promise<LettersSent> {
  requireRole(ctx, 'staff', 'lead')
  const why = shortageReason == null ? null : lineOfText(shortageReason, 'shortageReason', 500)
  return rehearse(ctx, isDryRun, async ctx => {
    const event = await holdEventOfDesk(ctx, eventId)
    requireTime(event)
    const shortages = await shortagesOf(ctx, event)
    if (shortages.length > 0 && why === null && !isDryRun)
      throw new Refusal(
        'WRONG_STATE',
        `Short of a minimum: ${shortages.join(', ')}. Decide on more, or give \`shortageReason\`.`,
        'shortageReason',
        undefined,
        { shortages },
      )
    const due = await findDue(ctx, event)
    for (const participation of due) tell(ctx, participation)
    if (due.length > 0)
      record(
        ctx,
        'curation.letters_sent',
        { type: 'event', id: event.id },
        { count: due.length, shortages },
        why,
      )
    return { isDryRun, ids: due.map(({ id }) => id), shortages }
  })
}

function requireTime({ state }: Event): void {
  if (state !== 'curating' && state !== 'confirmed')
    throw new Refusal(
      'WRONG_STATE',
      `The event is ${state}; close applications first, then send the results.`,
      'eventId',
    )
}

const shortagesOf = ({ em, today }: Context, { id }: Event): Promise<string[]> =>
  readInside<string[]>(
    em,
    `select coalesce(json_agg(x.label order by x.label), '[]')::text as json
     from ${quotasSql('$1::uuid', '$2::date')} x where x.have < x.minimum`,
    [id, today],
  )

const findDue = ({ em }: Context, { id }: Event): Promise<Participation[]> =>
  em.find(
    Participation,
    { eventId: id, state: { $in: [...told] }, decidedAt: { $ne: null }, letterSentAt: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  )

function tell(ctx: Context, participation: Participation): void {
  const { state, reason, id, eventId } = participation
  if (!isTold(state)) throw new Error(`Nobody is told of ${state}`)
  participation.letterSentAt = ctx.now
  participation.toldState = state
  participation.toldReason = reason ?? null
  record(
    ctx,
    `participation.told_${state}`,
    { type: 'participation', id },
    { event: eventId, version: participation.version + 1 },
    reason ?? null,
  )
}
