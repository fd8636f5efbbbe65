import type { ResultOf } from '../../api/graphql.ts'
import { readFragment } from '../../api/graphql.ts'
import { t } from '../../locales/text.ts'
import { claimOf, type Credential } from '../../parts/claims.ts'
import { day } from '../../parts/format/day.ts'
import { endedKinds, unknownKinds } from '../../parts/lapses.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'
import { verificationOf } from '../../parts/verification.ts'
import type { StandingFields } from './compare.documents.ts'
import type { Line, RowOf } from './rows.ts'

/** 인증과 공급역량: the rows that products and enterprises share. */
export type Standing = ResultOf<typeof StandingFields>

/** More of a kind than this are counted, not listed: cells stay short enough to be compared. */
const listedAtMost = 3

export const certificateRow: RowOf<Standing> = { label: 'compare.certifications', lines: certificateLines }

export const passportRows: readonly RowOf<Standing>[] = [
  { label: 'credential.supplyCapacity', lines: standing => claimLines(standing, 'SupplyCapacity') },
  { label: 'credential.deliveryRecord', lines: deliveryLines },
  { label: 'credential.deliveryTerms', lines: standing => claimLines(standing, 'DeliveryTerms') },
  { label: 'credential.verification', lines: verificationLines },
]

function certificateLines(standing: Standing): Line[] {
  const { countsAs, certifications } = standing
  const valid = countsAs.map(({ code, name }): Line => {
    const ends = certifications
      .filter(({ kind, validity }) => kind.code === code && validity === 'VALID')
      .map(({ validUntil }) => validUntil)
    return {
      badge: { tone: 'good', text: t('certification.activeKind', { kind: name }) },
      ...said(lastOf(ends)),
    }
  })
  const unknown = unknownKinds(standing).map(({ name }): Line => ({
    badge: { tone: 'warn', text: t('verdict.unknown', { kind: name }) },
  }))
  const ended = endedKinds(standing).map(({ name, endedOn }): Line => ({
    badge: { tone: 'bad', text: t('verdict.ended', { kind: name }) },
    ...(endedOn !== null && { text: day(endedOn) }),
  }))
  const none: Line = { badge: { tone: 'plain', text: t('certification.noneToday') } }
  return [...(valid.length === 0 ? [none] : valid), ...unknown, ...ended]
}

/** The last day of the longest of several certificates; none, when one of them has no end. */
function lastOf(ends: readonly (string | null)[]): string | null {
  const days = ends.filter(end => end !== null)
  return days.length < ends.length ? null : (days.toSorted().at(-1) ?? null)
}

const said = (end: string | null): Line =>
  end === null ? {} : { text: t('compare.until', { day: day(end) }) }

function claimLines(standing: Standing, type: Credential['type']): Line[] {
  const claims = passportOf(standing).credentials.filter(credential => credential.type === type)
  const lines = claims.slice(0, listedAtMost).map((credential): Line => {
    const { tone, key } = verificationOf(credential.verification)
    return { text: claimOf(credential).join(' · '), badge: { tone, text: t(key) } }
  })
  const rest = claims.length - lines.length
  return rest > 0 ? [...lines, { text: t('compare.more', { count: rest }) }] : lines
}

function deliveryLines(standing: Standing): Line[] {
  const { deliveryRecords, verifiedDeliveryRecords, lastDeliveredOn } = passportOf(standing).credentialSummary
  const counted = {
    text: t('compare.deliveries', { count: deliveryRecords, verified: verifiedDeliveryRecords }),
  }
  if (lastDeliveredOn === null) return [counted]
  return [counted, { text: t('credential.lastDelivered', { day: day(lastDeliveredOn) }) }]
}

function verificationLines(standing: Standing): Line[] {
  const { total, verified } = passportOf(standing).credentialSummary
  return [{ text: t('compare.verified', { total, verified }) }]
}

const passportOf = (standing: Standing) => readFragment(PassportFields, standing)
