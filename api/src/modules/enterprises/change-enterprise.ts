import type { Context } from '../../platform/context.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { EnterpriseName } from './enterprise.entity.ts'
import { enterpriseSteps, type EnterpriseStep } from './enterprise.states.ts'
import { findKeptEnterprise } from './find-kept.ts'

const done = {
  publish: 'enterprise.published',
  withdraw: 'enterprise.withdrawn',
} as const satisfies Record<EnterpriseStep, EventName>

/** Shows an enterprise in the public catalogue or takes it out, or refuses. */
export async function takeEnterpriseStep(
  ctx: Context,
  id: string,
  step: EnterpriseStep,
  reason: string | null,
) {
  const enterprise = await findKeptEnterprise(ctx, id)
  const { from, to } = enterpriseSteps[step]
  const before = enterprise.state
  if (!from.some(state => state === before))
    throw new Refusal(
      'WRONG_STATE',
      `An enterprise that is ${before} cannot be taken the step "${step}".`,
      'step',
    )
  enterprise.state = to
  enterprise.updatedAt = ctx.now
  record(ctx, done[step], { type: 'enterprise', id }, { from: before, to }, reason)
  await ctx.em.flush()
  return enterprise
}

/** Gives an enterprise a new name; the old one is kept, and still finds it. */
export async function renameEnterprise(ctx: Context, id: string, name: string) {
  const enterprise = await findKeptEnterprise(ctx, id)
  const before = enterprise.name
  const after = lineOfText(name, 'name')
  if (after === before) return enterprise
  enterprise.name = after
  enterprise.updatedAt = ctx.now
  // A name taken up again on the day it was given up has not ended; one given up twice that day ended once.
  await ctx.em.nativeDelete(EnterpriseName, {
    enterprise,
    name: { $in: [before, after] },
    validUntil: ctx.today,
  })
  ctx.em.create(EnterpriseName, { enterprise, name: before, validFrom: null, validUntil: ctx.today })
  record(
    ctx,
    'enterprise.renamed',
    { type: 'enterprise', id },
    {
      of: id,
      version: enterprise.version + 1,
      changes: { name: { from: before, to: after } },
    },
  )
  await ctx.em.flush()
  return enterprise
}
