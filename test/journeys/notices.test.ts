import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal } from '../kit/ask.ts'
import { startApi } from '../kit/processes.ts'
import { openSql } from '../kit/sql.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
/** How far the clock of the application is ahead. */
let ahead = 0
/** Who has a place in the ledger by the time the first can ask. */
let places: unknown[]
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => new Date(Date.now() + ahead) })
  const sql = await openSql(app.databaseUrl)
  places = (await sql.run<{ name: string }>('select name from consumer')).map(({ name }) => name)
  await sql.end()
  world = await openVetting(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})
beforeEach(() => {
  ahead = 0
})

interface Told {
  id: string
  kind: string
  subject: string
  body: string
  path: string
  isNew: boolean
}

const asked = `{ viewer { unreadNoticeCount notices(first: 100) { totalCount edges { node { id kind subject body path isNew } } } } }`

async function told({ token }: { token: string }) {
  const { viewer } = await read<{
    viewer: { unreadNoticeCount: number; notices: { totalCount: number; edges: { node: Told }[] } }
  }>(app, asked, { token })
  return { unread: viewer.unreadNoticeCount, list: viewer.notices.edges.map(({ node }) => node) }
}

const kindsTold = async (person: { token: string }) => (await told(person)).list.map(({ kind }) => kind)

/** The mails in the folder to an address, as files. */
async function mailsTo(email: string): Promise<string[]> {
  const folder = path.join(app.dataDir, 'mail')
  const files = (await readdir(folder).catch(() => [])).filter(file => file.endsWith('.eml'))
  const texts = await Promise.all(files.map(file => readFile(path.join(folder, file), 'utf8')))
  return texts.filter(text => text.includes(`To: ${email}`))
}

const emailOf = async (id: string) => {
  const [row] = await world.sql.run<{ email: string }>('select email from person where id = $1', [id])
  return row?.email ?? ''
}

/** Until everything that the ledger tells has become notices. */
const followed = () =>
  eventually(async () => {
    const [row] = await world.sql.run<{ behind: string }>(
      `select count(*) as behind from ledger l where (l.tx, l.id) > (select last_tx, last_id from consumer where name = 'notices')`,
    )
    expect(Number(row?.behind)).toBe(0)
  })

/** A case under review, of an enterprise of the owner’s. */
async function caseOf(name: string) {
  const enterprise = await world.enterprise({ name })
  const set = await world.requirementSet()
  return world.inReview(enterprise.id, set.id)
}

test('nothing is untold that happens right after the first start', () => {
  expect(places).toEqual(expect.arrayContaining(['notices', 'saved-search-alerts']))
})

test('what an enterprise hands in is told to both sides, in the app and by mail, once', async () => {
  const { application, review } = await caseOf('해든솔인쇄협동조합')
  await eventually(async () => expect(await kindsTold(world.owner)).toContain('VETTING_SUBMITTED'))
  const [note] = (await told(world.owner)).list
  expect(note).toMatchObject({ path: `/desk/applications/${application.id}`, isNew: true })
  expect(note?.subject).toBe('[가온 센터] 신청을 받았습니다')
  expect(note?.body).toContain('해든솔인쇄협동조합')
  expect(note?.body).not.toMatch(/[{}]/)
  for (const person of [world.staff, world.colleague, world.lead])
    await eventually(async () =>
      expect((await told(person)).list).toMatchObject([
        { kind: 'VETTING_ARRIVED', path: `/staff/reviews/${review.id}` },
      ]),
    )
  const email = await emailOf(world.owner.id)
  await eventually(async () => expect(await mailsTo(email)).toHaveLength(1))
  const [mail = ''] = await mailsTo(email)
  expect(mail).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/im)
  expect(mail).toMatch(/multipart\/alternative/)
})

test('a follower that comes late tells those whom it concerned then', async () => {
  const enterprise = await world.enterprise({ name: '늦게알린협동조합' })
  const set = await world.requirementSet()
  await world.sql.run('begin')
  await world.sql.run(`select 1 from consumer where name = 'notices' for update`)
  const { review } = await world.inReview(enterprise.id, set.id)
  await world.sql.run('commit')
  for (const person of [world.staff, world.colleague, world.lead])
    await eventually(async () =>
      expect((await told(person)).list).toContainEqual(
        expect.objectContaining({ kind: 'VETTING_ARRIVED', path: `/staff/reviews/${review.id}` }),
      ),
    )
})

