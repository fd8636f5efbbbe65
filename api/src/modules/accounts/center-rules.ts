import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { CenterRule, type CenterRuleName } from './center-rule.entity.ts'
import { Center } from './center.entity.ts'
import type { Person } from './person.entity.ts'
import { personOf } from './require-role.ts'
import type { SessionContext } from './session-context.ts'
import { actingAs } from './session.ts'

/** What the centre of the one who asks has decided last; null: nothing yet. */
export const currentRule = (ctx: Context, name: CenterRuleName): Promise<CenterRule | null> =>
  inScope(ctx, ctx =>
    ctx.em.findOne(
      CenterRule,
      { centerId: ctx.actor.centerId ?? newId(), name },
      { orderBy: { version: 'desc' } },
    ),
  )

/** Whether this person needs a second factor: by the installation, or by their centre, which can only ask for more. */
export async function needsSecondFactor(ctx: SessionContext, person: Person): Promise<boolean> {
  if (person.role !== 'staff' && person.role !== 'lead') return false
  if (ctx.settings.needsSecondFactor) return true
  const acting = actingAs(ctx, person)
  const rule = await currentRule(
    { ...acting, actor: { ...acting.actor, centerId: person.centerId ?? null } },
    'second_factor',
  )
  return rule?.isOn ?? false
}

/** 규칙 바꾸기 — from today on; what counted before stays on the record. */
export function setCenterRule(
  ctx: Context,
  name: CenterRuleName,
  isOn: boolean,
  expectedVersion: number,
): Promise<void> {
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
  return inScope(ctx, async ctx => {
    // One at a time for each centre: whoever waits then meets the version that came before.
    await ctx.em.findOneOrFail(Center, { id: centerId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const last = await ctx.em.findOne(CenterRule, { centerId, name }, { orderBy: { version: 'desc' } })
    const version = last?.version ?? 0
    if (version !== expectedVersion)
      throw new Refusal(
        'CONFLICT',
        `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${version} now.`,
        'expectedVersion',
      )
    const changed = { changedById: personOf(ctx), changedAt: ctx.now }
    ctx.em.create(CenterRule, {
      id: newId(),
      centerId,
      name,
      version: version + 1,
      isOn,
      since: ctx.today,
      ...changed,
    })
    const detail = { rule: name, isOn, since: ctx.today, version: version + 1 }
    record(ctx, 'center_rule.set', { type: 'center', id: centerId }, detail)
  })
}
