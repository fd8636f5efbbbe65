import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import type { Tone } from '../../ui/AppBadge.vue'

const states = {
  DRAFT: ['plain', 'lists.stateDraft'],
  PUBLISHED: ['good', 'lists.statePublished'],
  WITHDRAWN: ['bad', 'lists.stateWithdrawn'],
} as const satisfies Record<EnumOf<'EnterpriseState'>, readonly [Tone, string]>

export const enterpriseBadge = (state: EnumOf<'EnterpriseState'>): { tone: Tone; text: string } => {
  const [tone, key] = states[state]
  return { tone, text: t(key) }
}

const reviews = {
  DRAFT: ['plain', 'review.draft'],
  SUBMITTED: ['info', 'review.submitted'],
  IN_REVIEW: ['info', 'review.inReview'],
  RETURNED: ['warn', 'review.returned'],
  APPROVED: ['good', 'review.approved'],
  REJECTED: ['bad', 'review.rejected'],
  SUSPENDED: ['bad', 'review.suspended'],
  LAPSED: ['bad', 'review.lapsed'],
  RE_REVIEW: ['warn', 'review.reReview'],
} as const satisfies Record<EnumOf<'ReviewState'>, readonly [Tone, string]>

export const reviewBadge = (state: EnumOf<'ReviewState'>): { tone: Tone; text: string } => {
  const [tone, key] = reviews[state]
  return { tone, text: t(key) }
}