test('a decision waits for its undo; undone, nobody hears of it, and the next one is told', async () => {
  const { review } = await caseOf('되돌림협동조합')
  const noted = await world.staff.note(await world.staff.judge(review, 2, 'UNMET'), 2, '검수조서가 없습니다.')
  const returned = await world.staff.act(noted, 'sendBackReview')
  await followed()
  expect(await kindsTold(world.owner)).not.toContain('VETTING_RETURNED')
  await world.staff.act(returned, 'undoReviewDecision')
  await followed()
  ahead = 60_000
  await new Promise(resume => setTimeout(resume, 600))
  expect(await kindsTold(world.owner)).not.toContain('VETTING_RETURNED')
  const before = await world.sql.run(
    `select 1 from notice where kind = 'vetting.returned' and state = 'sent'`,
  )
  expect(before).toEqual([])

  ahead = 0
  await world.staff.act(await world.staff.read(review.id), 'sendBackReview')
  await followed()
  ahead = 13_000
  await eventually(async () => expect(await kindsTold(world.owner)).toContain('VETTING_RETURNED'))
  const note = (await told(world.owner)).list.find(({ kind }) => kind === 'VETTING_RETURNED')
  expect(note?.subject).toMatch(
    /^\[가온 센터\] 보완해 주세요 1건 — \d{4}\. \d+\. \d+\.\([월화수목금토일]\)까지$/,
  )
  expect(note?.body).toContain('- 검수조서가 없습니다.')
  await eventually(async () =>
    expect(
      await world.sql.run(`select 1 from notice where kind = 'vetting.returned' and state = 'sent'`),
    ).toHaveLength(1),
  )
})

test('an undo that the follower has not come to yet keeps the notice back all the same', async () => {
  const { review } = await caseOf('늦은협동조합')
  const noted = await world.staff.note(await world.staff.judge(review, 2, 'UNMET'), 2, '다시 올려 주세요.')
  const returned = await world.staff.act(noted, 'sendBackReview')
  await followed()
  // Nobody follows any more: the place in the ledger is held.
  await world.sql.run('begin')
  await world.sql.run(`select 1 from consumer where name = 'notices' for update`)
  await world.staff.act(returned, 'undoReviewDecision')
  ahead = 60_000
  await new Promise(resume => setTimeout(resume, 1_000))
  const states = await world.sql.run(
    `select state from notice where kind = 'vetting.returned' and subject_id = $1`,
    [uuidOf(review.id)],
  )
  await world.sql.run('commit')
  expect(states).toEqual([{ state: 'queued' }])
})

test('what is read counts no more; nobody reads what another was told', async () => {
  const { unread, list } = await told(world.owner)
  expect(unread).toBe(list.length)
  const [first, ...others] = list
  const marking = 'mutation ($ids: [ID!]) { markNoticesRead(ids: $ids) }'
  const mark = (token: string, ids?: string[]) =>
    read<{ markNoticesRead: number }>(app, marking, { token, variables: { ids } })
  await mark(
    world.staff.token,
    list.map(({ id }) => id),
  )
  expect((await told(world.owner)).unread).toBe(unread)
  expect(await mark(world.owner.token, [first?.id ?? ''])).toEqual({ markNoticesRead: others.length })
  expect(await mark(world.owner.token)).toEqual({ markNoticesRead: 0 })
  const node = 'query ($id: ID!) { node(id: $id) { __typename } }'
  const seen = (token: string) =>
    read<{ node: object | null }>(app, node, { token, variables: { id: first?.id } })
  expect((await seen(world.owner.token)).node).toEqual({ __typename: 'Notice' })
  for (const { token } of [world.staff, world.lead, await world.neighbour()])
    expect((await seen(token)).node).toBeNull()
})

const templates = `{ noticeTemplates { kind label version subject body isOwn defaultSubject variables { name example }
  history { version subject changedBy } } }`
interface Template {
  kind: string
  version: number
  subject: string
  isOwn: boolean
  defaultSubject: string
  history: object[]
}
const templateOf = async ({ token }: { token: string }, kind: string) =>
  (await read<{ noticeTemplates: Template[] }>(app, templates, { token })).noticeTemplates.find(
    template => template.kind === kind,
  )
const editing = `mutation ($version: Int!, $subject: String!, $body: String!) {
  editNoticeTemplate(kind: VETTING_SUBMITTED, expectedVersion: $version, subject: $subject, body: $body) { version isOwn } }`

