import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { DepartmentMember } from '../accounts/person.entity.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { staleSave } from '../audit/stale-save.ts'
import { tellContact } from '../enterprises/mask.ts'
import { firstChanges, lockDepartment, lockOfficer, subjectOf } from './find-institution.ts'
import { Department } from './institution.entity.ts'
import { checkedOfficer, type OfficerChanges, type OfficerValues } from './officer-values.ts'
import { Officer } from './officer.entity.ts'

/** 담당자 추가 — for a purpose and until a day. Returns its key. */
export function addOfficer(ctx: Context, departmentId: string, values: OfficerValues): Promise<string> {
  const checked = checkedOfficer(ctx, values)
  return inScope(ctx, async ctx => {
    const department = await lockDepartment(ctx, departmentId, 'departmentId')
    return createOfficer(ctx, department, { ...values, ...checked })
  })
}

/** In a transaction that has found the department; of values that have been checked. */
export function createOfficer(
  ctx: Context,
  { id: departmentId, centerId, institutionId }: Department,
  values: OfficerValues,
): string {
  const id = newId()
  const days = { createdAt: ctx.now, updatedAt: ctx.now }
  ctx.em.create(Officer, { ...values, id, centerId, departmentId, ...days })
  record(ctx, 'institution.officer_added', subjectOf(institutionId), {
    ...{ officer: id, of: id, version: 1 },
    changes: firstChanges(values, tellContact),
  })
  return id
}

/** 담당자 수정. */
export function changeOfficer(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: OfficerChanges,
): Promise<void> {
  const patch = checkedOfficer(ctx, changes)
  return inScope(ctx, async ctx => {
    const officer = await lockOfficer(ctx, id)
    await saveChanges(ctx, {
      ...{ row: officer, expectedVersion, stored: officer, patch },
      event: 'institution.officer_changed',
      subject: await subjectOfOfficer(ctx, officer),
      detail: { officer: id },
      tell: tellContact,
    })
  })
}

/** 담당자 삭제 — who signed in as this officer no longer acts for the department. Returns the key of the department. */
export function removeOfficer(ctx: Context, id: string, expectedVersion: number): Promise<string> {
  return inScope(ctx, async ctx => {
    const officer = await lockOfficer(ctx, id)
    const subject = await subjectOfOfficer(ctx, officer)
    if (officer.version !== expectedVersion)
      throw await staleSave(ctx, { row: officer, subject, expectedVersion, differing: [], tell: tellContact })
    const { departmentId, personId } = officer
    if (personId != null) await ctx.em.nativeDelete(DepartmentMember, { departmentId, personId })
    ctx.em.remove(officer)
    record(ctx, 'institution.officer_removed', subject, { officer: id })
    return departmentId
  })
}

export interface RevealedOfficer {
  name: string
  phone: string | null
  email: string | null
}

const shortestReason = 10

/** 담당자 열람 — the values themselves; who looked, when and why is on record before they are. */
export function revealOfficer(ctx: Context, id: string, reason: string): Promise<RevealedOfficer> {
  const why = lineOfText(reason, 'reason', 500)
  if (Array.from(why).length < shortestReason)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`reason\`: say in at least ${shortestReason} characters what the contact is needed for.`,
      'reason',
    )
  return inScope(ctx, async ctx => {
    const officer = await lockOfficer(ctx, id)
    const subject = await subjectOfOfficer(ctx, officer)
    record(ctx, 'institution.officer_revealed', subject, { officer: id }, why)
    return { name: officer.name, phone: officer.phone ?? null, email: officer.email ?? null }
  })
}

export async function subjectOfOfficer({ em }: Context, { departmentId }: Officer) {
  const department = await em.findOneOrFail(Department, { id: departmentId })
  return subjectOf(department.institutionId)
}
