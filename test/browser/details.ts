import { randomUUID } from 'node:crypto'
import type { TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { readablePdf } from '../kit/documents.ts'
import { openEventDay, publicId } from '../kit/event-day.ts'
import { eventDesk } from '../kit/event-desk.ts'
import { sendFile } from '../kit/files.ts'
import { addEvent, addParticipation } from '../kit/event.ts'
import { openMatching, propose, wish } from '../kit/matching.ts'
import { solved } from '../kit/timetable.ts'
import { certificate, certificates, preview, upload } from '../kit/upload.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

/** A page about one thing, and whose session sees it. */
interface Detail {
  token: string
  path: string
}

export const details = [
  'a list being mapped',
  'what a list would change',
  'a requirement set being written',
  'a requirement set in force',
  'an enterprise, to the staff',
  'a case with its document',
  'an application sent back',
  'a board of applicants',
  'the day of an event',
  'the check-in list of an event',
  'the follow-ups of an event',
  'outcomes by a link',
  'matches with reasons',
  'matches of one participant',
  'matches before there are any',
  'a timetable by place',
  'a timetable by participant',
  'a timetable before there is one',
  'whom an enterprise wishes to meet',
  'whom a department wishes to meet',
  'an institution',
  'the badges of an event',
  'the surveys of an event',
  'a survey by a link',
  'the report of an event',
  'what an event is',
  'the days of an event',
  'the places of an event',
  'the numbers of an event',
] as const
type DetailName = (typeof details)[number]

const known = new WeakMap<TestApp, Promise<Record<DetailName, Detail>>>()

/** Things to look at in one centre, laid out once for an application. */
export function detailsOf(app: TestApp): Promise<Record<DetailName, Detail>> {
  const found = known.get(app) ?? lay(app)
  known.set(app, found)
  return found
}

async function lay(app: TestApp): Promise<Record<DetailName, Detail>> {
  const desk = await openVetting(app)
  try {
    const set = await desk.requirementSet({ title: '상세 화면 기준' })
    const inForce = `/staff/requirements/${set.id}`
    const enterprise = await desk.enterprise({ name: '가온누리빛인쇄협동조합' })
    const staff = (path: string) => ({ token: desk.staff.token, path })
    return {
      ...(await layImports(app, desk)),
      'a requirement set being written': staff(`/staff/requirements/${await draftAfter(app, desk, set.id)}`),
      'a requirement set in force': staff(inForce),
      'an enterprise, to the staff': staff(`/staff/enterprises/${enterprise.id}`),
      ...(await layCases(app, desk, set.id)),
      'a board of applicants': staff(await layBoard(desk)),
      ...(await layEventDay(app, desk)),
      ...(await layMatching(app, desk)),
      ...(await layEvent(app, desk)),
    }
  } finally {
    await desk.end()
  }
}

/** An event with a meeting that has an outcome and a next step. */
async function layEventDay(app: TestApp, desk: Vetting) {
  const day = await openEventDay(app, { booths: 1 }, desk)
  const meeting = await day.meeting(0, 0, 0, 0)
  await day.sql.run(
    `with o as (insert into outcome (id, meeting_id, side, result, won, next_step, due_on, entry_key, created_at, updated_at)
       select gen_random_uuid(), m.id, 'enterprise', 'quotation', 42000000, '견적 보내기', '2026-01-05',
         gen_random_uuid(), now(), now() from meeting m
       where 'meeting_' || replace(m.id::text, '-', '') = $1 returning id, meeting_id)
     insert into follow_up (id, event_id, meeting_id, outcome_id, kind, what, due_on, created_at, updated_at)
     select gen_random_uuid(), m.event_id, m.id, o.id, 'step', '견적 보내기', '2026-01-05', now(), now()
     from o join meeting m on m.id = o.meeting_id`,
    [meeting],
  )
  const { issuePasses } = await read<{ issuePasses: { side: string; token: string }[] }>(
    app,
    `mutation { issuePasses(eventId: "${day.event.id}", kind: ENTRY) { side token } }`,
    desk.staff.question,
  )
  const of = (page: string) => ({ token: desk.staff.token, path: `/staff/events/${day.event.id}/${page}` })
  return {
    'the day of an event': of('day'),
    'the check-in list of an event': of(`check-in-list?day=${publicId('day', day.event.day)}`),
    'the follow-ups of an event': of('follow-ups'),
    'outcomes by a link': { token: desk.staff.token, path: `/m/${issuePasses[0]?.token ?? ''}` },
    'the badges of an event': of(`badges?day=${publicId('day', day.event.day)}`),
    'the report of an event': of('report'),
    'the surveys of an event': of('surveys'),
    'a survey by a link': { token: desk.staff.token, path: `/s/${await laySurvey(app, desk, day.event.id)}` },
  }
}

/** An event with wishes of both sides, proposed pairs and a draft of its timetable; and one with nothing yet. */
async function layMatching(app: TestApp, desk: Vetting) {
  const { token } = desk.staff
  const made = await openMatching(app, desk, { departments: 3, slots: 4 })
  const { event, enterprises, departments, tokenOf } = made
  const [one, other] = enterprises
  const [department, unwilling] = departments
  if (!one || !other || !department || !unwilling) throw new Error('Participants are laid out in twos')
  await wish(app, token, one.id, [
    { to: department.id, choice: 'MUST' },
    { to: unwilling.id, choice: 'WANT' },
  ])
  await wish(app, token, department.id, [{ to: one.id, choice: 'WANT' }])
  await wish(app, token, unwilling.id, [{ to: one.id, choice: 'NO' }])
  await wish(app, token, other.id, [{ to: department.id, choice: 'WANT' }])
  await propose(app, token, event.id)
  await solved(app, token, event.round, 1)
  const empty = await openMatching(app, desk, { enterprises: 1, departments: 1 })
  const [institution] = await desk.sql.run<{ id: string }>(
    'select institution_id as id from department where id = $1',
    [department.key],
  )
  const at = (id: string, page: string) => ({ token, path: `/staff/events/${id}/${page}` })
  return {
    'matches with reasons': at(event.id, 'matches'),
    'matches of one participant': at(event.id, `matches?who=${one.id}`),
    'matches before there are any': at(empty.event.id, 'matches'),
    'a timetable by place': at(event.id, 'timetable'),
    'a timetable by participant': at(event.id, 'timetable?by=party'),
    'a timetable before there is one': at(empty.event.id, 'timetable'),
    'whom an enterprise wishes to meet': { token: await tokenOf('enterprise', one.key), path: '/wishes' },
    'whom a department wishes to meet': {
      token: await tokenOf('department', department.key),
      path: '/wishes',
    },
    'an institution': {
      token,
      path: `/staff/institutions/${publicId('institution', institution?.id ?? '')}`,
    },
  }
}

/** A survey with each kind of question, open and answered twice on paper; the token of its link. */
async function laySurvey(app: TestApp, { staff }: Vetting, event: string): Promise<string> {
  const { createSurvey: survey } = await read<{ createSurvey: { id: string; questions: { id: string }[] } }>(
    app,
    `mutation { createSurvey(eventId: "${event}", survey: { title: "만족도(기업)", audience: ENTERPRISE, unit: PERSON, questions: [
       { kind: SINGLE, text: "무엇이 도움이 되었습니까", options: ["홍보", "지식"] },
       { kind: MULTIPLE, text: "바라는 것", options: ["더 많은 부서", "더 긴 시간"] },
       { kind: SCALE, text: "만족도", options: ["매우 불만족", "불만족", "보통", "만족", "매우 만족"] },
       { kind: TEXT, text: "하고 싶은 말" }] }) { id questions { id } } }`,
    staff.question,
  )
  const { id, questions } = survey
  await read(
    app,
    `mutation { takeSurveyStep(id: "${id}", step: OPEN, expectedVersion: 1) { id } }`,
    staff.question,
  )
  const answers = [
    { questionId: questions[0]?.id, choices: [1] },
    { questionId: questions[2]?.id, choices: [4] },
    { questionId: questions[3]?.id, text: '부서를 더 만나고 싶습니다.' },
  ]
  for (const entryKey of [randomUUID(), randomUUID()])
    await read(
      app,
      `mutation ($answers: [SurveyAnswerInput!]!) { enterSurveyResponse(id: "${id}", entryKey: "${entryKey}", answers: $answers) { id } }`,
      { ...staff.question, variables: { answers } },
    )
  const { makeSurveyLink } = await read<{ makeSurveyLink: string }>(
    app,
    `mutation { makeSurveyLink(id: "${id}") }`,
    staff.question,
  )
  return makeSurveyLink
}

async function layImports(app: TestApp, { staff }: Vetting) {
  const unknown = '번호칸,상호,언제까지\n2208162517,달무리늘봄,2027-12-31\n'
  const mapped = await upload(app, staff.token, 'certificate-periods', '알 수 없는 열.csv', unknown)
  const rows = certificates(
    certificate('2208162517', '달무리늘봄협동조합'),
    certificate('2208162518', '숫자가 틀린 곳'),
  )
  const previewed = await preview(app, staff.token, 'certificate-periods', '기간 목록.csv', rows)
  const at = ({ id }: { id: string }) => ({ token: staff.token, path: `/staff/imports/${id}` })
  return { 'a list being mapped': at(mapped), 'what a list would change': at(previewed) }
}

/** An event with two rounds, slots, places and a quota. */
async function layEvent(app: TestApp, { staff }: Vetting) {
  const desk = eventDesk(app, staff.token)
  const input = { series: '상세 상담회', kind: 'CONSULTATION', title: '2031 상세 상담회', year: 2031 }
  const { id, rounds, version } = await desk.act('createEvent', { input })
  const both = [
    { id: rounds[0]?.id, title: '1회차', theme: '판로 진입' },
    { title: '2회차', isOnline: true },
  ]
  await desk.act('setEventRounds', { id, expectedVersion: version, rounds: both })
  const hours = { on: '2031-02-10', from: '09:30', until: '17:00', lunchFrom: '12:00', lunchUntil: '13:00' }
  await desk.act('layOutDay', { id, round: rounds[0]?.id, ...hours })
  await desk.act('addEventPlaces', { id, newPlaces: { kind: 'TABLE', names: 'T1–T14', area: '1층' } })
  const placed = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'VIDEO', names: '화상1–3' } })
  const quotas = [{ what: 'KIND', value: 'social_enterprise', minimum: 3 }]
  await desk.act('setEventQuotas', { id, expectedVersion: placed.version, quotas })
  const at = (section: string) => ({
    token: staff.token,
    path: `/staff/events/${id}/setup?section=${section}`,
  })
  return {
    'what an event is': at('overview'),
    'the days of an event': at('days'),
    'the places of an event': at('places'),
    'the numbers of an event': at('quotas'),
  }
}

