import type { EnumOf } from '../api/graphql.ts'
import { t } from '../locales/curation-text.ts'
import type { Tone } from '../ui/AppBadge.vue'

export type State = EnumOf<'ParticipationState'>

const states = {
  INVITED: { tone: 'info', text: () => t('curation.invited') },
  APPLIED: { tone: 'plain', text: () => t('curation.applied') },
  CONFIRMED: { tone: 'good', text: () => t('curation.confirmed') },
  WAITLISTED: { tone: 'warn', text: () => t('curation.waitlisted') },
  NOT_SELECTED: { tone: 'bad', text: () => t('curation.notSelected') },
  DECLINED: { tone: 'plain', text: () => t('curation.declined') },
} as const satisfies Record<State, { tone: Tone; text: () => string }>

export const stateText = (state: State): string => states[state].text()

/** 대기 says its place in the line. */
export const stateBadge = ({ state, waitNumber }: { state: State; waitNumber: number | null }) => ({
  tone: states[state].tone,
  text: waitNumber === null ? stateText(state) : t('curation.waitingAt', { number: waitNumber }),
})

export const isState = (text: string): text is State => text in states
