import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { assertRegionsAreKnown } from '../regions/known-region.ts'
import { lockDesk } from './find-desk.ts'
import { lockedFields } from './locked-fields.ts'

/** What may be said of an enterprise; undefined leaves a field as it is, null clears it. */
export interface ProfileChanges {
  summary?: string | null | undefined
  socialMission?: string | null | undefined
  homepage?: string | null | undefined
  address?: string | null | undefined
  regionCode?: string | null | undefined
  organisationForm?: string | null | undefined
  foundedOn?: Day | null | undefined
}

/** 기업정보 수정 — by the enterprise itself or by the staff of its centre. */
export async function updateProfile(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: ProfileChanges,
): Promise<void> {
  const patch = await checked(ctx, changes)
  await inScope(ctx, async ctx => {
    const enterprise = await lockDesk(ctx, id)
    const locked = lockedFields(ctx.actor, enterprise.source).find(
      ({ field }) => field in patch && Reflect.get(patch, field) !== undefined,
    )
    if (locked)
      throw new Refusal('FORBIDDEN', `\`${locked.field}\`: ${locked.reason}`, `changes.${locked.field}`)
    await saveChanges(ctx, {
      row: enterprise,
      expectedVersion,
      stored: enterprise,
      patch,
      event: 'enterprise.profile_updated',
      subject: { type: 'enterprise', id },
    })
  })
}

async function checked(ctx: Context, changes: ProfileChanges): Promise<ProfileChanges> {
  const { foundedOn, regionCode } = changes
  if (foundedOn != null && foundedOn > ctx.today)
    throw new Refusal('BAD_USER_INPUT', 'The founding day lies in the future.', 'changes.foundedOn')
  if (regionCode != null) await assertRegionsAreKnown(ctx, [regionCode], 'changes.regionCode')
  return {
    summary: lineOrNothing(changes.summary, 'changes.summary', 1_000),
    socialMission: lineOrNothing(changes.socialMission, 'changes.socialMission', 1_000),
    homepage: webAddress(lineOrNothing(changes.homepage, 'changes.homepage', 300)),
    address: lineOrNothing(changes.address, 'changes.address', 300),
    organisationForm: lineOrNothing(changes.organisationForm, 'changes.organisationForm', 40),
    regionCode,
    foundedOn,
  }
}

function webAddress(text: string | null | undefined): string | null | undefined {
  if (text == null) return text
  const address = URL.parse(text)
  if (address && /^https?:$/.test(address.protocol) && address.hostname.includes('.')) return text
  throw new Refusal(
    'BAD_USER_INPUT',
    '`changes.homepage` is not a web address; it begins with https://.',
    'changes.homepage',
  )
}
