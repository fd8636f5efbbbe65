import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { deskFields, ownDesk, type Desk } from '../kit/desk.ts'
import { signInAs } from '../kit/sign-in-as.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let member: string
let staff: string
let neighbour: string
let buyer: string
let desk: Desk
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  member = await signIn(app, 'ENTERPRISE')
  staff = await signIn(app, 'STAFF')
  buyer = await signIn(app, 'BUYER')
  neighbour = await signInAs(app, sql, 'STAFF', 'staff.narae@demo.example.kr')
  desk = await ownDesk(app, member)
  await sql.run(
    `update enterprise_contact set name = '홍길동', phone = '010-1234-5678', email = 'abc@panro.kr' where enterprise_id = $1`,
    [uuid(desk.id)],
  )
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const uuid = (id: string) => id.replace(/^[a-z]+_/, '')

const update = `mutation ($id: ID!, $v: Int!, $c: ProfileChangesInput!) {
  updateEnterpriseProfile(id: $id, expectedVersion: $v, changes: $c) {
    version enterprise { summary socialMission homepage address organisationForm foundedOn } } }`

interface Conflict {
  version: number
  conflicts: { field: string; yours: unknown; stored: unknown; by: string | null; at: string | null }[]
}

/** The extensions of a refusal, which tell what a stale save is up against. */
async function conflict(token: string, variables: object): Promise<Conflict & { code: string }> {
  const { errors } = await ask(app, update, { token, variables: { id: desk.id, ...variables } })
  const extensions: unknown = errors?.[0]?.extensions
  return JSON.parse(JSON.stringify(extensions ?? {}))
}

const current = async () => (await ownDesk(app, member)).version

