import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { changesOf, type Change } from './change.ts'
import { checkClaim, type ClaimKind } from './check-claim.ts'
import { ClaimedFigure } from './claimed-figure.entity.ts'
import { readEventFacts, type EventFacts } from './event-facts.ts'
import { EventReport, type SettledFigure } from './event-report.entity.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures.ts'

/** 결과 보고 of an event, counted at the moment of asking. */
export interface Report {
  facts: EventFacts
  asOf: Date
  figures: Figure[]
  previous: { title: string; edition: number } | null
  changes: Change[]
  claims: CheckedClaim[]
  settled: Settled | null
}

export interface CheckedClaim {
  id: string
  kind: ClaimKind
  about: string | null
  label: string
  value: string | null
  parts: string[]
  partLabels: string[]
  source: string
  publishedOn: string | null
  verdict: string
  arithmetic: string
}

export interface Settled {
  number: number
  asOf: Date
  note: string | null
  figures: SettledFigure[]
  /** What has moved since. */
  differences: { key: string; label: string; unit: string; was: number | null; now: number | null }[]
}

/** Null when there is no such event at the centre of who asks. */
export function readReport(ctx: Context, eventId: string): Promise<Report | null> {
  return inScope(ctx, ctx => reportOf(ctx, eventId))
}

/** The same within a transaction that has its scope. */
export async function reportOf({ em, actor, now }: Context, eventId: string): Promise<Report | null> {
  const key = await previousEdition(em, eventId, actor.centerId)
  if (key === null) return null
  const facts = await readEventFacts(em, eventId)
  if (facts === null) return null
  const figures = figuresOf(facts)
  const before = key.previous === null ? null : await readEventFacts(em, key.previous)
  const beforeFigures = before === null ? [] : figuresOf(before)
  return {
    facts,
    asOf: now,
    figures,
    previous: before && { title: before.title, edition: before.edition },
    changes: changesOf(figures, beforeFigures),
    claims: await claimsOf(em, eventId, figures, beforeFigures),
    settled: await settledOf(em, eventId, figures),
  }
}

/** The edition before this one; null when the event is not of that centre. */
function previousEdition(em: EntityManager, eventId: string, centerId: string | null) {
  return readInside<{ previous: string | null } | null>(
    em,
    `select json_build_object('previous', (
       select b.id from event b where b.series_id = e.series_id and b.edition < e.edition and b.state <> 'cancelled'
       order by b.edition desc limit 1))::text as json
     from event e where e.id = $1 and e.center_id = $2`,
    [eventId, centerId],
  )
}

async function claimsOf(
  em: EntityManager,
  eventId: string,
  figures: readonly Figure[],
  before: readonly Figure[],
): Promise<CheckedClaim[]> {
  const claims = await em.find(ClaimedFigure, { eventId }, { orderBy: { createdAt: 'asc', id: 'asc' } })
  const valueIn = (list: readonly Figure[], key: string | null) =>
    list.find(figure => figure.key === key)?.value ?? null
  return claims.map(claim => ({
    id: claim.id,
    kind: claim.kind,
    about: claim.about ?? null,
    label: claim.label,
    value: claim.value ?? null,
    parts: claim.parts,
    partLabels: claim.partLabels,
    source: claim.source,
    publishedOn: claim.publishedOn ?? null,
    ...checkClaim(
      { kind: claim.kind, value: claim.value ?? null, parts: claim.parts, partLabels: claim.partLabels },
      { current: valueIn(figures, claim.about ?? null), previous: valueIn(before, claim.about ?? null) },
    ),
  }))
}

async function settledOf(
  em: EntityManager,
  eventId: string,
  figures: readonly Figure[],
): Promise<Settled | null> {
  const [settled] = await em.find(EventReport, { eventId }, { orderBy: { number: 'desc' }, limit: 1 })
  if (!settled) return null
  const { number, asOf, note = null } = settled
  return {
    number,
    asOf,
    note,
    figures: settled.figures,
    differences: differencesOf(settled.figures, figures),
  }
}

/** 확정 뒤 바뀐 것 — figures that are no longer what they were, have come, or have gone. */
export function differencesOf(then: readonly SettledFigure[], now: readonly SettledFigure[]) {
  const keys = new Set([...then, ...now].map(({ key }) => key))
  return [...keys].flatMap(key => {
    const was = then.find(figure => figure.key === key)
    const is = now.find(figure => figure.key === key)
    const known = is ?? was
    if (!known || was?.value === is?.value) return []
    const { label, unit } = known
    return [{ key, label, unit, was: was?.value ?? null, now: is?.value ?? null }]
  })
}
