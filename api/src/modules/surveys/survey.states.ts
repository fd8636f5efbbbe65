import type { Role } from '../../platform/context.ts'

//   draft ──open──▶ open ──close──▶ closed ──reopen──▶ open
//
// Questions are changed in a draft only: an answer is to the question that was read.
export const surveyStates = ['draft', 'open', 'closed'] as const
export type SurveyState = (typeof surveyStates)[number]

interface Step {
  from: readonly SurveyState[]
  to: SurveyState
  by: readonly Role[]
}

const desk = ['staff', 'lead'] as const

export const surveySteps = {
  open: { from: ['draft'], to: 'open', by: desk },
  close: { from: ['open'], to: 'closed', by: desk },
  reopen: { from: ['closed'], to: 'open', by: desk },
} as const satisfies Record<string, Step>
export type SurveyStep = keyof typeof surveySteps

/** 문항 고치기. */
export const isChangeable = (state: SurveyState): boolean => state === 'draft'

/** 종이 입력 — paper that was filled in before the end is typed in after it. */
export const takesPaper = (state: SurveyState): boolean => state !== 'draft'
