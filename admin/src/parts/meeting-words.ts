import type { EnumOf } from '../api/graphql.ts'
import { t } from '../locales/meetings-text.ts'
import type { Tone } from '../ui/AppBadge.vue'

type Key = Parameters<typeof t>[0]
export type OutcomeResult = EnumOf<'OutcomeResult'>
export type MeetingState = EnumOf<'MeetingState'>

const results = {
  CONTRACT: 'outcome.contract',
  QUOTATION: 'outcome.quotation',
  MATERIAL: 'outcome.material',
  MEET_AGAIN: 'outcome.meetAgain',
  NO_FIT: 'outcome.noFit',
} as const satisfies Record<OutcomeResult, Key>
export const resultText = (result: OutcomeResult): string => t(results[result])

/** In the order of the keys 1 to 5. */
export const outcomeResults = ['CONTRACT', 'QUOTATION', 'MATERIAL', 'MEET_AGAIN', 'NO_FIT'] as const

const sides = {
  ENTERPRISE: 'outcome.byEnterprise',
  DEPARTMENT: 'outcome.byDepartment',
  STAFF: 'outcome.byStaff',
} as const satisfies Record<EnumOf<'OutcomeSide'>, Key>
export const outcomeSideText = (side: EnumOf<'OutcomeSide'>): string => t(sides[side])

const states = {
  PLANNED: { tone: 'plain', key: 'meeting.planned' },
  STARTED: { tone: 'info', key: 'meeting.started' },
  HELD: { tone: 'good', key: 'meeting.held' },
  NO_SHOW: { tone: 'bad', key: 'meeting.noShow' },
  CANCELLED: { tone: 'bad', key: 'meeting.cancelled' },
} as const satisfies Record<MeetingState, { tone: Tone; key: Key }>

export const meetingBadge = (state: MeetingState): { tone: Tone; text: string } => ({
  tone: states[state].tone,
  text: t(states[state].key),
})
