import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { assertSeen, checkedQuestions, lockSurvey, type SurveyGiven } from './change-survey.ts'
import { Question } from './survey.entity.ts'
import { isChangeable } from './survey.states.ts'

/** 설문 고치기 — a draft as a whole; what has been answered once stays as it was asked. */
export function reviseSurvey(
  ctx: Context,
  id: string,
  given: SurveyGiven,
  expectedVersion: number,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const { em, now } = ctx
    const survey = await lockSurvey(ctx, id)
    assertSeen(survey, expectedVersion)
    if (!isChangeable(survey.state))
      throw new Refusal('WRONG_STATE', `A survey that is ${survey.state} keeps its questions.`, 'id')
    const questions = checkedQuestions(given.questions)
    const title = lineOfText(given.title, 'survey.title', 100)
    const { audience, unit } = given
    Object.assign(survey, { title, audience, unit, updatedAt: now })
    await em.nativeDelete(Question, { surveyId: id })
    for (const [index, question] of questions.entries())
      em.create(Question, { id: newId(), surveyId: id, position: index + 1, ...question })
    record(ctx, 'survey.changed', { type: 'survey', id }, { questions: questions.length })
  })
}
