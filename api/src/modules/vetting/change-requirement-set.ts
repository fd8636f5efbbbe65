import type { EventName } from '../audit/event-names.ts'
import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { reasonOf } from './decide.ts'
import { checkedRequirements, type RequirementInput } from './check-requirements.ts'
import { Requirement, RequirementSet, type Purpose } from './requirement-set.entity.ts'

export interface SetInput {
  title: string
  purpose: Purpose
  kindCode: string | null
  openUntil: Day | null
  needsTwo: boolean
  reviewDays: number
  returnDays: number
  requirements: RequirementInput[]
}

/** 기준 작성 — the first version of a new set, as a draft. */
export function createRequirementSet(ctx: Context, input: SetInput): Promise<string> {
  return onDesk(ctx, async (ctx, centerId) => {
    const set = ctx.em.create(RequirementSet, {
      id: newId(),
      seriesId: newId(),
      number: 1,
      centerId,
      ...(await columnsOf(ctx, input)),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    await writeRequirements(ctx, set.id, input.requirements)
    note(ctx, 'requirement_set.created', set, { requirements: input.requirements.length })
    return set.id
  })
}

/** 다음 버전 작성 — a draft that begins as a copy; one at a time. */
export function draftNextVersion(ctx: Context, id: string): Promise<string> {
  return onDesk(ctx, async ctx => {
    const last = await findSet(ctx, id)
    const versions = await ctx.em.find(RequirementSet, { seriesId: last.seriesId })
    if (versions.some(({ state }) => state === 'draft'))
      throw new Refusal('CONFLICT', 'The next version is being written already; go on with that one.', 'id')
    const { title, purpose, kindCode, openUntil, needsTwo, reviewDays, returnDays, centerId, seriesId } = last
    const next = ctx.em.create(RequirementSet, {
      id: newId(),
      number: Math.max(...versions.map(({ number }) => number)) + 1,
      ...{ title, purpose, kindCode, openUntil, needsTwo, reviewDays, returnDays, centerId, seriesId },
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    const requirements = await ctx.em.find(Requirement, { requirementSetId: last.id })
    await ctx.em.flush()
    for (const { key, position, kind, text, guidance, law, parameters, isRequired, weight } of requirements)
      ctx.em.create(Requirement, {
        id: newId(),
        requirementSetId: next.id,
        ...{ key, position, kind, text, guidance, law, parameters, isRequired, weight },
      })
    note(ctx, 'requirement_set.drafted', next, { from: last.number })
    return next.id
  })
}

/** 기준 고치기 — a draft as a whole, as the page shows it. */
export function changeRequirementSet(ctx: Context, id: string, expectedVersion: number, input: SetInput) {
  return onDesk(ctx, async ctx => {
    const set = await findDraft(ctx, id, expectedVersion)
    const columns = await columnsOf(ctx, input)
    const fields = Object.entries(columns).filter(([name, value]) => Reflect.get(set, name) !== value)
    Object.assign(set, columns, { updatedAt: ctx.now, version: set.version })
    await ctx.em.nativeDelete(Requirement, { requirementSetId: id })
    await writeRequirements(ctx, id, input.requirements)
    note(ctx, 'requirement_set.changed', set, {
      fields: fields.map(([name]) => name),
      requirements: input.requirements.length,
    })
    return id
  })
}

/** 확정 — from then on it never changes; in force from the day on, today or later. */
export function publishRequirementSet(
  ctx: Context,
  id: string,
  expectedVersion: number,
  { from, reason }: { from: Day; reason: string | null },
) {
  return onDesk(ctx, async ctx => {
    const why = reason === null ? null : reasonOf(reason)
    const set = await findDraft(ctx, id, expectedVersion)
    if (from < ctx.today)
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`effectiveFrom\` is past; expected ${ctx.today} or later.`,
        'effectiveFrom',
      )
    if ((await ctx.em.count(Requirement, { requirementSetId: id })) === 0)
      throw new Refusal(
        'WRONG_STATE',
        'A set without requirements would approve everybody; add one first.',
        'id',
      )
    Object.assign(set, { state: 'published', effectiveFrom: from, publishedAt: ctx.now, updatedAt: ctx.now })
    note(ctx, 'requirement_set.published', set, { effectiveFrom: from }, why)
    return id
  })
}

/** 초안 버리기 — with its requirements; nothing was judged by it. */
export function discardRequirementSet(ctx: Context, id: string, expectedVersion: number): Promise<string> {
  return onDesk(ctx, async ctx => {
    const set = await findDraft(ctx, id, expectedVersion)
    note(ctx, 'requirement_set.discarded', set)
    await ctx.em.nativeDelete(Requirement, { requirementSetId: id })
    ctx.em.remove(set)
    return id
  })
}

function onDesk<T>(ctx: Context, work: (ctx: Context, centerId: string) => Promise<T>): Promise<T> {
  requireRole(ctx, 'staff', 'lead')
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre yet; ask your lead.')
  return inScope(ctx, within => work(within, centerId))
}

const findSet = ({ em, actor }: Context, id: string) =>
  em.findOneOrFail(
    RequirementSet,
    { id, centerId: actor.centerId },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such requirement set.', 'id'),
    },
  )

async function findDraft(ctx: Context, id: string, expectedVersion: number): Promise<RequirementSet> {
  const set = await findSet(ctx, id)
  if (set.version !== expectedVersion)
    throw new Refusal(
      'CONFLICT',
      `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${set.version} now.`,
      'expectedVersion',
      undefined,
      { version: set.version, ...(await lastTouch(ctx, id)) },
    )
  if (set.state === 'draft') return set
  throw new Refusal('WRONG_STATE', 'A published version never changes; draft the next one.', 'id')
}

/** Who was faster, and when. */
const lastTouch = ({ em }: Context, id: string) =>
  readInside<{ by: string | null; at: string | null }>(
    em,
    `select coalesce((
       select json_build_object('at', l.at, 'by', (select p.name from person p where p.id = l.actor_id))
       from ledger l where l.subject_type = 'requirement_set' and l.subject_id = $1 order by l.id desc limit 1
     ), '{}')::text as json`,
    [id],
  )

async function columnsOf({ em }: Context, input: SetInput) {
  const { purpose, kindCode, openUntil, needsTwo, reviewDays, returnDays } = input
  if ((purpose === 'certification') !== (kindCode !== null))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`kind` goes with the purpose CERTIFICATION, and only with it.',
      'input.kind',
    )
  for (const [name, days] of Object.entries({ reviewDays, returnDays }))
    if (days < 1 || days > 365)
      throw new Refusal('BAD_USER_INPUT', `\`${name}\` is ${days}; expected 1 to 365.`, `input.${name}`)
  const known =
    kindCode === null ? [{}] : await em.execute('select 1 from certification_kind where code = ?', [kindCode])
  if (known.length === 0)
    throw new Refusal('BAD_USER_INPUT', 'There is no such kind of certification.', 'input.kind')
  const title = lineOfText(input.title, 'input.title', 120)
  return { title, purpose, kindCode, openUntil, needsTwo, reviewDays, returnDays }
}

async function writeRequirements({ em }: Context, setId: string, inputs: RequirementInput[]) {
  const checked = await checkedRequirements(em, inputs)
  // The row they belong to comes first: the database shows theirs to whoever sees that one.
  await em.flush()
  for (const [index, requirement] of checked.entries())
    em.create(Requirement, { id: newId(), requirementSetId: setId, position: index + 1, ...requirement })
}

const note = (
  ctx: Context,
  name: EventName,
  set: RequirementSet,
  detail: object = {},
  reason: string | null = null,
) =>
  record(
    ctx,
    name,
    { type: 'requirement_set', id: set.id },
    { number: set.number, title: set.title, ...detail },
    reason,
  )
