import type { Context } from '../../platform/context.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { staleSave } from '../audit/stale-save.ts'
import { assertRegionsAreKnown } from '../regions/known-region.ts'
import { firstChanges, lockInstitution, subjectOf } from './find-institution.ts'
import { Department, Institution, type InstitutionKind } from './institution.entity.ts'

export interface InstitutionValues {
  name: string
  kind: InstitutionKind
  regionCode: string | null
  parentId: string | null
  validFrom: Day | null
  validUntil: Day | null
}
export type InstitutionChanges = { [Field in keyof InstitutionValues]?: InstitutionValues[Field] | undefined }

/** 기관 등록. Returns its key. */
export function addInstitution(ctx: Context, values: InstitutionValues): Promise<string> {
  return inScope(ctx, async ctx => {
    const checked = { ...values, name: nameOf(values.name) }
    await assertIsPossible(ctx, checked, null)
    return create(ctx, checked)
  })
}

/** Writes a body whose values have been checked. */
export async function create(ctx: Context, values: InstitutionValues): Promise<string> {
  const id = newId()
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'Only staff of a centre keep institutions.')
  ctx.em.create(Institution, { id, centerId, ...values, createdAt: ctx.now, updatedAt: ctx.now })
  record(ctx, 'institution.added', subjectOf(id), { of: id, version: 1, changes: firstChanges(values) })
  // What refers to it comes next.
  await ctx.em.flush()
  return id
}

/** 기관 수정. */
export function changeInstitution(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: InstitutionChanges,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const stored = await lockInstitution(ctx, id)
    const patch = { ...changes, ...(changes.name !== undefined && { name: nameOf(changes.name) }) }
    const { name, kind, regionCode, parentId, validFrom, validUntil } = stored
    const days = { validFrom: validFrom ?? null, validUntil: validUntil ?? null }
    const before = { name, kind, regionCode: regionCode ?? null, parentId: parentId ?? null, ...days }
    const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    if (stored.version === expectedVersion) await assertIsPossible(ctx, { ...before, ...said }, id)
    await saveChanges(ctx, {
      ...{ row: stored, expectedVersion, stored, patch },
      event: 'institution.changed',
      subject: subjectOf(id),
    })
  })
}

interface Ending {
  expectedVersion: number
  /** The last day. */
  on: Day
  reason: string | null
}

/** 폐지 — its last day, and with it that of its departments. */
export function endInstitution(ctx: Context, id: string, ending: Ending): Promise<void> {
  return inScope(ctx, async ctx => {
    const row = await lockInstitution(ctx, id)
    await assertCanEnd(ctx, row, ending)
    await close(ctx, row, ending.on)
    record(ctx, 'institution.ended', subjectOf(id), { on: ending.on }, ending.reason)
  })
}

/** Refuses a stale or an impossible end. */
export async function assertCanEnd(
  ctx: Context,
  row: Institution,
  { expectedVersion, on }: Omit<Ending, 'reason'>,
) {
  if (row.version !== expectedVersion)
    throw await staleSave(ctx, {
      ...{ row, expectedVersion, differing: [], subject: subjectOf(row.id) },
      tell: (_, value) => value,
    })
  if (row.validUntil != null && row.validUntil < ctx.today)
    throw new Refusal('WRONG_STATE', `It ended on ${row.validUntil} already.`, 'id')
  if (row.validFrom != null && on < row.validFrom)
    throw new Refusal('BAD_USER_INPUT', `It exists from ${row.validFrom} on; it cannot end before.`, 'on')
}

/** Its last day, and that of the departments that outlive it. */
export async function close({ em, now }: Context, row: Institution, on: Day) {
  row.validUntil = on
  row.updatedAt = now
  for (const department of await em.find(Department, { institutionId: row.id }))
    if (department.validUntil == null || department.validUntil > on) {
      department.validUntil = on
      department.updatedAt = now
    }
}

export const nameOf = (text: string, field = 'institution.name') => lineOfText(text, field, 100)
export const dayBefore = (day: Day) => addDays(day, -1)

/** Known region, days in order, a parent that is not itself, and a name that nobody has in the same days. */
async function assertIsPossible(ctx: Context, values: InstitutionValues, id: string | null) {
  const { name, regionCode, parentId, validFrom, validUntil } = values
  if (regionCode !== null) await assertRegionsAreKnown(ctx, [regionCode], 'institution.region')
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw new Refusal('BAD_USER_INPUT', 'The last day lies before the first.', 'institution.validUntil')
  if (parentId !== null) await assertIsParent(ctx, parentId, id)
  const others = await ctx.em.find(Institution, { name, centerId: ctx.actor.centerId, id: { $ne: id } })
  if (others.some(other => overlap(other, values)))
    throw new Refusal('CONFLICT', `There is an institution called "${name}" already.`, 'institution.name')
}

async function assertIsParent(ctx: Context, parentId: string, id: string | null) {
  let above: string | null | undefined = parentId
  for (let steps = 0; above != null && steps < 20; steps++) {
    if (above === id)
      throw new Refusal('BAD_USER_INPUT', 'A body cannot stand above itself.', 'institution.parent')
    const parent: Institution = await lockInstitution(ctx, above, 'institution.parent')
    above = parent.parentId
  }
}

interface Life {
  validFrom?: Day | null
  validUntil?: Day | null
}
const overlap = (a: Life, b: Life) =>
  (a.validFrom ?? '') <= (b.validUntil ?? '9999') && (b.validFrom ?? '') <= (a.validUntil ?? '9999')
