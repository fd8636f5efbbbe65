import { createHash, randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'
import { read, signIn } from './ask.ts'
import { pdf } from './documents.ts'
import { publicId } from './event-day.ts'
import { sendFile } from './files.ts'
import { fillCase, fillWhatIsEmpty } from './roles-fillings.ts'
import { plantSecrets } from './roles-secrets.ts'
import { openSql, type Sql } from './sql.ts'
import { certificate, certificates, preview } from './upload.ts'

export const passToken = 'a-pass-of-whoever-reads-what-roles-see'

/**
 * The demo, and in it something to see for one person of each role: the demo's buyer is an officer of a department that
 * took part in an event, the demo's enterprise sat opposite; the centre works on a list, a case and a survey.
 */
export async function openRolesWorld(app: TestApp) {
  const sql = await openSql(app.databaseUrl)
  const event = await takePart(sql)
  const caseKey = await joinReturned(sql)
  const tokens = {
    ANONYMOUS: null,
    BUYER: await signIn(app, 'BUYER'),
    ENTERPRISE: await signIn(app, 'ENTERPRISE'),
    STAFF: await signIn(app, 'STAFF'),
    LEAD: await signIn(app, 'LEAD'),
  }
  for (const token of [tokens.BUYER, tokens.ENTERPRISE, tokens.STAFF, tokens.LEAD])
    await keepSomething(app, token)
  await tellEverybody(sql)
  const { id: file } = await sendFile(app, tokens.ENTERPRISE, '검수조서.pdf', pdf(), {
    enterprise: publicId('enterprise', event.enterprise),
  })
  await fillCase(sql, caseKey, file)
  const list = certificates(certificate('2208162517', '늘봄'), certificate('123', '틀린 번호'))
  const listed = await preview(app, tokens.STAFF, 'certificate-periods', '목록.csv', list)
  return {
    sql,
    tokens,
    end: () => sql.end(),
    ids: {
      ...event.ids,
      ...(await workOfTheCentre(app, sql, tokens, event.ids.event)),
      enterprise: publicId('enterprise', event.enterprise),
      application: publicId('application', caseKey),
      review: publicId('review', caseKey),
      file,
      import: listed.id,
    },
  }
}

export type RolesWorld = Awaited<ReturnType<typeof openRolesWorld>>

interface Met {
  meeting: string
  event: string
  match: string
  enterpriseIn: string
  departmentIn: string
  day: string
  enterprise: string
  department: string
  businessNumber: string
}

/** A meeting of the latest matching day whose enterprise and department have both said whom they want to meet. */
const aMeeting = `
  select m.id as meeting, m.event_id as event, m.match_id as match, m.enterprise_id as "enterpriseIn",
    m.department_id as "departmentIn", s.day_id as day, e.enterprise_id as enterprise, d.department_id as department,
    (select f.business_number from enterprise f where f.id = e.enterprise_id) as "businessNumber"
  from meeting m join event_slot s on s.id = m.slot_id
  join participation e on e.id = m.enterprise_id join participation d on d.id = m.department_id
  where m.event_id = (select id from event where kind = 'matching_day' order by year desc limit 1)
    and m.match_id is not null
    and exists (select 1 from outcome o where o.meeting_id = m.id)
    and exists (select 1 from follow_up f where f.meeting_id = m.id)
    and exists (select 1 from wish w where w.from_id = e.id) and exists (select 1 from wish w where w.from_id = d.id)
  order by m.id limit 1`

/** The two who sat at one table; the demo's buyer and enterprise act for them. */
async function takePart(sql: Sql) {
  const [found] = await sql.run<Met>(aMeeting)
  if (!found) throw new Error('The demo has no such meeting')
  const { meeting, event, match, enterpriseIn, departmentIn, day, enterprise, department, businessNumber } =
    found
  if (enterprise === undefined || event === undefined) throw new Error('The meeting has no sides')
  await sql.run(
    `insert into enterprise_member (person_id, enterprise_id) select id, $1 from person where role = 'enterprise'`,
    [enterprise],
  )
  await sql.run(
    `insert into department_member (person_id, department_id) select id, $1 from person where role = 'buyer'`,
    [department],
  )
  await sql.run(
    `insert into event_pass (id, token_hash, kind, event_id, participation_id, day_id, valid_until, created_at)
     values (gen_random_uuid(), $1, 'entry', $2, $3, $4, '2099-01-01', now())`,
    [createHash('sha256').update(passToken).digest('hex'), event, enterpriseIn, day],
  )
  await fillWhatIsEmpty(sql, found)
  await plantSecrets(sql, found)
  const [run] = await sql.run<{ id: string }>('select id from timetable_run where event_id = $1', [event])
  return {
    enterprise,
    ids: {
      event: publicId('event', event),
      meeting: publicId('meeting', meeting),
      match: publicId('match', match),
      enterpriseIn: publicId('participation', enterpriseIn),
      departmentIn: publicId('participation', departmentIn),
      day: publicId('day', day),
      department: publicId('department', department),
      businessNumber,
      run: publicId('run', run?.id ?? ''),
    },
  }
}

/** The demo's enterprise has a second one, whose application has come back with notes. */
async function joinReturned(sql: Sql): Promise<string> {
  const [found] = await sql.run<{ id: string; enterprise_id: string }>(
    `select id, enterprise_id from review where state = 'returned' order by id limit 1`,
  )
  if (!found) throw new Error('The demo has no returned application')
  await sql.run(
    `insert into enterprise_member (person_id, enterprise_id) select id, $1 from person where role = 'enterprise'
     on conflict do nothing`,
    [found.enterprise_id],
  )
  return found.id
}

/** What only its owner can read needs an owner. */
async function keepSomething(app: TestApp, token: string) {
  const { products } = await read<{
    products: { edges: { node: { id: string; enterprise: { id: string } } }[] }
  }>(app, '{ products(first: 1) { edges { node { id enterprise { id } } } } }')
  const product = products.edges[0]?.node
  const saved =
    'saveSearch(name: "시험", scope: ENTERPRISE, query: "현수막", filter: { regions: ["11"] }) { id }'
  await read(
    app,
    `mutation ($one: ID!, $other: ID!) { addFavourite(id: $one) { id } too: addFavourite(id: $other) { id } ${saved} }`,
    {
      token,
      variables: { one: product?.id, other: product?.enterprise.id },
    },
  )
}

/** A notice for everybody who can sign in. */
const tellEverybody = (sql: Sql) =>
  sql.run(
    `insert into notice (id, person_id, ledger_id, kind, subject_type, subject_id, subject, body, path, state,
       created_at, leaves_at, next_try_at, sent_at)
     select gen_random_uuid(), p.id, 1, 'vetting.approved', 'review', $1, '시험 알림', '본문', '/own', 'sent',
       now(), now(), now(), now() from person p`,
    [randomUUID()],
  )

/** A survey with a link, a view everybody of the centre has, bulk work rehearsed by the staff and by the lead. */
async function workOfTheCentre(app: TestApp, sql: Sql, by: { STAFF: string; LEAD: string }, event: string) {
  const survey = await idOf(
    app,
    by.STAFF,
    `createSurvey(eventId: "${event}", survey: { title: "만족도", audience: ENTERPRISE, unit: PERSON,
       questions: [{ kind: TEXT, text: "하고 싶은 말" }, { kind: SINGLE, text: "도움", options: ["가", "나"] }] })`,
  )
  await idOf(app, by.STAFF, `takeSurveyStep(id: "${survey}", step: OPEN, expectedVersion: 1)`)
  const { makeSurveyLink } = await read<{ makeSurveyLink: string }>(
    app,
    `mutation { makeSurveyLink(id: "${survey}") }`,
    { token: by.STAFF },
  )
  const view = await idOf(app, by.STAFF, 'saveView(list: REVIEWS, view: { name: "시험", filter: [] })')
  await idOf(app, by.STAFF, `shareView(id: "${view}", isShared: true, expectedVersion: 1)`)
  const one = async (tag: string, text: string) => {
    const [found] = await sql.run<{ id: string }>(text)
    return publicId(tag, found?.id ?? '')
  }
  const review = await one('review', `select id from review where state = 'submitted' order by id limit 1`)
  const bulk = `planReviewBulk(action: ASSIGN, selection: { ids: ["${review}"] })`
  return {
    survey,
    surveyToken: makeSurveyLink,
    bulk: await idOf(app, by.STAFF, bulk),
    bulkOfLead: await idOf(app, by.LEAD, bulk),
    institution: await one(
      'institution',
      `select d.institution_id as id from department d join department_member m on m.department_id = d.id
       order by 1 limit 1`,
    ),
    criteria: await publishCriteria(app, by.STAFF),
  }
}

/** Criteria that say all that criteria can. */
async function publishCriteria(app: TestApp, token: string): Promise<string> {
  const id = await idOf(
    app,
    token,
    `createRequirementSet(input: { title: "시험 기준", purpose: CERTIFICATION, kind: "social_enterprise",
       openUntil: "2099-12-31", requirements: [
         { kind: VALID_CERTIFICATION, text: "인증", guidance: "설명", weight: 10,
           parameters: { certificationKinds: ["social_enterprise"], through: "2099-12-31" },
           law: { name: "사회적기업 육성법", article: "제7조", url: "https://www.law.go.kr", effectiveFrom: "2020-01-01" } },
         { kind: DELIVERY_RECORDS, text: "납품실적", parameters: { count: 1, years: 3, confirmed: true } }] })`,
  )
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date())
  await idOf(app, token, `publishRequirementSet(id: "${id}", effectiveFrom: "${today}", expectedVersion: 1)`)
  return id
}

/** The id of what a mutation leaves. */
async function idOf(app: TestApp, token: string, mutation: string): Promise<string> {
  const answer = await read<Record<string, { id: string }>>(app, `mutation { ${mutation} { id } }`, { token })
  const [made] = Object.values(answer)
  if (!made) throw new Error(`${mutation} gave nothing`)
  return made.id
}
