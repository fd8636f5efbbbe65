import { Refusal } from '../../platform/refusal.ts'
import { paragraphOf } from '../vetting/paragraph.ts'

interface AnswerGiven {
  questionId: string
  choices: number[]
  text: string | null
}

interface QuestionAsked {
  id: string
  position: number
  kind: 'single' | 'multiple' | 'scale' | 'text'
  options: readonly string[]
}

/** A form as it is stored: only what was answered; refused where an answer is none of its question. */
export function checkedAnswers(
  questions: readonly QuestionAsked[],
  given: readonly AnswerGiven[],
): AnswerGiven[] {
  const seen = new Set<string>()
  const answers = given.flatMap(answer => {
    const question = questions.find(({ id }) => id === answer.questionId)
    if (!question || seen.has(answer.questionId))
      throw new Refusal(
        'BAD_USER_INPUT',
        'An answer is to no question of this survey, or to one twice.',
        'answers',
      )
    seen.add(answer.questionId)
    return isBlank(answer) ? [] : [checkedAnswer(question, answer)]
  })
  if (answers.length === 0) throw new Refusal('BAD_USER_INPUT', 'Nothing was answered.', 'answers')
  return answers
}

const isBlank = ({ choices, text }: AnswerGiven) => choices.length === 0 && (text ?? '').trim() === ''

function checkedAnswer({ position, kind, options }: QuestionAsked, answer: AnswerGiven): AnswerGiven {
  const { questionId, choices, text } = answer
  if (kind === 'text')
    return { questionId, choices: [], text: paragraphOf(text ?? '', `answers.${position}`) }
  const distinct = [...new Set(choices)].toSorted((one, other) => one - other)
  if (kind !== 'multiple' && distinct.length > 1)
    throw new Refusal(
      'BAD_USER_INPUT',
      `Question ${position} takes one answer; there are ${distinct.length}.`,
      `answers.${position}`,
    )
  const strange = distinct.find(
    choice => !(Number.isInteger(choice) && choice >= 1 && choice <= options.length),
  )
  if (strange !== undefined || distinct.length === 0)
    throw new Refusal(
      'BAD_USER_INPUT',
      `Question ${position} has the answers 1 to ${options.length}.`,
      `answers.${position}`,
    )
  return { questionId, choices: distinct, text: null }
}
