import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { Workforce } from './enterprise.entity.ts'
import { lockDesk } from './find-desk.ts'

export interface WorkforceValues {
  year: number
  employees: number
  vulnerableEmployees: number
}

/** 연도별 인원 — one statement per year; `expectedVersion` 0 says that there is none of the year yet. */
export async function stateWorkforce(
  ctx: Context,
  enterpriseId: string,
  expectedVersion: number,
  { year, employees, vulnerableEmployees }: WorkforceValues,
): Promise<void> {
  if (year < 1990 || year > Number(ctx.today.slice(0, 4)))
    throw new Refusal('BAD_USER_INPUT', '`year` is a year from 1990 to this one.', 'workforce.year')
  if (employees < 0 || vulnerableEmployees < 0 || vulnerableEmployees > employees)
    throw new Refusal(
      'BAD_USER_INPUT',
      '`vulnerableEmployees` are 0 or more, and part of `employees`.',
      'workforce.vulnerableEmployees',
    )
  const patch = { employees, vulnerableEmployees }
  await inScope(ctx, async ctx => {
    // The enterprise is held, so that two who state the same year come one after the other.
    const enterprise = await lockDesk(ctx, enterpriseId)
    const subject = { type: 'enterprise', id: enterprise.id }
    const known = await ctx.em.findOne(Workforce, { enterprise, year }, { refresh: true })
    if (known) {
      await saveChanges(ctx, {
        row: known,
        expectedVersion,
        stored: known,
        patch,
        event: 'enterprise.workforce_stated',
        subject,
        detail: { year },
      })
      return
    }
    const id = newId()
    ctx.em.create(Workforce, { id, enterprise, year, ...patch, createdAt: ctx.now, updatedAt: ctx.now })
    const changes = Object.fromEntries(
      Object.entries(patch).map(([field, to]) => [field, { from: null, to }]),
    )
    record(ctx, 'enterprise.workforce_stated', subject, { year, of: id, version: 1, changes })
  })
}
