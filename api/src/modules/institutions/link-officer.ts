import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { DepartmentMember, Person } from '../accounts/person.entity.ts'
import { record } from '../audit/record.ts'
import { staleSave } from '../audit/stale-save.ts'
import { tellContact } from '../enterprises/mask.ts'
import { subjectOfOfficer } from './change-officer.ts'
import { lockOfficer } from './find-institution.ts'
import { Officer } from './officer.entity.ts'

interface Link {
  expectedVersion: number
  /** Of an account of a buyer. */
  email: string
}

/** 계정 연결 — who signs in with that address acts for the department from the next request on. */
export function linkOfficer(ctx: Context, id: string, { expectedVersion, email }: Link): Promise<void> {
  return inScope(ctx, async ctx => {
    const officer = await lockOfficer(ctx, id)
    await assertIsFresh(ctx, officer, expectedVersion)
    const person = await ctx.em.findOne(Person, { email: email.trim().toLowerCase(), role: 'buyer' })
    if (!person || person.disabledAt != null)
      throw new Refusal('NOT_FOUND', 'No buyer signs in with this address.', 'email')
    const { departmentId } = officer
    const other = await ctx.em.findOne(Officer, { departmentId, personId: person.id, id: { $ne: id } })
    if (other)
      throw new Refusal('CONFLICT', 'Another officer of this department has that account already.', 'email')
    await unlink(ctx, officer)
    officer.personId = person.id
    officer.updatedAt = ctx.now
    ctx.em.create(DepartmentMember, { personId: person.id, departmentId })
    record(ctx, 'institution.officer_linked', await subjectOfOfficer(ctx, officer), { officer: id })
  })
}

/** 연결 해제 — the account stays, and acts for the department no longer. */
export function unlinkOfficer(ctx: Context, id: string, expectedVersion: number): Promise<void> {
  return inScope(ctx, async ctx => {
    const officer = await lockOfficer(ctx, id)
    await assertIsFresh(ctx, officer, expectedVersion)
    if (officer.personId == null) throw new Refusal('WRONG_STATE', 'Nobody signs in as this officer.', 'id')
    await unlink(ctx, officer)
    record(ctx, 'institution.officer_unlinked', await subjectOfOfficer(ctx, officer), { officer: id })
  })
}

async function unlink({ em, now }: Context, officer: Officer) {
  const { departmentId, personId } = officer
  if (personId == null) return
  await em.nativeDelete(DepartmentMember, { departmentId, personId })
  officer.personId = null
  officer.updatedAt = now
}

async function assertIsFresh(ctx: Context, officer: Officer, expectedVersion: number) {
  if (officer.version === expectedVersion) return
  const subject = await subjectOfOfficer(ctx, officer)
  throw await staleSave(ctx, { row: officer, subject, expectedVersion, differing: [], tell: tellContact })
}
