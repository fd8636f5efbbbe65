import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { pageOf } from '../../platform/page/page.ts'
import { selectedFields } from '../../platform/read/selection.ts'
import { requireRole } from '../accounts/require-role.ts'
import { byLink } from './answer-survey.ts'
import { readSurvey, readSurveys, type SurveyRead } from './read-survey.ts'
import { Question, type Audience } from './survey.entity.ts'
import type { SurveyState, SurveyStep } from './survey.states.ts'

export const AudienceEnum = { ENTERPRISE: 'enterprise', DEPARTMENT: 'department' } as const satisfies Record<
  string,
  Audience
>
registerEnumType(AudienceEnum, {
  name: 'SurveyAudience',
  description: '설문 대상. Which side of an event is asked.',
  valuesConfig: {
    ENTERPRISE: { description: '기업. The enterprises.' },
    DEPARTMENT: { description: '부서. The departments of public bodies.' },
  },
})

export const SurveyUnitEnum = { PERSON: 'person', PARTICIPANT: 'participant' } as const
registerEnumType(SurveyUnitEnum, {
  name: 'SurveyUnit',
  description: '응답 단위. Whom one answer stands for.',
  valuesConfig: {
    PERSON: { description: '사람. Several people of one participant may answer.' },
    PARTICIPANT: { description: '참여자. Each participant answers once.' },
  },
})

const SurveyStateEnum = { DRAFT: 'draft', OPEN: 'open', CLOSED: 'closed' } as const satisfies Record<
  string,
  SurveyState
>
registerEnumType(SurveyStateEnum, {
  name: 'SurveyState',
  description: '설문 상태. Whether it takes answers.',
  valuesConfig: {
    DRAFT: { description: '준비 중. Not yet.' },
    OPEN: { description: '받는 중. By link and from paper.' },
    CLOSED: { description: '마감. From paper only, which was filled in before.' },
  },
})

export const SurveyStepEnum = { OPEN: 'open', CLOSE: 'close', REOPEN: 'reopen' } as const satisfies Record<
  string,
  SurveyStep
>
registerEnumType(SurveyStepEnum, {
  name: 'SurveyStep',
  description: '설문 단계. What can be done with a survey.',
  valuesConfig: {
    OPEN: { description: '시작. Answers are taken from now on.' },
    CLOSE: { description: '마감. Links take no more answers.' },
    REOPEN: { description: '다시 열기. They do again.' },
  },
})