describe('a profile', () => {
  test('is kept by its member and by the staff of its centre, each on the version it read', async () => {
    const v = await current()
    const first = await read<{ updateEnterpriseProfile: { version: number } }>(app, update, {
      token: member,
      variables: { id: desk.id, v, c: { summary: '  안내문을 만듭니다  ', foundedOn: '2015-03-02' } },
    })
    expect(first.updateEnterpriseProfile).toMatchObject({
      version: v + 1,
      enterprise: { summary: '안내문을 만듭니다', foundedOn: '2015-03-02' },
    })
    const second = await read<{ updateEnterpriseProfile: { version: number } }>(app, update, {
      token: staff,
      variables: { id: desk.enterprise.id, v: v + 1, c: { homepage: 'https://panro.kr' } },
    })
    expect(second.updateEnterpriseProfile.version).toBe(v + 2)
  })

  test('a stale save is refused with both values, who and when; what nobody touched is told apart', async () => {
    const v = await current()
    await read(app, update, { token: staff, variables: { id: desk.id, v, c: { summary: '센터가 고침' } } })
    const refused = await conflict(member, { v, c: { summary: '기업이 고침', address: '새 주소 1' } })
    expect(refused).toMatchObject({ code: 'CONFLICT', version: v + 1 })
    expect(refused.conflicts).toEqual([
      {
        field: 'summary',
        yours: '기업이 고침',
        stored: '센터가 고침',
        by: '센터',
        at: expect.stringMatching(/^20\d\d-.*Z$/),
      },
      { field: 'address', yours: '새 주소 1', stored: expect.anything(), by: null, at: null },
    ])
    // The same to staff, with the name.
    const toStaff = await conflict(staff, { v, c: { summary: '다시 고침' } })
    expect(toStaff.conflicts[0]?.by).toBe('시연 센터직원')
    // Saving what nobody touched, on the version that the refusal told, is all there is to merging.
    const merged = await read<{
      updateEnterpriseProfile: { enterprise: { summary: string; address: string } }
    }>(app, update, {
      token: member,
      variables: { id: desk.id, v: refused.version, c: { address: '새 주소 1' } },
    })
    expect(merged.updateEnterpriseProfile.enterprise).toMatchObject({
      summary: '센터가 고침',
      address: '새 주소 1',
    })
  })

  test('of 100 who save at once each is applied once or told of the conflict, and no field is lost', async () => {
    const fields = ['summary', 'socialMission', 'address', 'organisationForm'] as const
    const begun = await current()
    const before = await count('enterprise.profile_updated')
    let refusals = 0
    const applied = new Set<number>()
    const save = async (index: number): Promise<void> => {
      const field = fields[index % fields.length] ?? 'summary'
      let v = begun
      for (let attempt = 0; attempt < 4; attempt++) {
        const { errors } = await ask(app, update, {
          token: index % 2 ? staff : member,
          variables: { id: desk.id, v, c: { [field]: `${field} ${index}` } },
        })
        const [error] = errors ?? []
        if (!error) return void applied.add(index)
        expect(error.extensions.code).toBe('CONFLICT')
        refusals++
        const told: { version: number } = JSON.parse(JSON.stringify(error.extensions))
        v = told.version
      }
    }
    await Promise.all(Array.from({ length: 100 }, (_, index) => save(index)))
    expect(applied.size).toBeGreaterThan(4)
    expect(refusals).toBeGreaterThan(0)
    expect(await current()).toBe(begun + applied.size)
    expect(await count('enterprise.profile_updated')).toBe(before + applied.size)
    // Each field is what the last row of the ledger made of it, and each row goes on from the one before.
    const rows = await sql.run<{ changes: Record<string, { from: string; to: string }> }>(
      `select detail->'changes' as changes from ledger where subject_id = $1 and name = 'enterprise.profile_updated'
       and (detail->>'version')::int > $2 order by (detail->>'version')::int`,
      [uuid(desk.id), begun],
    )
    const last = new Map<string, string>()
    for (const { changes } of rows)
      for (const [field, { from, to }] of Object.entries(changes)) {
        if (last.has(field)) expect(from).toBe(last.get(field))
        last.set(field, to)
      }
    const { enterpriseDesk } = await read<{ enterpriseDesk: { enterprise: Record<string, string> } }>(
      app,
      `query ($id: ID!) { enterpriseDesk(id: $id) { enterprise { ${fields.join(' ')} } } }`,
      { token: member, variables: { id: desk.id } },
    )
    expect(enterpriseDesk.enterprise).toMatchObject(Object.fromEntries(last))
  }, 120_000)

  test.each([
    ['a turn of direction', { summary: '가\u202e나' }, 'changes.summary'],
    ['a line break', { address: '서울\n종로' }, 'changes.address'],
    ['a bell', { socialMission: '가\u0007' }, 'changes.socialMission'],
    ['too much', { organisationForm: '가'.repeat(41) }, 'changes.organisationForm'],
    ['no web address', { homepage: 'javascript:alert(1)' }, 'changes.homepage'],
    ['a region that is none', { regionCode: '9999999999' }, 'changes.regionCode'],
    ['a day to come', { foundedOn: '2999-01-01' }, 'changes.foundedOn'],
  ])('%s is refused by name, and nothing is saved', async (_, c, field) => {
    const v = await current()
    expect(await refusal(app, update, { token: member, variables: { id: desk.id, v, c } })).toEqual({
      code: 'BAD_USER_INPUT',
      field,
    })
    expect(await current()).toBe(v)
  })

  test('text is stored composed', async () => {
    const v = await current()
    await read(app, update, {
      token: member,
      variables: { id: desk.id, v, c: { summary: '한글'.normalize('NFD') } },
    })
    const [row] = await sql.run<{ summary: string }>('select summary from enterprise where id = $1', [
      uuid(desk.id),
    ])
    expect(row?.summary).toBe('한글'.normalize('NFC'))
  })

  test.each(['state', 'centerId', 'businessNumber', 'source', 'version', 'name'])(
    'a field that is not the member’s to say is refused: %s',
    async field => {
      const { errors } = await ask(
        app,
        `mutation { updateEnterpriseProfile(id: "${desk.id}", expectedVersion: 1, changes: { ${field}: "published" }) { id } }`,
        { token: member },
      )
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    },
  )

  test('what an official list says is the staff’s to correct', async () => {
    await sql.run(`update enterprise set source = 'social-enterprises' where id = $1`, [uuid(desk.id)])
    const v = await current()
    const c = { address: '다른 주소' }
    expect(await refusal(app, update, { token: member, variables: { id: desk.id, v, c } })).toEqual({
      code: 'FORBIDDEN',
      field: 'changes.address',
    })
    const { enterpriseDesk } = await read<{ enterpriseDesk: { lockedFields: { field: string }[] } }>(
      app,
      'query ($id: ID!) { enterpriseDesk(id: $id) { lockedFields { field reason } } }',
      { token: member, variables: { id: desk.id } },
    )
    expect(enterpriseDesk.lockedFields.map(({ field }) => field)).toContain('address')
    await read(app, update, { token: staff, variables: { id: desk.id, v, c } })
  })
})

