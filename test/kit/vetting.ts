import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'
import { read, refusal } from './ask.ts'
import { pdf } from './documents.ts'
import { sendFile } from './files.ts'
import { openSql, type Sql } from './sql.ts'

/** A case as a test looks at it, from either side. */
interface Case {
  id: string
  version: number
  state: string
  timesReturned: number
  openNotes: number
  answeredNotes: number
  allowedActions: string[]
  blockedActions: { action: string; code: string; items: number[] }[]
  items: { number: number; note: string | null }[]
}

const caseFields = `id version state timesReturned openNotes answeredNotes allowedActions
  blockedActions { action code items } items { number note }`

type Asking = Pick<TestApp, 'url'>

/** A world for vetting: one centre with people, made by way of the tables; what happens then goes by the door. */
export async function openVetting(app: TestApp) {
  const sql = await openSql(app.databaseUrl)
  const center = await addCenter(sql, '가온 센터')
  const people = {
    owner: await addPerson(sql, '김기업', 'enterprise', null),
    staff: await addPerson(sql, '이담당', 'staff', center),
    colleague: await addPerson(sql, '박동료', 'staff', center),
    lead: await addPerson(sql, '최센터장', 'lead', center),
  }
  const owner = enterpriseDesk(app, people.owner)
  const staff = desk(app, people.staff)
  const colleague = desk(app, people.colleague)
  const lead = desk(app, people.lead)
  return {
    sql,
    center,
    owner,
    staff,
    colleague,
    lead,
    /** An enterprise the owner acts for. */
    enterprise: (given: { name?: string; state?: string; center?: string | null } = {}) =>
      addEnterprise(sql, people.owner.id, { center, ...given }),
    requirementSet: (given: Partial<SetInput> & { effectiveFrom?: string } = {}) =>
      publishSet(app, people.staff.token, given),
    /** An application that has been handed in, and that the staff has begun to judge. */
    inReview: async (enterpriseId: string, setId: string) => {
      let application = await owner.start(enterpriseId, setId)
      application = await owner.attest(application, 1)
      application = await owner.submit(await owner.attach(application, 2, enterpriseId))
      return { application, review: await staff.act(await staff.find(enterpriseId), 'beginReview') }
    },
    /** Another centre with staff of its own. */
    neighbour: async () => {
      const other = await addCenter(sql, `이웃 센터 ${randomUUID().slice(0, 8)}`)
      return { center: other, ...desk(app, await addPerson(sql, '남이웃', 'staff', other)) }
    },
    person: (name: string, role: string, at: string | null = center) => addPerson(sql, name, role, at),
    end: () => sql.end(),
  }
}

export type Vetting = Awaited<ReturnType<typeof openVetting>>

const enterpriseDesk = (app: Asking, person: Person) => {
  const question = { token: person.token }
  const call = (name: string, args: string) => mutate(app, question, name, args)
  return {
    ...person,
    question,
    read: async (id: string) =>
      (await read<{ application: Case }>(app, `{ application(id: "${id}") { ${caseFields} } }`, question))
        .application,
    start: (enterpriseId: string, setId: string) =>
      call('startApplication', `enterpriseId: "${enterpriseId}", requirementSetId: "${setId}"`),
    attest: (seen: Case, number: number) =>
      call('answerRequirement', `${which(seen)}, number: ${number}, answer: { isAttested: true }`),
    /** A document of the enterprise's; the owner of several says whose. */
    attach: async (seen: Case, number: number, enterpriseId = '') => {
      const { id } = await sendFile(app, person.token, '검수조서.pdf', pdf(), { enterprise: enterpriseId })
      return call('attachEvidence', `${which(seen)}, number: ${number}, fileId: "${id}"`)
    },
    /** One that has been sent already. */
    attachFile: (seen: Case, number: number, fileId: string) =>
      call('attachEvidence', `${which(seen)}, number: ${number}, fileId: "${fileId}"`),
    submit: (seen: Case) => call('submitApplication', which(seen)),
    refusedToSubmit: (seen: Case) =>
      refusal(app, `mutation { submitApplication(${which(seen)}) { id } }`, question),
  }
}

