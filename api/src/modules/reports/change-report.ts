import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { Event } from '../events/event.entity.ts'
import type { ClaimKind } from './check-claim.ts'
import { ClaimedFigure } from './claimed-figure.entity.ts'
import { EventReport } from './event-report.entity.ts'
import { reportOf } from './read-report.ts'

export interface ClaimGiven {
  kind: ClaimKind
  about: string | null
  label: string
  value: string | null
  parts: string[]
  partLabels: string[]
  source: string
  publishedOn: string | null
}

const most = { parts: 30, claims: 100 }

/** 발표 수치 적기 — as it was printed, with its source. Returns its key. */
export function addClaimedFigure(ctx: Context, eventId: string, given: ClaimGiven): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const event = await lockEvent(ctx, eventId)
    const claim = checkedClaim(given)
    const kept = await ctx.em.count(ClaimedFigure, { eventId })
    if (kept >= most.claims)
      throw new Refusal('WRONG_STATE', `An event keeps at most ${most.claims} published figures.`)
    const id = newId()
    const { centerId } = event
    ctx.em.create(ClaimedFigure, {
      id,
      eventId,
      centerId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      ...claim,
    })
    record(
      ctx,
      'claimed_figure.added',
      { type: 'event', id: eventId },
      { claim: id, kind: claim.kind, value: claim.value },
    )
    return id
  })
}

export function removeClaimedFigure(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const claim = await ctx.em.findOneOrFail(
      ClaimedFigure,
      { id, centerId: ctx.actor.centerId ?? '' },
      { failHandler: () => new Refusal('NOT_FOUND', 'There is no such published figure.', 'id') },
    )
    ctx.em.remove(claim)
    record(
      ctx,
      'claimed_figure.removed',
      { type: 'event', id: claim.eventId },
      { claim: id, kind: claim.kind, label: claim.label, value: claim.value },
    )
  })
}

/** 확정 — keeps the figures as they are now; the next time is the next number. */
export function settleReport(ctx: Context, eventId: string, note: string | null): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const event = await lockEvent(ctx, eventId)
    if (event.state !== 'held')
      throw new Refusal('WRONG_STATE', 'A report is settled once the event has been held.', 'id')
    const report = await reportOf(ctx, eventId)
    if (report === null) throw noSuchEvent()
    const number = (report.settled?.number ?? 0) + 1
    if (report.settled?.differences.length === 0)
      throw new Refusal(
        'WRONG_STATE',
        `Nothing has changed since report ${report.settled.number} was settled.`,
        'id',
      )
    const id = newId()
    ctx.em.create(EventReport, {
      id,
      eventId,
      centerId: event.centerId,
      number,
      asOf: ctx.now,
      figures: report.figures.map(({ key, label, unit, value }) => ({ key, label, unit, value })),
      note: note === null ? null : lineOfText(note, 'note', 300),
      frozenById: ctx.actor.personId,
    })
    record(
      ctx,
      'event_report.settled',
      { type: 'event', id: eventId },
      { report: id, number, figures: report.figures.length },
    )
  })
}

const noSuchEvent = () => new Refusal('NOT_FOUND', 'There is no such event.', 'id')

const lockEvent = ({ em, actor }: Context, id: string): Promise<Event> =>
  em.findOneOrFail(
    Event,
    { id, centerId: actor.centerId ?? '' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, failHandler: noSuchEvent },
  )

function checkedClaim(given: ClaimGiven): ClaimGiven {
  const { value, parts, partLabels, label, source, about } = given
  if (parts.length > most.parts)
    throw new Refusal(
      'BAD_USER_INPUT',
      `There are ${parts.length} parts; at most ${most.parts} are kept.`,
      'claim.parts',
    )
  if (value === null && parts.length === 0)
    throw new Refusal('BAD_USER_INPUT', 'Say the figure, or its parts.', 'claim.value')
  if (partLabels.length > parts.length)
    throw new Refusal('BAD_USER_INPUT', 'There are more names than parts.', 'claim.partLabels')
  return {
    ...given,
    value: value === null ? null : printedFigure(value, 'claim.value'),
    parts: parts.map(part => printedFigure(part, 'claim.parts')),
    partLabels: partLabels.map(text => lineOfText(text, 'claim.partLabels', 60)),
    label: lineOfText(label, 'claim.label', 120),
    source: lineOfText(source, 'claim.source', 200),
    about: about === null ? null : lineOfText(about, 'claim.about', 80),
  }
}

/** "1,234" and "130.0 %" as 1234 and 130.0; how many places are printed is kept. */
function printedFigure(text: string, field: string): string {
  const figure = text.normalize('NFKC').replaceAll(/[,\s%]/g, '')
  if (/^\d{1,12}(\.\d{1,4})?$/.test(figure)) return figure
  throw new Refusal(
    'BAD_USER_INPUT',
    `${JSON.stringify(text.slice(0, 40))} is no figure; write it as printed, e.g. 576 or 130.0.`,
    field,
  )
}
