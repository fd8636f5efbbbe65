import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { Center } from '../accounts/center.entity.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import type { NoticeKind } from './notice-kinds.ts'
import { checkedWords, type Words } from './template-text.ts'
import { NoticeTemplate } from './template.entity.ts'

/** 틀 고치기 — the words of the centre's own notices of a kind, from now on. */
export function editTemplate(
  ctx: Context,
  kind: NoticeKind,
  expectedVersion: number,
  words: Words,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  const checked = checkedWords(kind, words)
  return addVersion(ctx, kind, expectedVersion, checked)
}

/** 기본값으로 — the default counts again, as it is and as it will be. */
export function resetTemplate(ctx: Context, kind: NoticeKind, expectedVersion: number): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return addVersion(ctx, kind, expectedVersion, null)
}

function addVersion(
  ctx: Context,
  kind: NoticeKind,
  expectedVersion: number,
  words: Words | null,
): Promise<void> {
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
  return inScope(ctx, async ctx => {
    // One at a time for each centre: whoever waits then meets the version that came before.
    await ctx.em.findOneOrFail(Center, { id: centerId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const latest = await ctx.em.findOne(NoticeTemplate, { centerId, kind }, { orderBy: { version: 'desc' } })
    const version = latest?.version ?? 0
    if (version !== expectedVersion)
      throw new Refusal(
        'CONFLICT',
        `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${version} now.`,
        'expectedVersion',
      )
    if (words === null && latest?.subject == null)
      throw new Refusal('WRONG_STATE', 'The default counts already.', 'kind')
    const id = newId()
    const changed = { changedById: personOf(ctx), changedAt: ctx.now }
    ctx.em.create(NoticeTemplate, {
      id,
      centerId,
      kind,
      version: version + 1,
      subject: words?.subject ?? null,
      body: words?.body ?? null,
      ...changed,
    })
    const name = words === null ? 'notice_template.reset' : 'notice_template.changed'
    record(ctx, name, { type: 'notice_template', id }, { kind, version: version + 1 })
  })
}
