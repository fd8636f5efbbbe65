import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import type { Audience } from './survey.entity.ts'
import { isChangeable, surveySteps, takesPaper, type SurveyState, type SurveyStep } from './survey.states.ts'
import { crossTally, tallyOf, type Asked, type CrossRow, type Tally } from './tally.ts'

/** 설문 with what was answered to it. */
export interface SurveyRead {
  id: string
  eventId: string
  title: string
  audience: Audience
  unit: 'person' | 'participant'
  state: SurveyState
  version: number
  allowedActions: SurveyStep[]
  isChangeable: boolean
  takesPaper: boolean
  /** 참여자 수 of the side that is asked, and how many of them are known to have answered. */
  participants: number
  answered: number
  /** 응답 수. */
  n: number
  questions: QuestionRead[]
}

export interface QuestionRead extends Asked {
  id: string
  position: number
  text: string
  tally: Tally
  /** By kind of institution or of certification. */
  byKind: CrossRow[]
  texts: string[]
}

interface Stored extends Omit<SurveyRead, 'questions' | 'allowedActions' | 'isChangeable' | 'takesPaper'> {
  questions: (Asked & { id: string; position: number; text: string; answers: StoredAnswer[] })[]
}

interface StoredAnswer {
  choices: number[]
  text: string | null
  groups: string[]
}

/** One of the centre; null when there is none. */
export async function readSurvey(ctx: Context, id: string): Promise<SurveyRead | null> {
  const [survey] = await read(ctx, 's.id', id, true)
  return survey ?? null
}

/** All of an event of the centre; without what was answered, unless it is asked for. */
export const readSurveys = (ctx: Context, eventId: string, withAnswers: boolean): Promise<SurveyRead[]> =>
  read(ctx, 's.event_id', eventId, withAnswers)

async function read(ctx: Context, column: string, key: string, withAnswers: boolean): Promise<SurveyRead[]> {
  const surveys = await inScope(ctx, ({ em }) =>
    readInside<Stored[]>(em, `${select} where ${column} = $1 and s.center_id = $2`, [
      key,
      ctx.actor.centerId,
      withAnswers,
    ]),
  )
  return surveys.map(survey => ({
    ...survey,
    allowedActions: stepsFrom(survey.state),
    isChangeable: isChangeable(survey.state),
    takesPaper: takesPaper(survey.state),
    questions: survey.questions.map(({ answers, ...question }) => ({
      ...question,
      tally: tallyOf(
        question,
        answers.map(({ choices }) => choices),
      ),
      byKind: question.kind === 'text' ? [] : crossTally(question, answers),
      texts: answers.flatMap(({ text }) => text ?? []),
    })),
  }))
}

const allSteps: SurveyStep[] = ['open', 'close', 'reopen']
const stepsFrom = (state: SurveyState) =>
  allSteps.filter(step => {
    const from: readonly SurveyState[] = surveySteps[step].from
    return from.includes(state)
  })

/** Kind of institution `i` as a table calls it. */
const kindName = `case i.kind when 'head_office' then '본청' when 'district' then '자치구' when 'invested' then '투자출연기관'
  when 'education_office' then '교육청' when 'school' then '학교' when 'public_enterprise' then '공기업'
  when 'police_fire' then '경찰·소방' else '기타' end`

/** Groups of a participation `p`: kinds of certification that counted on the first day, or the kind of institution. */
const groups = `
  case s.audience when 'enterprise' then coalesce((
    select json_agg(distinct k.name) from certification c join certification_kind k on k.code = c.kind_code
     where c.enterprise_id = p.enterprise_id and certification_validity(c.valid_from, c.valid_until, c.cancelled_on,
       c.returned_on, c.has_unknown_dates, (select min(on_date) from event_day d where d.event_id = s.event_id)) = 'valid'), '[]')
  else coalesce((select json_agg(${kindName}) from department d join institution i on i.id = d.institution_id where d.id = p.department_id), '[]') end`

const answers = `
  select coalesce(json_agg(json_build_object('choices', a.choices, 'text', a.text,
    'groups', case when p.id is null then '[]'::json else ${groups} end) order by r.at, r.id), '[]')
  from answer a join response r on r.id = a.response_id left join participation p on p.id = r.participation_id
  where a.question_id = q.id`

/** One column of JSON: the surveys; the condition comes after it. */
const select = `
  select coalesce(json_agg(json_build_object(
    'id', s.id, 'eventId', s.event_id, 'title', s.title, 'audience', s.audience, 'unit', s.unit, 'state', s.state,
    'version', s.version,
    'participants', (select count(*) from participation p where p.event_id = s.event_id and p.side = s.audience and p.state = 'confirmed'),
    'answered', (select count(distinct r.participation_id) from response r where r.survey_id = s.id),
    'n', (select count(*) from response r where r.survey_id = s.id),
    'questions', (select coalesce(json_agg(json_build_object('id', q.id, 'position', q.position, 'kind', q.kind,
       'text', q.text, 'options', q.options, 'answers', (${answers})) order by q.position), '[]')
       from question q where q.survey_id = s.id and $3)
  ) order by s.created_at, s.id), '[]')::text as json
  from survey s`
