import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { addEvent, addParticipation } from '../kit/event.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let event: Awaited<ReturnType<typeof addEvent>>
let participations: string[]
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  event = await addEvent(world.sql, { center: world.center, state: 'held' })
  participations = []
  for (let index = 0; index < 3; index++) {
    const { key } = await world.enterprise({ state: 'published', name: `설문기업 ${index}` })
    participations.push(await addParticipation(world.sql, event, 'enterprise', key))
  }
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

interface Survey {
  id: string
  version: number
  state: string
  allowedActions: string[]
  participants: number
  answered: number
  n: number
  questions: {
    id: string
    tally: { n: number; mean: number | null; options: { count: number; percent: number | null }[] }
    texts: string[]
  }[]
}
const fields = `id version state allowedActions participants answered n
  questions { id texts tally { n mean options { count percent } } byKind { group tally { n } } }`

const questions = `[
  { kind: SINGLE, text: "무엇이 도움이 되었습니까", options: ["홍보", "지식", "목표"] },
  { kind: MULTIPLE, text: "바라는 것", options: ["더 많은 부서", "더 긴 시간"] },
  { kind: SCALE, text: "만족도", options: ["1", "2", "3", "4", "5"] },
  { kind: TEXT, text: "하고 싶은 말" }]`

const open = async (unit: 'PERSON' | 'PARTICIPANT') => step(await create(unit), 'OPEN')

async function create(unit: 'PERSON' | 'PARTICIPANT'): Promise<Survey> {
  const { createSurvey } = await read<{ createSurvey: Survey }>(
    app,
    `mutation { createSurvey(eventId: "${event.id}", survey: { title: "만족도(기업)", audience: ENTERPRISE, unit: ${unit}, questions: ${questions} }) { ${fields} } }`,
    world.staff.question,
  )
  expect(createSurvey).toMatchObject({ state: 'DRAFT', allowedActions: ['OPEN'], participants: 3, n: 0 })
  return createSurvey
}

async function step({ id, version }: Survey, name: string): Promise<Survey> {
  const { takeSurveyStep } = await read<{ takeSurveyStep: Survey }>(
    app,
    `mutation { takeSurveyStep(id: "${id}", step: ${name}, expectedVersion: ${version}) { ${fields} } }`,
    world.staff.question,
  )
  return takeSurveyStep
}

async function link({ id }: Survey, participation?: string): Promise<string> {
  const whose = participation ? `, participationId: "participation_${participation.replaceAll('-', '')}"` : ''
  const { makeSurveyLink } = await read<{ makeSurveyLink: string }>(
    app,
    `mutation { makeSurveyLink(id: "${id}"${whose}) }`,
    world.staff.question,
  )
  return makeSurveyLink
}

const answer = `mutation ($token: String!, $entryKey: ID!, $answers: [SurveyAnswerInput!]!) { answerSurvey(token: $token, entryKey: $entryKey, answers: $answers) }`
const answers = ({ questions: [one, several, scale, text] }: Survey, choice = 1) => [
  { questionId: one?.id, choices: [choice] },
  { questionId: several?.id, choices: [2, 1] },
  { questionId: scale?.id, choices: [4] },
  { questionId: text?.id, text: '부서를 더 만나고 싶습니다.' },
]

const find = async ({ id }: Survey) => {
  const { surveys } = await read<{ surveys: Survey[] }>(
    app,
    `{ surveys(eventId: "${event.id}") { ${fields} } }`,
    world.staff.question,
  )
  return surveys.find(survey => survey.id === id)
}

test('who has the link answers without signing in; percentages are counts divided by n', async () => {
  const survey = await open('PERSON')
  const token = await link(survey)
  const form = await read<{ surveyForm: { title: string; isOpen: boolean; questions: { text: string }[] } }>(
    app,
    `{ surveyForm(token: "${token}") { title isOpen questions { id text kind options } } }`,
  )
  expect(form.surveyForm).toMatchObject({ title: '만족도(기업)', isOpen: true })
  expect(form.surveyForm.questions).toHaveLength(4)
  for (const choice of [1, 1, 2])
    await read(app, answer, {
      variables: { token, entryKey: randomUUID(), answers: answers(survey, choice) },
    })
  const counted = await find(survey)
  expect(counted).toMatchObject({ n: 3, answered: 0, participants: 3 })
  expect(counted?.questions[0]?.tally).toEqual({
    n: 3,
    mean: null,
    options: [
      { count: 2, percent: 66.7 },
      { count: 1, percent: 33.3 },
      { count: 0, percent: 0 },
    ],
  })
  expect(counted?.questions[1]?.tally.options.map(({ percent }) => percent)).toEqual([100, 100])
  expect(counted?.questions[2]?.tally.mean).toBe(4)
  expect(counted?.questions[3]?.texts).toHaveLength(3)
})

test('what is sent twice counts once, and a participant that answers for itself answers once', async () => {
  const survey = await open('PARTICIPANT')
  const [participation] = participations
  const token = await link(survey, participation)
  const variables = { token, entryKey: randomUUID(), answers: answers(survey) }
  await Promise.all([read(app, answer, { variables }), read(app, answer, { variables })])
  expect(await find(survey)).toMatchObject({ n: 1, answered: 1 })
  const again = { ...variables, entryKey: randomUUID() }
  expect(await refusal(app, answer, { variables: again })).toMatchObject({ code: 'CONFLICT' })
})

