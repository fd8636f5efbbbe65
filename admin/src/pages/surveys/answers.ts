import { computed } from 'vue'
import type { VariablesOf } from '../../api/graphql.ts'
import { useDraft } from '../../drafts.ts'
import type { AnswerSurvey } from './surveys.documents.ts'

/** What stands in a form: by question, places of the options chosen, or a text. */
export type Answers = Record<string, { choices: number[]; text: string }>

const blank = { choices: [], text: '' }

/** A form that is filled in; what is in it outlives a failed save and a reload. */
export function useAnswers(key: () => string) {
  const draft = useDraft(key, () => '')
  const answers = computed(() => readAnswers(draft.text.value))
  const change = (question: string, changed: Partial<Answers[string]>) =>
    draft.type(
      JSON.stringify({ ...answers.value, [question]: { ...blank, ...answers.value[question], ...changed } }),
    )

  return {
    answers,
    /** Chooses an option, or takes it back where several may be chosen. */
    choose(question: string, place: number, isSeveral: boolean) {
      const before = answers.value[question]?.choices ?? []
      if (!isSeveral) return change(question, { choices: [place] })
      const others = before.filter(other => other !== place)
      change(question, { choices: others.length < before.length ? others : [...before, place] })
    },
    write: (question: string, text: string) => change(question, { text }),
    clear: draft.drop,
  }
}

function readAnswers(text: string): Answers {
  if (text === '') return {}
  const stored: unknown = JSON.parse(text)
  return isAnswers(stored) ? stored : {}
}

const isAnswers = (stored: unknown): stored is Answers =>
  typeof stored === 'object' &&
  stored !== null &&
  Object.values(stored).every(
    (answer: unknown) =>
      typeof answer === 'object' && answer !== null && 'choices' in answer && 'text' in answer,
  )

/** As it is sent: what was left out was not answered. */
export const answersGiven = (answers: Answers): VariablesOf<typeof AnswerSurvey>['answers'] =>
  Object.entries(answers)
    .map(([questionId, { choices, text }]) => ({ questionId, choices, text: text.trim() || null }))
    .filter(({ choices, text }) => choices.length > 0 || text !== null)