test('a centre says it in its own words, for itself only, and can take them back', async () => {
  const neighbour = await world.neighbour()
  const words = {
    version: 0,
    subject: '{enterprise} 신청 잘 받았습니다',
    body: '고맙습니다, {name}님.\n\n{link}',
  }
  await read(app, editing, { token: world.staff.token, variables: words })
  expect(await templateOf(world.lead, 'VETTING_SUBMITTED')).toMatchObject({
    ...{ version: 1, isOwn: true, subject: words.subject, defaultSubject: '신청을 받았습니다' },
    history: [{ version: 1, subject: words.subject, changedBy: '이담당' }],
  })
  expect(await templateOf(neighbour, 'VETTING_SUBMITTED')).toMatchObject({
    version: 0,
    isOwn: false,
    history: [],
  })
  expect(await refusal(app, editing, { token: world.lead.token, variables: words })).toEqual({
    code: 'CONFLICT',
    field: 'expectedVersion',
  })
  await caseOf('새말협동조합')
  await eventually(async () => {
    const subjects = (await told(world.owner)).list.map(({ subject }) => subject)
    expect(subjects).toContain('[가온 센터] 새말협동조합 신청 잘 받았습니다')
  })
  const resetting =
    'mutation { resetNoticeTemplate(kind: VETTING_SUBMITTED, expectedVersion: 1) { version isOwn subject } }'
  expect(await read(app, resetting, { token: world.lead.token })).toEqual({
    resetNoticeTemplate: { version: 2, isOwn: false, subject: '신청을 받았습니다' },
  })
  expect((await templateOf(world.lead, 'VETTING_SUBMITTED'))?.history).toHaveLength(2)
})

test.each([
  ['a variable that is none', '{enterprize}', '{link}', 'subject', /\{enterprize\} is no variable/],
  ['a variable of another notice', '가', '{notes} {link}', 'body', /\{notes\} is no variable/],
  ['words without the way to the page', '가', '나', 'body', /\{link\} once/],
  ['the way to the page twice', '가', '{link} {link}', 'body', /\{link\} once/],
  ['a brace alone', '가', '{ {link}', 'body', /brace/],
  ['nothing for a subject', ' ', '{link}', 'subject', /empty/],
  ['a subject of two lines', '가\nBcc: x@y.kr', '{link}', 'subject', /cannot be shown/],
])('%s is refused, in a preview as when saved', async (_, subject, body, field, message) => {
  const variables = { version: 2, subject, body }
  const preview =
    'query ($subject: String!, $body: String!) { previewNotice(kind: VETTING_SUBMITTED, subject: $subject, body: $body) { text } }'
  for (const document of [editing, preview]) {
    const question = { token: world.staff.token, variables }
    expect(await refusal(app, document, question)).toEqual({ code: 'BAD_USER_INPUT', field })
    await expect(read(app, document, question)).rejects.toThrow(message)
  }
})

test('a preview shows made-up values, and text stays text in its HTML', async () => {
  const variables = { subject: '{enterprise}', body: '<b>{name}</b>\n\n{link}' }
  const { previewNotice } = await read<{ previewNotice: { subject: string; text: string; html: string } }>(
    app,
    'query ($subject: String!, $body: String!) { previewNotice(kind: VETTING_SUBMITTED, subject: $subject, body: $body) { subject text html } }',
    { token: world.staff.token, variables },
  )
  expect(previewNotice.subject).toBe('[가온 사회적경제지원센터] 새봄 협동조합')
  expect(previewNotice.text).toContain('<b>김하늘</b>')
  expect(previewNotice.html).toContain('&lt;b&gt;김하늘&lt;/b&gt;')
  expect(previewNotice.html).toMatch(/<a href="https:[^"]*"[^>]*>열기<\/a>/)
})

test('a certificate that ends soon is told once for each warning, and not when it has been renewed', async () => {
  const { id } = await world.enterprise({ name: '만료협동조합' })
  const renewed = await world.enterprise({ name: '갱신협동조합' })
  const add = (enterprise: string, days: number, number: string) =>
    world.sql.run(
      `insert into certification (id, enterprise_id, kind_code, number, valid_from, valid_until, source, created_at, updated_at)
       select gen_random_uuid(), $1, 'social_enterprise', $3, date '2020-01-01', (now() at time zone 'Asia/Seoul')::date + $2::int, 'test', now(), now()`,
      [uuidOf(enterprise), days, number],
    )
  await add(id, 20, '만료-1')
  await add(renewed.id, 20, '갱신-1')
  await add(renewed.id, 400, '갱신-2')
  const again = await startApi({ databaseUrl: app.databaseUrl, meiliUrl: null, hasWorker: true })
  await eventually(async () => {
    const rows = await world.sql.run<{ subject: string }>(
      `select subject from notice where kind = 'cert.expiring' order by subject`,
    )
    expect(rows).toEqual([{ subject: '[가온 센터] 사회적기업 유효기간이 20일 남았습니다' }])
  })
  await again.stop()
})

const mailsWith = async (email: string, words: string) =>
  (await mailsTo(email)).map(decoded).filter(text => text.includes(words))

/** The plain half of a mail, whatever it is wrapped in for the way. */
function decoded(mail: string): string {
  const [, plain = ''] = /text\/plain[^]*?base64\r?\n\r?\n([A-Za-z0-9+/=\s]+)/i.exec(mail) ?? []
  return plain ? Buffer.from(plain, 'base64').toString() : mail
}