const count = async (name: string) => {
  const [row] = await sql.run<{ n: number }>('select count(*)::int as n from ledger where name = $1', [name])
  return row?.n ?? 0
}

describe('contacts', () => {
  test('are masked, and revealed for a reason that is on record', async () => {
    const { contacts } = await ownDesk(app, member)
    const [contact] = contacts
    expect(contact).toMatchObject({ name: '홍*동', phone: '010-****-5678', email: 'a***@p***.kr' })
    const reveal =
      'mutation ($id: ID!, $why: String!) { revealContact(id: $id, reason: $why) { name phone email } }'
    const id = contact?.id
    expect(await refusal(app, reveal, { token: staff, variables: { id, why: '짧은 이유' } })).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'reason',
    })
    expect(await count('enterprise.contact_revealed')).toBe(0)
    const why = '상담 시간이 바뀌어 알리려고 합니다'
    const { revealContact } = await read<{ revealContact: object }>(app, reveal, {
      token: staff,
      variables: { id, why },
    })
    expect(revealContact).toEqual({ name: '홍길동', phone: '010-1234-5678', email: 'abc@panro.kr' })
    const [row] = await sql.run<{ reason: string; text: string }>(
      `select reason, l::text as text from ledger l where name = 'enterprise.contact_revealed'`,
    )
    expect(row?.reason).toBe(why)
    expect(row?.text).not.toMatch(/홍길동|1234-5678|abc@/)
  })

  test('are added, changed and removed, and the ledger tells them only masked', async () => {
    const added = await read<{ addContact: { id: string; version: number; name: string } }>(
      app,
      `mutation ($e: ID!) { addContact(enterpriseId: $e, contact: {
        duty: BILLING, name: "선우정산", phone: "02-987-6543", purpose: "정산", retainUntil: "${nextYear}" }) { id version name } }`,
      { token: member, variables: { e: desk.id } },
    )
    expect(added.addContact).toMatchObject({ name: '선**산', version: 1 })
    const { id } = added.addContact
    const change = `mutation ($id: ID!, $v: Int!) { changeContact(id: $id, expectedVersion: $v, changes: { name: "선우계산" }) { version } }`
    await read(app, change, { token: staff, variables: { id, v: 1 } })
    const { errors } = await ask(app, change.replace('계산', '결산'), {
      token: member,
      variables: { id, v: 1 },
    })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      version: 2,
      conflicts: [{ field: 'name', yours: '선**산', stored: '선**산', by: '센터' }],
    })
    const remove =
      'mutation ($id: ID!, $v: Int!) { removeContact(id: $id, expectedVersion: $v) { contacts { id } } }'
    expect(await refusal(app, remove, { token: member, variables: { id, v: 1 } })).toMatchObject({
      code: 'CONFLICT',
    })
    await read(app, remove, { token: member, variables: { id, v: 2 } })
    const rows = await sql.run<{ text: string }>('select l::text as text from ledger l')
    expect(rows.map(({ text }) => text).join()).not.toMatch(/선우|987-6543/)
  })

  test.each([
    ['phone', 'phone: "전화 없음"'],
    ['email', 'email: "a b@c.kr"'],
    ['retainUntil', 'retainUntil: "2020-01-01"'],
  ])('a contact with a bad %s is refused', async (field, values) => {
    const [contact] = (await ownDesk(app, member)).contacts
    expect(
      await refusal(
        app,
        `mutation { changeContact(id: "${contact?.id}", expectedVersion: 1, changes: { ${values} }) { id } }`,
        { token: member },
      ),
    ).toEqual({ code: 'BAD_USER_INPUT', field: `contact.${field}` })
  })
})

const nextYear = `${new Date().getFullYear() + 1}-01-31`