const desk = (app: Asking, person: Person) => {
  const question = { token: person.token }
  const call = (name: string, args: string) => mutate(app, question, name, args)
  return {
    ...person,
    question,
    read: async (id: string) =>
      (await read<{ review: Case }>(app, `{ review(id: "${id}") { ${caseFields} } }`, question)).review,
    /** The one open case of an enterprise. */
    find: async (enterpriseId: string): Promise<Case> => {
      const { reviews } = await read<{ reviews: { edges: { node: Case }[] } }>(
        app,
        `{ reviews(first: 2, sort: NEWEST, filter: { enterprise: "${enterpriseId}" }) { edges { node { ${caseFields} } } } }`,
        question,
      )
      const [edge] = reviews.edges
      if (!edge) throw new Error('The desk has no case of that enterprise')
      return edge.node
    },
    act: (seen: Case, name: string, args = '') => call(name, `${which(seen)}${args}`),
    judge: (seen: Case, number: number, verdict: string, reason = '') =>
      call(
        'judgeItem',
        `${which(seen)}, number: ${number}, verdict: ${verdict}${reason && `, reason: "${reason}"`}`,
      ),
    note: (seen: Case, number: number, note: string) =>
      call('noteItem', `${which(seen)}, number: ${number}, note: "${note}"`),
    timeline: async (id: string) =>
      (
        await read<{
          review: { timeline: { action: string; reason: string | null; by: { name: string } }[] }
        }>(
          app,
          `{ review(id: "${id}") { timeline(first: 100) { action role by { name } reason changes { field from to } } } }`,
          question,
        )
      ).review.timeline,
  }
}

const which = ({ id, version }: Case) => `id: "${id}", expectedVersion: ${version}`

async function mutate(app: Asking, question: { token: string }, name: string, args: string): Promise<Case> {
  const answer = await read<Record<string, Case>>(
    app,
    `mutation { ${name}(${args}) { ${caseFields} } }`,
    question,
  )
  const found = answer[name]
  if (!found) throw new Error(`${name} gave nothing`)
  return found
}

export interface SetInput {
  title: string
  purpose: string
  needsTwo: boolean
  openUntil: string | null
  requirements: object[]
}

/** An attestation, a document and a staff check, unless told otherwise; in force today. */
async function publishSet(
  app: Asking,
  token: string,
  { effectiveFrom, ...given }: Partial<SetInput> & { effectiveFrom?: string },
) {
  const input = {
    title: '목록 등록 기준',
    purpose: 'CATALOGUE',
    requirements: [
      { kind: 'ATTESTATION', text: '사실과 같음을 확약합니다.' },
      { kind: 'DOCUMENT', text: '검수조서 1건 이상' },
      { kind: 'STAFF_CHECK', text: '현장 확인' },
    ],
    ...given,
  }
  const created = await read<{ createRequirementSet: { id: string; version: number } }>(
    app,
    'mutation ($input: RequirementSetInput!) { createRequirementSet(input: $input) { id version } }',
    { token, variables: { input } },
  )
  const { id, version } = created.createRequirementSet
  const day = effectiveFrom ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date())
  await read(
    app,
    `mutation { publishRequirementSet(id: "${id}", effectiveFrom: "${day}", expectedVersion: ${version}) { id } }`,
    { token },
  )
  return { id }
}

interface Person {
  id: string
  token: string
}

async function addCenter(sql: Sql, name: string): Promise<string> {
  const id = randomUUID()
  await sql.run('insert into center (id, name, created_at) values ($1, $2, now())', [id, name])
  return id
}

/** Somebody, with a session that is open already. */
async function addPerson(sql: Sql, name: string, role: string, center: string | null): Promise<Person> {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  await sql.run(
    `insert into person (id, email, name, role, center_id, created_at) values ($1, $5, $2, $3, $4, now())`,
    [id, name, role, center, `${id}@test.example.kr`],
  )
  await sql.run(
    `insert into session (id, token_hash, person_id, stage, method, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'open', 'password', now(), '2099-01-01', '2099-01-01')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), id],
  )
  return { id, token }
}

async function addEnterprise(
  sql: Sql,
  ownerId: string,
  {
    name = '시험협동조합',
    state = 'draft',
    center,
  }: { name?: string; state?: string; center: string | null },
) {
  const key = randomUUID()
  const number = String(Math.floor(Math.random() * 1e10)).padStart(10, '0')
  await sql.run(
    `insert into enterprise (id, business_number, name, state, source, center_id, created_at, updated_at)
     values ($1, $2, $3, $4, 'test', $5, now(), now())`,
    [key, number, name, state, center],
  )
  await sql.run('insert into enterprise_member (person_id, enterprise_id) values ($1, $2)', [ownerId, key])
  return { key, id: `enterprise_${hex(key)}` }
}

const hex = (uuid: string) => uuid.replaceAll('-', '')