export const QuestionKindEnum = {
  SINGLE: 'single',
  MULTIPLE: 'multiple',
  SCALE: 'scale',
  TEXT: 'text',
} as const
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: '문항 종류. How a question is answered.',
  valuesConfig: {
    SINGLE: { description: '하나 고르기. One of the options.' },
    MULTIPLE: { description: '여럿 고르기. Any of the options.' },
    SCALE: { description: '척도. One of the options, which stand in an order.' },
    TEXT: { description: '글. In one’s own words.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '보기별 응답. How many chose an option.' })
export class OptionCount {
  @Field(() => String, { description: '보기. As it was asked.' })
  option!: string

  @Field(() => Int, { description: '응답 수. How many chose it.' })
  count!: number

  @Field(() => Float, {
    nullable: true,
    description: '비율. Percent of n, to one decimal; null: nobody answered.',
  })
  percent!: number | null
}

@ObjectType({ simpleResolvers: true, description: '집계. Answers to one question, with how many answered.' })
export class QuestionTally {
  @Field(() => Int, { description: '표본 수. Who answered this question, printed as n.' })
  n!: number

  @Field(() => [OptionCount], { description: '보기별. In the order they were asked.' })
  options!: OptionCount[]

  @Field(() => Float, { nullable: true, description: '평균. Of a scale: the mean place, to two decimals.' })
  mean!: number | null
}

@ObjectType({ simpleResolvers: true, description: '교차표의 줄. The same, of one group.' })
export class CrossTableRow {
  @Field(() => String, { description: '집단. Kind of certification or of institution.' })
  group!: string

  @Field(() => QuestionTally, {
    nullable: true,
    description: '집계. Null: hidden, because too few answered.',
  })
  tally!: QuestionTally | null
}

@ObjectType('SurveyQuestion', { simpleResolvers: true, description: '문항. What is asked.' })
export class QuestionType {
  @Field(() => ID, { description: '식별자. Of the question.' })
  id!: string

  @Field(() => Int, { description: '번호. From 1 on.' })
  position!: number

  @Field(() => QuestionKindEnum, { description: '종류. How it is answered.' })
  kind!: string

  @Field(() => String, { description: '문구. The question itself.' })
  text!: string

  @Field(() => [String], { description: '보기. Chosen by their places, from 1 on.' })
  options!: readonly string[]
}

@ObjectType({ simpleResolvers: true, description: '문항 결과. A question and what was answered.' })
export class QuestionResult extends QuestionType {
  @Field(() => QuestionTally, { description: '집계. Of everybody.' })
  tally!: QuestionTally

  @Field(() => [CrossTableRow], { description: '교차표. By kind; groups of fewer than ten are hidden.' })
  byKind!: CrossTableRow[]

  readonly allTexts!: string[]
}

@ObjectType('Survey', {
  simpleResolvers: true,
  description: '설문. What one side of an event is asked, and answers.',
})
export class SurveyType {
  @Field(() => ID, { description: '식별자. Of the survey.' })
  id!: string

  @Field(() => String, { description: '제목. What it is called.' })
  title!: string

  @Field(() => AudienceEnum, { description: '대상. Which side is asked.' })
  audience!: string

  @Field(() => SurveyUnitEnum, { description: '응답 단위. Whom one answer stands for.' })
  unit!: string

  @Field(() => SurveyStateEnum, { description: '상태. Whether it takes answers.' })
  state!: string

  @Field(() => Int, { description: '판. Of the survey; a step names the one that was seen.' })
  version!: number

  @Field(() => [SurveyStepEnum], { description: '할 수 있는 일. Steps of the moment.' })
  allowedActions!: string[]

  @Field(() => Boolean, { description: '고칠 수 있음. Whether its questions can still be changed.' })
  isChangeable!: boolean

  @Field(() => Boolean, { description: '종이 입력. Whether forms of paper can be typed in.' })
  takesPaper!: boolean

  @Field(() => Int, { description: '참여자 수. Confirmed on the side that is asked.' })
  participants!: number

  @Field(() => Int, { description: '응답한 참여자. Known to have answered.' })
  answered!: number

  @Field(() => Int, { description: '응답 수. Forms, printed as n; not the number of participants.' })
  n!: number

  @Field(() => [QuestionResult], { description: '문항. In their order, with what was answered.' })
  questions!: QuestionResult[]
}

@ObjectType({ simpleResolvers: true, description: '응답지. What somebody with a link is asked.' })
export class SurveyForm {
  @Field(() => String, { description: '제목. What it is called.' })
  title!: string

  @Field(() => Boolean, { description: '받는 중. Whether it takes answers now.' })
  isOpen!: boolean

  @Field(() => [QuestionType], { description: '문항. In their order.' })
  questions!: QuestionType[]
}

/** As the contract has it. */
export const asType = (survey: SurveyRead): SurveyType => ({
  ...survey,
  id: globalId('survey', survey.id),
  questions: survey.questions.map(({ texts, ...question }) => ({
    ...question,
    id: globalId('question', question.id),
    allTexts: texts,
  })),
})

@Resolver(() => QuestionResult)
export class QuestionTexts {
  @FieldResolver(() => [String], {
    description:
      '글로 적은 답. As they were written, the first ones first; `tally.n` says how many there are.',
  })
  texts(
    @Root() { allTexts }: QuestionResult,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 개. 1 to 100.' }) first: number,
    @Arg('skip', () => Int, { defaultValue: 0, description: '건너뛸 수. How many before them.' })
    skip: number,
  ): string[] {
    pageOf({ first })
    return allTexts.slice(Math.max(0, skip), Math.max(0, skip) + first)
  }
}

@Resolver()
export class SurveyQueries {
  @Query(() => [SurveyType], { description: '설문. Of an event, for the staff of its centre.' })
  async surveys(
    @Arg('eventId', () => ID, { description: '행사. Of which event.' }) eventId: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SurveyType[]> {
    requireRole(ctx, 'staff', 'lead')
    const asked = selectedFields('Survey', info.fieldNodes, info)
    const withAnswers = asked.some(({ definition }) => definition.name === 'questions')
    return (await readSurveys(ctx, keyOf('event', eventId, 'eventId'), withAnswers)).map(asType)
  }

  @Query(() => SurveyType, {
    nullable: true,
    description: '설문 하나. With what was answered; null when the centre has no such survey.',
  })
  async survey(
    @Arg('id', () => ID, { description: '설문. Which one.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<SurveyType | null> {
    requireRole(ctx, 'staff', 'lead')
    const survey = await readSurvey(ctx, keyOf('survey', id))
    return survey && asType(survey)
  }

  @Query(() => SurveyForm, { description: '응답지. By its secret link; NOT_FOUND when there is none.' })
  surveyForm(
    @Arg('token', () => String, { description: '링크. Its secret part.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<SurveyForm> {
    return byLink(ctx, token, async ({ em }, _link, { id, title, state }) => {
      const questions = await em.find(Question, { surveyId: id }, { orderBy: { position: 'asc' } })
      return {
        title,
        isOpen: state === 'open',
        questions: questions.map(question => ({ ...question, id: globalId('question', question.id) })),
      }
    })
  }
}