test('the timeline tells what was done, by whom and what changed', async () => {
  const timeline = async (token: string) => {
    const answer = await read<{ enterpriseDesk: { timeline: Timeline } }>(
      app,
      `query ($id: ID!) { enterpriseDesk(id: $id) { timeline(first: 50) {
        pageInfo { hasNextPage endCursor } edges { cursor node { at actor event verb reason changes { field from to } } } } } }`,
      { token, variables: { id: desk.id } },
    )
    return answer.enterpriseDesk.timeline.edges.map(({ node }) => node)
  }
  const v = await current()
  const before = (await timeline(staff))[0]
  await read(app, update, { token: staff, variables: { id: desk.id, v, c: { summary: '기록 시험' } } })
  const [toStaff] = await timeline(staff)
  expect(toStaff).toMatchObject({
    actor: '시연 센터직원',
    event: 'enterprise.profile_updated',
    verb: '기업정보를 고침',
    changes: [{ field: 'summary', to: '기록 시험' }],
  })
  expect(toStaff?.at).not.toBe(before?.at)
  const toMember = await timeline(member)
  expect(toMember[0]?.actor).toBe('센터')
  expect(toMember.some(({ actor }) => actor === '시연 기업담당')).toBe(true)
  expect(JSON.stringify(toMember)).not.toContain('시연 센터직원')
})

interface Timeline {
  edges: {
    cursor: string
    node: { at: string; actor: string; event: string; verb: string; changes: { field: string }[] }
  }[]
}

describe('nobody else', () => {
  test.each(['buyer', 'neighbour', 'visitor', 'member of another'] as const)(
    'sees a desk or a contact: %s',
    async who => {
      const other = who === 'member of another'
      const { id, contact } = other ? await foreign() : { id: desk.id, contact: desk.contacts[0]?.id ?? '' }
      const token = { buyer, neighbour, visitor: undefined, 'member of another': member }[who]
      const question = { ...(token === undefined ? {} : { token }), variables: { ids: [id, contact], id } }
      const { nodes, enterpriseDesk, never } = await read<{
        nodes: unknown[]
        enterpriseDesk: unknown
        never: unknown
      }>(
        app,
        `query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } enterpriseDesk(id: $id) ${deskFields}
          never: enterpriseDesk(id: "enterprisedesk_0198a0000000700080000000000000aa") { id } }`,
        question,
      )
      expect(nodes).toEqual([null, null])
      expect(enterpriseDesk).toEqual(never)
      expect(enterpriseDesk).toBeNull()
    },
  )

  test.each(['neighbour', 'member of another'] as const)('changes anything: %s', async who => {
    const { id, contact } =
      who === 'neighbour' ? { id: desk.id, contact: desk.contacts[0]?.id ?? '' } : await foreign()
    const token = who === 'neighbour' ? neighbour : member
    const rows = () =>
      sql.run('select (select sum(version) from enterprise) e, (select count(*) from ledger) l')
    const before = await rows()
    const never = {
      id: 'enterprise_0198a0000000700080000000000000aa',
      contact: 'contact_0198a0000000700080000000000000aa',
    }
    const attempts = (ids: typeof never) => [
      `updateEnterpriseProfile(id: "${ids.id}", expectedVersion: 1, changes: { summary: "남" }) { id }`,
      `stateWorkforce(enterpriseId: "${ids.id}", expectedVersion: 0, workforce: { year: 2020, employees: 1, vulnerableEmployees: 0 }) { id }`,
      `addContact(enterpriseId: "${ids.id}", contact: { duty: SALES, name: "남", purpose: "남", retainUntil: "${nextYear}" }) { id }`,
      `changeContact(id: "${ids.contact}", expectedVersion: 1, changes: { name: "남" }) { id }`,
      `removeContact(id: "${ids.contact}", expectedVersion: 1) { id }`,
      `revealContact(id: "${ids.contact}", reason: "남의 것을 보려고 합니다") { name }`,
    ]
    for (const [index, attempt] of attempts({ id, contact }).entries()) {
      const answer = await ask(app, `mutation { ${attempt} }`, { token })
      const same = await ask(app, `mutation { ${attempts(never)[index]} }`, { token })
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
      expect(answer.errors?.[0]).toEqual(same.errors?.[0])
    }
    expect(await rows()).toEqual(before)
  })
})

/** An enterprise of the same centre whose member the demo person is not. */
async function foreign() {
  const [row] = await sql.run<{ id: string; contact: string }>(
    `select e.id, k.id as contact from enterprise e join enterprise_contact k on k.enterprise_id = e.id
     where e.id <> $1 and e.center_id = (select center_id from enterprise where id = $1) order by e.id limit 1`,
    [uuid(desk.id)],
  )
  const plain = (text = '') => text.replaceAll('-', '')
  return { id: `enterprisedesk_${plain(row?.id)}`, contact: `contact_${plain(row?.contact)}` }
}
