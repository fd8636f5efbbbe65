import type { EnumOf, VariablesOf } from '../../api/graphql.ts'
import { t } from '../../locales/report-text.ts'
import type { CreateSurvey } from './surveys.documents.ts'

export type SurveyInput = VariablesOf<typeof CreateSurvey>['survey']
export type QuestionKind = EnumOf<'QuestionKind'>

/** A question as it stands in the fields: options one a line. */
export interface QuestionTyped {
  kind: QuestionKind
  text: string
  options: string
}

export interface SurveyTyped {
  title: string
  audience: SurveyInput['audience']
  unit: SurveyInput['unit']
  questions: QuestionTyped[]
}

export const questionKinds = [
  { value: 'SINGLE', label: t('survey.kindSINGLE') },
  { value: 'MULTIPLE', label: t('survey.kindMULTIPLE') },
  { value: 'SCALE', label: t('survey.kindSCALE') },
  { value: 'TEXT', label: t('survey.kindTEXT') },
] as const

/** A survey as it is asked for, of what stands in the fields; an empty question is none. */
export const surveyOf = ({ title, audience, unit, questions }: SurveyTyped): SurveyInput => ({
  title,
  audience,
  unit,
  questions: questions
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text, options }) => ({
      kind,
      text: text.trim(),
      options: kind === 'TEXT' ? [] : options.split('\n').flatMap(option => option.trim() || []),
    })),
})

/** Fields as they were kept while they were typed; null for anything else. */
export function recalledSurvey(text: string): SurveyTyped | null {
  if (text === '') return null
  const typed: unknown = JSON.parse(text)
  return isTyped(typed) ? typed : null
}

const isTyped = (typed: unknown): typed is SurveyTyped =>
  typeof typed === 'object' &&
  typed !== null &&
  ['title', 'audience', 'unit'].every(key => key in typed) &&
  'questions' in typed &&
  Array.isArray(typed.questions)
