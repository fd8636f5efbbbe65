import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import { day } from '../../parts/format/day.ts'
import type { Tone } from '../../ui/AppBadge.vue'

type Key = Parameters<typeof t>[0]
interface Shown {
  tone: Tone
  key: Key
}

/** Where an application stands, as its enterprise reads it. */
export const stateWords = {
  DRAFT: { tone: 'plain', key: 'applications.draft' },
  SUBMITTED: { tone: 'info', key: 'applications.submitted' },
  IN_REVIEW: { tone: 'info', key: 'applications.inReview' },
  RETURNED: { tone: 'warn', key: 'applications.returned' },
  APPROVED: { tone: 'good', key: 'applications.approved' },
  REJECTED: { tone: 'bad', key: 'applications.rejected' },
  SUSPENDED: { tone: 'bad', key: 'applications.suspended' },
  LAPSED: { tone: 'bad', key: 'applications.lapsed' },
  RE_REVIEW: { tone: 'info', key: 'applications.reReview' },
} as const satisfies Record<EnumOf<'ReviewState'>, Shown>

const verdictWords = {
  MET: { tone: 'good', key: 'applications.met' },
  UNMET: { tone: 'bad', key: 'applications.unmet' },
  UNCLEAR: { tone: 'warn', key: 'applications.unclear' },
  WAIVED: { tone: 'good', key: 'applications.waived' },
  OVERRIDDEN: { tone: 'good', key: 'applications.overridden' },
} as const satisfies Record<EnumOf<'ReviewVerdict'>, Shown>

/** 조건 확인: what the records say, or that somebody has to look. */
export const verdictWord = (verdict: EnumOf<'ReviewVerdict'> | null): Shown =>
  verdict === null ? { tone: 'plain', key: 'applications.looked' } : verdictWords[verdict]

interface Evaluation {
  found: number | null
  needed: number | null
  until: string | null
  asOf: string
}

/** How the server came to its verdict, in figures. */
export function evaluationText({ found, needed, until, asOf }: Evaluation): string {
  const asOfText = t('applications.asOf', { day: day(asOf) })
  if (until !== null) return t('applications.certified', { until: day(until), asOf: asOfText })
  if (found === null || needed === null) return asOfText
  return t('applications.counted', { found, needed, asOf: asOfText })
}

interface Blocked {
  code: EnumOf<'BlockCode'>
  reason: string
  items: readonly number[]
}

/** What is left to do before it can be handed in. */
export function blockedText({ code, reason, items }: Blocked): string {
  const numbers = items.join(', ')
  if (code === 'ITEMS_UNFILLED') return t('applications.unfilled', { numbers })
  if (code === 'NOTES_UNANSWERED') return t('applications.unanswered', { numbers })
  return code === 'APPLICATIONS_CLOSED' ? t('applications.closed') : reason
}

const eventKeys: ReadonlyMap<string, Key> = new Map([
  ['review.opened', 'applications.didOpen'],
  ['review.answered', 'applications.didAnswer'],
  ['review.evidence_attached', 'applications.didAttach'],
  ['review.evidence_detached', 'applications.didDetach'],
  ['review.submitted', 'applications.didSubmit'],
  ['review.begun', 'applications.didBegin'],
  ['review.returned', 'applications.didReturn'],
  ['review.approved', 'applications.didApprove'],
  ['review.rejected', 'applications.didReject'],
  ['review.suspended', 'applications.didSuspend'],
  ['review.reinstated', 'applications.didReinstate'],
  ['review.reopened', 'applications.didReopen'],
  ['review.lapsed', 'applications.didLapse'],
  ['review.undone', 'applications.didUndo'],
])

export const eventText = (action: string): string => t(eventKeys.get(action) ?? 'applications.didChange')

export function sideText(role: string): string {
  if (role === 'enterprise') return t('applications.sideEnterprise')
  return role === 'system' ? t('applications.sideSystem') : t('applications.sideCentre')
}
