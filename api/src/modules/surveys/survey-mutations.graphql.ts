import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { answerByLink, enterPaper } from './answer-survey.ts'
import { createSurvey, makeSurveyLink, takeSurveyStep, type QuestionGiven } from './change-survey.ts'
import { readSurvey } from './read-survey.ts'
import { reviseSurvey } from './revise-survey.ts'
import type { Audience } from './survey.entity.ts'
import {
  asType,
  AudienceEnum,
  QuestionKindEnum,
  SurveyStepEnum,
  SurveyType,
  SurveyUnitEnum,
} from './survey.graphql.ts'
import type { SurveyStep } from './survey.states.ts'

@InputType({ description: '문항. What is asked.' })
export class QuestionInput {
  @Field(() => QuestionKindEnum, { description: '종류. How it is answered.' })
  kind!: QuestionGiven['kind']

  @Field(() => String, { description: '문구. The question itself, at most 200 characters.' })
  text!: string

  @Field(() => [String], { defaultValue: [], description: '보기. 2 to 20; none of a text.' })
  options!: string[]
}

@InputType({ description: '설문. What one side of an event is to be asked.' })
export class SurveyInput {
  @Field(() => String, { description: '제목. At most 100 characters.' })
  title!: string

  @Field(() => AudienceEnum, { description: '대상. Which side is asked.' })
  audience!: Audience

  @Field(() => SurveyUnitEnum, { description: '응답 단위. Whom one answer stands for.' })
  unit!: 'person' | 'participant'

  @Field(() => [QuestionInput], { description: '문항. 1 to 50, in their order.' })
  questions!: QuestionInput[]
}

@InputType({ description: '답. To one question.' })
export class SurveyAnswerInput {
  @Field(() => ID, { description: '문항. Which question.' })
  questionId!: string

  @Field(() => [Int], { defaultValue: [], description: '고른 보기. Their places, from 1 on.' })
  choices!: number[]

  @Field(() => String, { nullable: true, description: '글. Of a question that takes one.' })
  text?: string | null
}

const which = { description: '설문. Which one.' }
const entryKeyOptions = {
  description: '입력 번호. A UUID made where it is typed: sent twice, it counts once.',
}
const answersOptions = { description: '답. What is left out was not answered.' }
const whoOptions = { nullable: true, description: '참여. Of whom; null: not known.' }

@Resolver()
export class SurveyMutations {
  @Mutation(() => SurveyType, {
    description: '설문 만들기. A draft, which can be changed until it is opened.',
  })
  async createSurvey(
    @Arg('eventId', () => ID, { description: '행사. Of which event.' }) eventId: string,
    @Arg('survey', () => SurveyInput, { description: '설문. What is asked, and whom.' }) survey: SurveyInput,
    @Ctx() ctx: Context,
  ): Promise<SurveyType> {
    requireRole(ctx, 'staff', 'lead')
    return surveyAfter(ctx, await createSurvey(ctx, keyOf('event', eventId, 'eventId'), survey))
  }

  @Mutation(() => SurveyType, {
    description: '설문 고치기. The whole of a draft; WRONG_STATE once it was opened.',
  })
  async changeSurvey(
    @Arg('id', () => ID, which) id: string,
    @Arg('survey', () => SurveyInput, { description: '설문. As it is to be.' }) survey: SurveyInput,
    @Arg('expectedVersion', () => Int, { description: '본 판. The `version` that was seen.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<SurveyType> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('survey', id)
    await reviseSurvey(ctx, key, survey, expectedVersion)
    return surveyAfter(ctx, key)
  }

  @Mutation(() => SurveyType, { description: '설문 단계. Opens, closes or opens it again.' })
  async takeSurveyStep(
    @Arg('id', () => ID, which) id: string,
    @Arg('step', () => SurveyStepEnum, { description: '단계. What to do.' }) step: SurveyStep,
    @Arg('expectedVersion', () => Int, { description: '본 판. The `version` that was seen.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<SurveyType> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('survey', id)
    await takeSurveyStep(ctx, key, step, expectedVersion)
    return surveyAfter(ctx, key)
  }

  @Mutation(() => String, {
    description: '응답 링크 만들기. Returns its secret part, once; it is kept as a hash only.',
  })
  makeSurveyLink(
    @Arg('id', () => ID, which) id: string,
    @Arg('participationId', () => ID, whoOptions) participationId: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<string> {
    requireRole(ctx, 'staff', 'lead')
    return makeSurveyLink(ctx, keyOf('survey', id), participantOf(participationId))
  }

  @Mutation(() => SurveyType, { description: '종이 응답 입력. A form of paper, also after the end.' })
  async enterSurveyResponse(
    @Arg('id', () => ID, which) id: string,
    @Arg('entryKey', () => ID, entryKeyOptions) entryKey: string,
    @Arg('participationId', () => ID, whoOptions) participationId: string | null | undefined,
    @Arg('answers', () => [SurveyAnswerInput], answersOptions) answers: SurveyAnswerInput[],
    @Ctx() ctx: Context,
  ): Promise<SurveyType> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('survey', id)
    await enterPaper(ctx, key, participantOf(participationId), { entryKey, answers: answers.map(asGiven) })
    return surveyAfter(ctx, key)
  }

  @Mutation(() => Boolean, { description: '설문 응답. By a secret link; true when it is kept.' })
  async answerSurvey(
    @Arg('token', () => String, { description: '링크. Its secret part.' }) token: string,
    @Arg('entryKey', () => ID, entryKeyOptions) entryKey: string,
    @Arg('answers', () => [SurveyAnswerInput], answersOptions) answers: SurveyAnswerInput[],
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    await answerByLink(ctx, token, { entryKey, answers: answers.map(asGiven) })
    return true
  }
}

const participantOf = (id: string | null | undefined) =>
  id == null ? null : keyOf('participation', id, 'participationId')

const asGiven = ({ questionId, choices, text = null }: SurveyAnswerInput) => ({
  questionId: keyOf('question', questionId, 'answers'),
  choices,
  text,
})

async function surveyAfter(ctx: Context, id: string): Promise<SurveyType> {
  const survey = await readSurvey(ctx, id)
  if (!survey) throw new Refusal('NOT_FOUND', 'There is no such survey.', 'id')
  return asType(survey)
}
