import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/matching-text.ts'

export type MatchType = EnumOf<'MatchType'>

const words = {
  MUTUAL: 'matches.mutual',
  BUYER: 'matches.buyer',
  ENTERPRISE: 'matches.enterpriseWish',
  ITEM: 'matches.item',
  CATEGORY: 'matches.category',
  REGION: 'matches.region',
  RULE: 'matches.rule',
  STAFF: 'matches.staff',
} as const satisfies Record<MatchType, Parameters<typeof t>[0]>

export const typeText = (type: MatchType): string => t(words[type])

export const isMatchType = (text: string): text is MatchType => text in words

export const isMatchState = (value: unknown): value is EnumOf<'MatchState'> =>
  value === 'CHOSEN' || value === 'LEFT_OUT'
