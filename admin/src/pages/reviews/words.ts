import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import type { Tone } from '../../ui/AppBadge.vue'

type DeskKey = Parameters<typeof t>[0]

/** How the states, verdicts and obstacles of a case read; every value of the schema has its word. */
const states = {
  DRAFT: ['plain', 'review.draft'],
  SUBMITTED: ['info', 'review.submitted'],
  IN_REVIEW: ['info', 'review.inReview'],
  RETURNED: ['warn', 'review.returned'],
  APPROVED: ['good', 'review.approved'],
  REJECTED: ['bad', 'review.rejected'],
  SUSPENDED: ['bad', 'review.suspended'],
  LAPSED: ['bad', 'review.lapsed'],
  RE_REVIEW: ['warn', 'review.reReview'],
} as const satisfies Record<EnumOf<'ReviewState'>, readonly [Tone, DeskKey]>

export const stateBadge = (state: EnumOf<'ReviewState'>): { tone: Tone; text: string } => {
  const [tone, key] = states[state]
  return { tone, text: t(key) }
}

const causes = {
  APPLICATION: 'review.causeApplication',
  EXPIRY: 'review.causeExpiry',
  LIST_CHANGE: 'review.causeListChange',
  REPORT: 'review.causeReport',
} as const satisfies Record<EnumOf<'ReviewCause'>, DeskKey>

export const causeText = (cause: EnumOf<'ReviewCause'>): string => t(causes[cause])

const verdicts = {
  MET: ['good', 'review.met'],
  UNMET: ['bad', 'review.unmet'],
  UNCLEAR: ['warn', 'review.unclear'],
  WAIVED: ['plain', 'review.waived'],
  OVERRIDDEN: ['plain', 'review.overridden'],
} as const satisfies Record<EnumOf<'ReviewVerdict'>, readonly [Tone, DeskKey]>

export const verdictBadge = (verdict: EnumOf<'ReviewVerdict'>): { tone: Tone; text: string } => {
  const [tone, key] = verdicts[verdict]
  return { tone, text: t(key) }
}

const blocks = {
  CONFLICT_OF_INTEREST: 'review.blockConflict',
  NOT_ASSIGNED: 'review.blockNotAssigned',
  ITEMS_LACKING: 'review.blockLacking',
  SECOND_PERSON_PENDING: 'review.blockSecond',
  NO_NOTES: 'review.blockNoNotes',
  NOTES_UNANSWERED: 'review.blockUnanswered',
  ITEMS_UNFILLED: 'review.blockUnfilled',
  APPLICATIONS_CLOSED: 'review.blockClosed',
  NOTICE_SENT: 'review.blockNoticeSent',
  NOT_DECIDER: 'review.blockNotDecider',
} as const satisfies Record<EnumOf<'BlockCode'>, DeskKey>

export const blockText = ({ code, items }: { code: EnumOf<'BlockCode'>; items: number[] }): string =>
  t(blocks[code], { items: items.join(', ') })
