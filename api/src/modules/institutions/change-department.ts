import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { lockDepartment, lockInstitution, subjectOf } from './find-institution.ts'
import { Department, type Institution } from './institution.entity.ts'

/** 부서 추가. Returns its key. */
export function addDepartment(ctx: Context, institutionId: string, name: string): Promise<string> {
  return inScope(ctx, async ctx =>
    createDepartment(ctx, await lockInstitution(ctx, institutionId, 'institutionId'), name),
  )
}

/** In a transaction that holds the body, so that no two begin under one name. */
export async function createDepartment(
  ctx: Context,
  institution: Institution,
  text: string,
): Promise<string> {
  const name = nameOf(text)
  await assertIsFree(ctx, institution.id, name, null)
  const id = newId()
  const { centerId, validFrom, validUntil } = institution
  const days = { validFrom: validFrom ?? null, validUntil: validUntil ?? null }
  ctx.em.create(Department, {
    ...{ id, centerId, institutionId: institution.id, name, ...days },
    ...{ createdAt: ctx.now, updatedAt: ctx.now },
  })
  record(ctx, 'institution.department_added', subjectOf(institution.id), { of: id, department: id, name })
  await ctx.em.flush()
  return id
}

interface DepartmentChanges {
  name?: string | undefined
  validFrom?: Day | null | undefined
  validUntil?: Day | null | undefined
}

/** 부서 수정 — its name and the days of its life. */
export function changeDepartment(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: DepartmentChanges,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const stored = await lockDepartment(ctx, id)
    const name = changes.name === undefined ? undefined : nameOf(changes.name)
    if (name !== undefined && name !== stored.name) await assertIsFree(ctx, stored.institutionId, name, id)
    const from = changes.validFrom === undefined ? stored.validFrom : changes.validFrom
    const until = changes.validUntil === undefined ? stored.validUntil : changes.validUntil
    if (from != null && until != null && until < from)
      throw new Refusal('BAD_USER_INPUT', 'The last day lies before the first.', 'validUntil')
    await saveChanges(ctx, {
      ...{ row: stored, expectedVersion, stored, patch: { ...changes, name } },
      event: 'institution.department_changed',
      subject: subjectOf(stored.institutionId),
      detail: { department: id },
    })
  })
}

const nameOf = (text: string) => lineOfText(text, 'name', 100)

async function assertIsFree({ em, today }: Context, institutionId: string, name: string, id: string | null) {
  const living = { $or: [{ validUntil: null }, { validUntil: { $gte: today } }] }
  const taken = await em.findOne(Department, { institutionId, name, id: { $ne: id }, ...living })
  if (taken) throw new Refusal('CONFLICT', `There is a department called "${name}" already.`, 'name')
}
