import { LockMode } from '@mikro-orm/core'
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { Participation } from '../curation/participation.entity.ts'
import { Event } from '../events/event.entity.ts'
import { Question, Survey, SurveyLink, type Audience } from './survey.entity.ts'
import { surveySteps, type SurveyStep } from './survey.states.ts'

export interface SurveyGiven {
  title: string
  audience: Audience
  unit: 'person' | 'participant'
  questions: QuestionGiven[]
}

export interface QuestionGiven {
  kind: 'single' | 'multiple' | 'scale' | 'text'
  text: string
  options: string[]
}

const most = { surveys: 20, questions: 50, options: 20 }

/** 설문 만들기 — a draft with its questions. Returns its key. */
export function createSurvey(ctx: Context, eventId: string, given: SurveyGiven): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const { em, now } = ctx
    const event = await em.findOneOrFail(
      Event,
      { id: eventId, centerId: ctx.actor.centerId ?? '' },
      {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        failHandler: () => new Refusal('NOT_FOUND', 'There is no such event.', 'eventId'),
      },
    )
    if ((await em.count(Survey, { eventId })) >= most.surveys)
      throw new Refusal('WRONG_STATE', `An event has at most ${most.surveys} surveys.`)
    const id = newId()
    const { audience, unit } = given
    const title = lineOfText(given.title, 'survey.title', 100)
    const { centerId } = event
    em.create(Survey, {
      id,
      eventId,
      centerId,
      audience,
      unit,
      title,
      state: 'draft',
      createdAt: now,
      updatedAt: now,
    })
    // The database lets questions in by the survey they are of.
    await em.flush()
    for (const [index, question] of checkedQuestions(given.questions).entries())
      em.create(Question, { id: newId(), surveyId: id, position: index + 1, ...question })
    record(
      ctx,
      'survey.created',
      { type: 'survey', id },
      { event: eventId, questions: given.questions.length },
    )
    return id
  })
}

export function takeSurveyStep(
  ctx: Context,
  id: string,
  step: SurveyStep,
  expectedVersion: number,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const survey = await lockSurvey(ctx, id)
    assertSeen(survey, expectedVersion)
    const { from, to } = surveySteps[step]
    const states: readonly string[] = from
    if (!states.includes(survey.state))
      throw new Refusal('WRONG_STATE', `A survey that is ${survey.state} has no step ${step}.`, 'step')
    record(
      ctx,
      `survey.${step === 'close' ? 'closed' : 'opened'}`,
      { type: 'survey', id },
      { from: survey.state, to },
    )
    survey.state = to
    survey.updatedAt = ctx.now
  })
}

/** 응답 링크 — a new secret address; whoever has it answers, until it is revoked with the survey. */
export function makeSurveyLink(ctx: Context, id: string, participationId: string | null): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const survey = await lockSurvey(ctx, id)
    if (participationId !== null) await findParticipant(ctx, survey, participationId)
    const token = randomBytes(24).toString('base64url')
    const linkId = newId()
    ctx.em.create(SurveyLink, {
      id: linkId,
      surveyId: id,
      participationId,
      tokenHash: hashOf(token),
      createdAt: ctx.now,
    })
    record(ctx, 'survey.link_made', { type: 'survey', id }, { link: linkId, participation: participationId })
    return token
  })
}

/** The hash under which a link is known. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A participant of the side that is asked. */
export async function findParticipant({ em }: Context, survey: Survey, id: string): Promise<void> {
  await em.findOneOrFail(
    Participation,
    { id, eventId: survey.eventId, side: survey.audience, state: 'confirmed' },
    {
      failHandler: () => new Refusal('NOT_FOUND', 'This survey asks no such participant.', 'participationId'),
    },
  )
}

export const lockSurvey = ({ em, actor }: Context, id: string): Promise<Survey> =>
  em.findOneOrFail(
    Survey,
    { id, centerId: actor.centerId ?? '' },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such survey.', 'id'),
    },
  )

export function assertSeen({ version }: Survey, expectedVersion: number): void {
  if (version === expectedVersion) return
  const text = `The survey is at version ${version} by now.`
  throw new Refusal('CONFLICT', text, 'expectedVersion', undefined, { version })
}

export function checkedQuestions(questions: readonly QuestionGiven[]): QuestionGiven[] {
  const field = 'survey.questions'
  if (questions.length === 0 || questions.length > most.questions)
    throw new Refusal(
      'BAD_USER_INPUT',
      `A survey has 1 to ${most.questions} questions; there are ${questions.length}.`,
      field,
    )
  return questions.map(({ kind, text, options }, index) => {
    const where = `${field}.${index + 1}`
    if (kind === 'text') return { kind, text: lineOfText(text, where, 200), options: [] }
    if (options.length < 2 || options.length > most.options)
      throw new Refusal(
        'BAD_USER_INPUT',
        `Question ${index + 1} takes 2 to ${most.options} options; there are ${options.length}.`,
        where,
      )
    const checked = options.map(option => lineOfText(option, where, 80))
    if (new Set(checked).size < checked.length)
      throw new Refusal('BAD_USER_INPUT', `Question ${index + 1} has an option twice.`, where)
    return { kind, text: lineOfText(text, where, 200), options: checked }
  })
}
