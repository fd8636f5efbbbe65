import type { Context } from '../../platform/context.ts'
import { isUuid, newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { findParticipant, hashOf, lockSurvey } from './change-survey.ts'
import { checkedAnswers } from './check-answers.ts'
import { Answer, Response } from './response.entity.ts'
import { Question, Survey, SurveyLink } from './survey.entity.ts'
import { takesPaper } from './survey.states.ts'

interface Form {
  entryKey: string
  answers: { questionId: string; choices: number[]; text: string | null }[]
}

/** In a transaction that may see the survey of a link, and nothing else. */
export function byLink<T>(
  ctx: Context,
  token: string,
  work: (ctx: Context, link: SurveyLink, survey: Survey) => Promise<T>,
): Promise<T> {
  const tokenHash = hashOf(token)
  return inScope(ctx, async ctx => {
    await ctx.em.execute(`select set_config('panro.survey_link', ?, true)`, [tokenHash])
    const link = await ctx.em.findOne(SurveyLink, { tokenHash, revokedAt: null })
    const survey = link && (await ctx.em.findOne(Survey, { id: link.surveyId }))
    if (!link || !survey)
      throw new Refusal(
        'NOT_FOUND',
        'There is no survey at this address; ask the centre for a new one.',
        'token',
      )
    return work(ctx, link, survey)
  })
}

/** 설문 응답 by link. */
export function answerByLink(ctx: Context, token: string, form: Form): Promise<void> {
  return byLink(ctx, token, async (ctx, link, survey) => {
    // One at a time for each link, so that a participant who answers once does.
    await ctx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [link.id])
    const { id: linkId, participationId = null } = link
    await keep(ctx, survey, form, { linkId, participationId, via: 'link' })
  })
}

/** 종이 입력 — a form of paper, typed by the staff. */
export function enterPaper(
  ctx: Context,
  id: string,
  participationId: string | null,
  form: Form,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const survey = await lockSurvey(ctx, id)
    if (participationId !== null) await findParticipant(ctx, survey, participationId)
    await keep(ctx, survey, form, { linkId: null, participationId, via: 'paper' })
  })
}

interface From {
  linkId: string | null
  participationId: string | null
  via: 'link' | 'paper'
}

async function keep(ctx: Context, survey: Survey, { entryKey, answers }: Form, from: From): Promise<void> {
  const { em, actor, now } = ctx
  if (!isUuid(entryKey))
    throw new Refusal('BAD_USER_INPUT', '`entryKey` is no UUID; make one where it is typed.', 'entryKey')
  if (await em.findOne(Response, { entryKey, surveyId: survey.id })) return
  if (!(from.via === 'paper' ? takesPaper(survey.state) : survey.state === 'open'))
    throw new Refusal('WRONG_STATE', 'This survey does not take answers now.', 'token')
  await assertFirst(ctx, survey, from)
  const questions = await em.find(Question, { surveyId: survey.id })
  const checked = checkedAnswers(questions, answers)
  const id = newId()
  em.create(Response, { id, surveyId: survey.id, entryKey, enteredById: actor.personId, at: now, ...from })
  await em.flush()
  for (const answer of checked) em.create(Answer, { responseId: id, ...answer })
  record(
    ctx,
    'survey.answered',
    { type: 'survey', id: survey.id },
    { response: id, via: from.via, answers: checked.length },
  )
}

/** Where the unit is the participant, each answers once. */
async function assertFirst({ em }: Context, { id, unit }: Survey, { participationId }: From) {
  if (unit !== 'participant' || participationId === null) return
  const before = await em.findOne(Response, { surveyId: id, participationId })
  if (before) throw new Refusal('CONFLICT', 'This participant has answered already.', 'participationId')
}
