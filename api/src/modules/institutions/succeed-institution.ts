import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { assertRegionsAreKnown } from '../regions/known-region.ts'
import { assertCanEnd, close, create, dayBefore, nameOf } from './change-institution.ts'
import { lockDepartment, lockInstitution, subjectOf } from './find-institution.ts'
import { Department, Institution, InstitutionSuccession } from './institution.entity.ts'

/** One that exists, or a new one of that name. */
export interface Successor {
  id: string | null
  name: string | null
  regionCode: string | null
  /** Departments of the old body that go on there. */
  departmentIds: readonly string[]
}

interface Succession {
  expectedVersion: number
  /** The first day of the new bodies. */
  on: Day
  successors: readonly Successor[]
}

const most = 20

/**
 * 분리·통합 — the body ends the day before, and others take over from it; what it planned and did stays its own.
 * Several bodies become one by naming the same successor for each of them.
 */
export function succeedInstitution(ctx: Context, id: string, succession: Succession): Promise<void> {
  const { expectedVersion, on, successors } = succession
  if (successors.length < 1 || successors.length > most)
    throw new Refusal('BAD_USER_INPUT', `Name 1 to ${most} successors.`, 'successors')
  return inScope(ctx, async ctx => {
    const row = await lockInstitution(ctx, id)
    await assertCanEnd(ctx, row, { expectedVersion, on: dayBefore(on) })
    const departments = new Map<string, Department>()
    for (const key of new Set(successors.flatMap(({ departmentIds }) => departmentIds)))
      departments.set(key, await ownDepartment(ctx, row, key))
    await close(ctx, row, dayBefore(on))
    const to: string[] = []
    for (const successor of successors) to.push(await takeOver(ctx, row, successor, on, departments))
    record(ctx, 'institution.succeeded', subjectOf(id), { on, to })
  })
}

async function ownDepartment(ctx: Context, row: Institution, id: string): Promise<Department> {
  const department = await lockDepartment(ctx, id, 'successors.departments')
  if (department.institutionId === row.id) return department
  throw new Refusal('BAD_USER_INPUT', 'That department is not of this body.', 'successors.departments')
}

async function takeOver(
  ctx: Context,
  row: Institution,
  successor: Successor,
  on: Day,
  departments: ReadonlyMap<string, Department>,
): Promise<string> {
  const toId =
    successor.id === null ? await begin(ctx, row, successor, on) : await existing(ctx, row, successor.id)
  ctx.em.create(InstitutionSuccession, { fromId: row.id, toId, effectiveOn: on })
  for (const id of new Set(successor.departmentIds)) {
    const name = departments.get(id)?.name
    if (name !== undefined) await continueDepartment(ctx, toId, name, on)
  }
  return toId
}

async function existing(ctx: Context, row: Institution, id: string): Promise<string> {
  if (id === row.id)
    throw new Refusal('BAD_USER_INPUT', 'A body cannot take over from itself.', 'successors.id')
  await lockInstitution(ctx, id, 'successors.id')
  return id
}

/** Of the same kind, in the same region unless said otherwise, below the same body. */
async function begin(ctx: Context, row: Institution, { name, regionCode }: Successor, on: Day) {
  if (name === null)
    throw new Refusal('BAD_USER_INPUT', 'Say who takes over: `id` or `name`.', 'successors.name')
  const checked = nameOf(name, 'successors.name')
  if (regionCode !== null) await assertRegionsAreKnown(ctx, [regionCode], 'successors.region')
  const taken = await ctx.em.find(Institution, {
    ...{ name: checked, centerId: row.centerId },
    $or: [{ validUntil: null }, { validUntil: { $gte: on } }],
  })
  if (taken.length > 0)
    throw new Refusal(
      'CONFLICT',
      `There is an institution called "${checked}" already; name its id.`,
      'successors.name',
    )
  return create(ctx, {
    ...{ name: checked, kind: row.kind, parentId: row.parentId ?? null },
    ...{ regionCode: regionCode ?? row.regionCode ?? null, validFrom: on, validUntil: null },
  })
}

/** Two bodies that become one may both have had a department of that name. */
async function continueDepartment(ctx: Context, institutionId: string, name: string, on: Day) {
  const known = await ctx.em.findOne(Department, { institutionId, name, validUntil: null })
  const { centerId } = ctx.actor
  if (known || centerId === null) return
  const id = newId()
  const days = { validFrom: on, createdAt: ctx.now, updatedAt: ctx.now }
  ctx.em.create(Department, { id, centerId, institutionId, name, ...days })
  record(ctx, 'institution.department_added', subjectOf(institutionId), { of: id, department: id, name })
  await ctx.em.flush()
}