test('who is invited gets a letter whose code is kept nowhere, and opens once', async () => {
  const email = 'invited@notices.example.kr'
  const invite = `mutation { inviteStaff(email: "${email}", name: "초대인", role: STAFF) { code colleagueId } }`
  const { inviteStaff } = await read<{ inviteStaff: { code: string; colleagueId: string } }>(app, invite, {
    token: world.lead.token,
  })
  const codeIn = (mail: string | undefined) => /\/invitation#([\w-]{24})/.exec(mail ?? '')?.[1] ?? ''
  await eventually(async () => expect(await mailsWith(email, '비밀번호를 정해')).toHaveLength(1))
  const [first] = await mailsWith(email, '비밀번호를 정해')
  expect(codeIn(first)).not.toBe('')
  expect(codeIn(first)).not.toBe(inviteStaff.code)
  const kept = await world.sql.run(
    `select 1 from notice n where strpos(n::text, $1) > 0 union all select 1 from ledger l where strpos(l::text, $1) > 0`,
    [codeIn(first)],
  )
  expect(kept).toEqual([])

  // Invited again, what went before opens nothing; a neighbour cannot.
  const again = `mutation { inviteAgain(id: "${inviteStaff.colleagueId}") { code } }`
  const neighbour = await world.person('이웃센터장', 'lead', (await world.neighbour()).center)
  expect(await refusal(app, again, { token: neighbour.token })).toMatchObject({ code: 'NOT_FOUND' })
  await read(app, again, { token: world.lead.token })
  await eventually(async () => expect(await mailsWith(email, '비밀번호를 정해')).toHaveLength(2))
  const second = (await mailsWith(email, '비밀번호를 정해')).find(mail => codeIn(mail) !== codeIn(first))
  const accept = `mutation ($code: String!) { acceptInvitation(code: $code, password: "long enough for me") { stage } }`
  const by = (code: string) => ({ variables: { code } })
  expect(await refusal(app, accept, by(codeIn(first)))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusal(app, accept, by(inviteStaff.code))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await read(app, accept, by(codeIn(second)))).toEqual({ acceptInvitation: { stage: 'OPEN' } })
  expect(await refusal(app, accept, by(codeIn(second)))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusal(app, again, { token: world.lead.token })).toMatchObject({ code: 'WRONG_STATE' })
})

test('people choose what comes by mail; in the app it is told all the same, and decisions always come', async () => {
  const choices = async ({ token }: { token: string }) => {
    const asked = '{ viewer { noticeChoices { kind isByMail isFixed } } }'
    type Choice = { kind: string; isByMail: boolean; isFixed: boolean }
    const { viewer } = await read<{ viewer: { noticeChoices: Choice[] } }>(app, asked, { token })
    return viewer.noticeChoices
  }
  const set = (kind: string, isByMail: boolean) =>
    `mutation { setNoticeMail(kind: ${kind}, isByMail: ${isByMail}) { isByMail } }`
  const owner = { token: world.owner.token }
  expect((await choices(world.staff)).map(({ kind }) => kind)).toContain('VETTING_ARRIVED')
  expect((await choices(owner)).map(({ kind }) => kind)).not.toContain('VETTING_ARRIVED')
  expect(await refusal(app, set('VETTING_RETURNED', false), owner)).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, set('VETTING_SUBMITTED', false), owner)
  expect(await choices(owner)).toContainEqual({ kind: 'VETTING_SUBMITTED', isByMail: false, isFixed: false })

  const states = (id: string) =>
    world.sql.run<{ kind: string; state: string }>(
      'select kind, state from notice where subject_id = $1 order by kind',
      [uuidOf(id)],
    )
  const quiet = await caseOf('메일없는협동조합')
  await eventually(async () =>
    expect(await states(quiet.review.id)).toContainEqual({ kind: 'vetting.submitted', state: 'kept' }),
  )
  expect((await told(world.owner)).list.some(({ body }) => body.includes('메일없는협동조합'))).toBe(true)
  await read(app, set('VETTING_SUBMITTED', true), owner)
  const loud = await caseOf('메일받는협동조합')
  await eventually(async () =>
    expect(await states(loud.review.id)).toContainEqual({ kind: 'vetting.submitted', state: 'sent' }),
  )
  expect((await mailsWith(await emailOf(world.owner.id), '메일없는협동조합')).length).toBe(0)
})

test('no address is in the ledger', async () => {
  const rows = await world.sql.run(
    `select 1 from ledger where detail::text || coalesce(reason, '') like '%@%'`,
  )
  expect(rows).toEqual([])
})

const uuidOf = (id: string) => id.replace(/^[a-z]+_/, '')