async function draftAfter(app: TestApp, { staff }: Vetting, setId: string): Promise<string> {
  const { draftRequirementSet: next } = await read<{ draftRequirementSet: { id: string } }>(
    app,
    `mutation { draftRequirementSet(id: "${setId}") { id } }`,
    staff.question,
  )
  return next.id
}

/** One case in review with a document in view, another sent back with a note. */
async function layCases(app: TestApp, desk: Vetting, setId: string) {
  const handIn = async (name: string) => {
    const { id: enterpriseId } = await desk.enterprise({ name })
    const file = await sendFile(
      app,
      desk.owner.token,
      '검수조서 2025.pdf',
      readablePdf(['Inspection 1', '2']),
      {
        enterprise: enterpriseId,
      },
    )
    let application = await desk.owner.attest(await desk.owner.start(enterpriseId, setId), 1)
    application = await desk.owner.submit(await desk.owner.attachFile(application, 2, file.id))
    const review = await desk.staff.act(await desk.staff.find(enterpriseId), 'beginReview')
    return { application, review }
  }
  const open = await handIn('한결같은돌봄사회적협동조합')
  const back = await handIn('두레누리협동조합')
  const judged = await desk.staff.judge(back.review, 2, 'UNMET')
  await desk.staff.act(
    await desk.staff.note(judged, 2, '2025년 검수조서의 둘째 쪽이 없습니다.'),
    'sendBackReview',
  )
  return {
    'a case with its document': { token: desk.staff.token, path: `/staff/reviews/${open.review.id}` },
    'an application sent back': {
      token: desk.owner.token,
      path: `/desk/applications/${back.application.id}`,
    },
  }
}

/** Three who have applied, one more than there are places. */
async function layBoard({ sql, center, enterprise }: Vetting) {
  const event = await addEvent(sql, { center, state: 'curating', title: '가을 구매상담회' })
  await sql.run('update event set enterprises_wanted = 2 where id = $1', [event.key])
  await sql.run(
    `insert into event_quota (id, event_id, what, minimum) values (gen_random_uuid(), $1, 'new', 2)`,
    [event.key],
  )
  for (const name of ['가람누리빛협동조합', '나래울림사회적협동조합', '다솜터'])
    await addParticipation(
      sql,
      event,
      'enterprise',
      (await enterprise({ name, state: 'published' })).key,
      'applied',
    )
  return `/staff/events/${event.id}/curation`
}