test('paper is typed in by the staff, also after the end; a link takes no more then', async () => {
  const survey = await open('PERSON')
  const token = await link(survey)
  const closed = await step(survey, 'CLOSE')
  expect(closed.allowedActions).toEqual(['REOPEN'])
  const late = { token, entryKey: randomUUID(), answers: answers(survey) }
  const { errors } = await ask(app, answer, { variables: late })
  expect(errors?.[0]?.extensions.code).toBe('WRONG_STATE')
  const { enterSurveyResponse } = await read<{ enterSurveyResponse: Survey }>(
    app,
    `mutation ($answers: [SurveyAnswerInput!]!) { enterSurveyResponse(id: "${survey.id}", entryKey: "${randomUUID()}", participationId: "participation_${participations[1]?.replaceAll('-', '')}", answers: $answers) { ${fields} } }`,
    { ...world.staff.question, variables: { answers: answers(survey) } },
  )
  expect(enterSurveyResponse).toMatchObject({ n: 1, answered: 1 })
})

test('an answer that is none of its question is refused by number, and nothing of the form is kept', async () => {
  const survey = await open('PERSON')
  const token = await link(survey)
  const [one] = survey.questions
  for (const [given, field] of [
    [[{ questionId: one?.id, choices: [4] }], 'answers.1'],
    [[{ questionId: one?.id, choices: [1, 2] }], 'answers.1'],
    [[{ questionId: `question_${'0'.repeat(32)}`, choices: [1] }], 'answers'],
    [[], 'answers'],
  ] as const) {
    const { errors } = await ask(app, answer, {
      variables: { token, entryKey: randomUUID(), answers: given },
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field })
  }
  expect((await find(survey))?.n).toBe(0)
})

test('a draft is changed as a whole until it is opened, by whoever has seen its last version', async () => {
  const draft = await create('PERSON')
  const change = (expectedVersion: number, title: string) =>
    `mutation { changeSurvey(id: "${draft.id}", expectedVersion: ${expectedVersion}, survey: { title: "${title}", audience: ENTERPRISE, unit: PARTICIPANT, questions: [
       { kind: SCALE, text: "만족도", options: ["낮음", "높음"] }, { kind: TEXT, text: "남길 말" }] }) { ${fields} unit title isChangeable takesPaper questions { kind text options } } }`
  expect(await read(app, change(draft.version, '고친 설문'), world.staff.question)).toMatchObject({
    changeSurvey: {
      title: '고친 설문',
      unit: 'PARTICIPANT',
      isChangeable: true,
      takesPaper: false,
      questions: [{ kind: 'SCALE', text: '만족도', options: ['낮음', '높음'] }, { text: '남길 말' }],
    },
  })
  const stale = await refusal(app, change(draft.version, '늦은 설문'), world.staff.question)
  expect(stale).toMatchObject({ code: 'CONFLICT', field: 'expectedVersion' })
  const opened = await step({ ...draft, version: draft.version + 1 }, 'OPEN')
  expect(await refusal(app, change(opened.version, '열린 설문'), world.staff.question)).toMatchObject({
    code: 'WRONG_STATE',
  })
  const neighbour = await world.neighbour()
  expect(await refusal(app, change(opened.version, '남의 설문'), neighbour.question)).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('one survey is read by itself, and what people wrote comes in pages', async () => {
  const survey = await open('PERSON')
  const token = await link(survey)
  const text = survey.questions[3]?.id
  for (const word of ['하나', '둘', '셋'])
    await read(app, answer, {
      variables: { token, entryKey: randomUUID(), answers: [{ questionId: text, text: word }] },
    })
  const page = (args: string, of = world.staff.question) =>
    read<{ survey: { n: number; questions: { texts: string[]; tally: { n: number } }[] } | null }>(
      app,
      `{ survey(id: "${survey.id}") { n questions { texts(${args}) tally { n } } } }`,
      of,
    )
  expect((await page('first: 2')).survey?.questions[3]).toEqual({ texts: ['하나', '둘'], tally: { n: 3 } })
  expect((await page('first: 2, skip: 2')).survey?.questions[3]?.texts).toEqual(['셋'])
  expect((await page('first: 1', (await world.neighbour()).question)).survey).toBeNull()
})

test('a neighbour sees no survey, a made-up link finds none, and each step has its ledger row', async () => {
  const survey = await open('PERSON')
  await read(app, answer, {
    variables: { token: await link(survey), entryKey: randomUUID(), answers: answers(survey) },
  })
  const neighbour = await world.neighbour()
  expect(await read(app, `{ surveys(eventId: "${event.id}") { id } }`, neighbour.question)).toEqual({
    surveys: [],
  })
  expect(await refusal(app, '{ surveyForm(token: "nothing") { title } }')).toMatchObject({
    code: 'NOT_FOUND',
  })
  const rows = await world.sql.run<{ name: string; actor_role: string }>(
    `select name, actor_role from ledger where subject_type = 'survey' and subject_id = $1 order by id`,
    [survey.id.replace('survey_', '')],
  )
  expect(rows).toEqual([
    { name: 'survey.created', actor_role: 'staff' },
    { name: 'survey.opened', actor_role: 'staff' },
    { name: 'survey.link_made', actor_role: 'staff' },
    { name: 'survey.answered', actor_role: 'visitor' },
  ])
})
