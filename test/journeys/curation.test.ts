import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, eventually, read } from '../kit/ask.ts'
import { openCuration, type CurationWorld } from '../kit/curation.ts'
import { addDepartment } from '../kit/event.ts'

let app: TestApp
let world: CurationWorld
let staff: string
let colleague: string
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openCuration(app)
  staff = world.staff.token
  colleague = world.colleague.token
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const applicants = (names: string[]) => Promise.all(names.map(name => world.applicant(name)))

/** So many have applied, and applications are closed. */
async function applied(names: string[], given: Parameters<CurationWorld['event']>[0] = {}) {
  const event = await world.event(given)
  const who = await applicants(names)
  const rows = []
  for (const each of who) rows.push({ ...each, row: await world.apply(each, event) })
  await world.setState(event, 'curating')
  return { event, who: rows }
}

const noticesOf = (person: { id: string }) =>
  world.sql.run<{ kind: string; body: string; path: string }>(
    'select kind, body, path from notice where person_id = $1 order by created_at',
    [person.id],
  )

test('apply, decide, send, decline: who waits moves up, and everybody is told once', async () => {
  const { event, who } = await applied(['가람', '나래', '다솜', '라온'], { wanted: 2 })
  const [a, b, c, d] = who
  if (!a || !b || !c || !d) throw new Error('Four have applied')
  await world.decide(staff, a.row, 'CONFIRM')
  const confirmed = await world.decide(staff, b.row, 'CONFIRM')
  await world.decide(staff, c.row, 'WAIT')
  await world.decide(staff, d.row, 'NOT_SELECT, reasonCode: ITEM_DUPLICATE, reason: "인쇄가 이미 많습니다"')

  // Nobody knows before the letters.
  for (const each of who)
    expect(await world.own(each.person.token)).toMatchObject([{ state: 'APPLIED', reason: null }])
  const rehearsed = await world.send(staff, event, 'isDryRun: true')
  expect(rehearsed.participations).toHaveLength(4)
  expect((await world.figures(staff, event)).lettersDue).toBe(4)

  const sent = await Promise.all(Array.from({ length: 20 }, () => world.send(staff, event)))
  expect(sent.map(({ participations }) => participations.length).filter(n => n > 0)).toEqual([4])
  expect((await world.figures(staff, event)).lettersDue).toBe(0)
  expect(await world.own(d.person.token)).toMatchObject([
    { state: 'NOT_SELECTED', reason: '품목 중복: 인쇄가 이미 많습니다' },
  ])
  expect(await world.own(c.person.token)).toMatchObject([{ state: 'WAITLISTED', waitNumber: 1 }])

  const [mine] = await world.own(b.person.token)
  expect(mine?.version).toBeGreaterThan(confirmed.version)
  if (mine) await world.decline(b.person.token, mine)
  expect(await world.own(c.person.token)).toMatchObject([{ state: 'CONFIRMED', waitNumber: null }])
  expect((await world.figures(staff, event)).enterprises).toMatchObject({ confirmed: 2, waitlisted: 0 })

  await eventually(async () => {
    expect((await noticesOf(c.person)).map(({ kind }) => kind)).toEqual([
      'event.waitlisted',
      'event.promoted',
    ])
    expect((await noticesOf(d.person)).map(({ kind }) => kind)).toEqual(['event.declined'])
  })
  expect((await noticesOf(d.person))[0]?.body).toContain('품목 중복: 인쇄가 이미 많습니다')
  for (const each of who)
    for (const { path } of await noticesOf(each.person)) expect(path).toBe('/own/events')
})

test('only who it concerns sees anything, and only the desk decides', async () => {
  const { event, who } = await applied(['마루', '바다'])
  const [a, b] = who
  if (!a || !b) throw new Error('Two have applied')
  const neighbour = await world.neighbour()
  const step = `decideParticipation(id: "${a.row.id}", expectedVersion: 1, decision: CONFIRM)`
  expect((await world.refused(neighbour.token, step)).code).toBe('NOT_FOUND')
  expect((await world.refused(a.person.token, step)).code).toBe('FORBIDDEN')
  const decline = `declineParticipation(id: "${a.row.id}", expectedVersion: 1)`
  expect((await world.refused(b.person.token, decline)).code).toBe('NOT_FOUND')
  expect((await world.list(neighbour.token, event)).totalCount).toBe(0)
  expect((await world.list(a.person.token, event)).totalCount).toBe(0)
  expect(await world.own(b.person.token)).toHaveLength(1)
  const others = `{ participation(id: "${a.row.id}") { id } }`
  expect(await read(app, others, { token: b.person.token })).toEqual({ participation: null })
  const late = `applyToEvent(eventId: "${event.id}", enterpriseId: "${a.id}", application: {})`
  expect((await world.refused(a.person.token, late)).code).toBe('WRONG_STATE')
})

test('two people on one row: the slower one is told who has decided what', async () => {
  const { who } = await applied(['사랑'])
  const [a] = who
  if (!a) throw new Error('One has applied')
  await world.decide(colleague, a.row, 'WAIT')
  const refused = await world.refused(
    staff,
    `decideParticipation(id: "${a.row.id}", expectedVersion: ${a.row.version}, decision: CONFIRM)`,
  )
  expect(refused).toMatchObject({
    code: 'CONFLICT',
    version: a.row.version + 1,
    changes: [{ field: 'state', from: 'applied', to: 'waitlisted', by: '박동료' }],
  })
})

test('another person’s decision is in the next look at what has changed', async () => {
  const { event, who } = await applied(['아침', '자연'])
  const { cursor } = await world.figures(staff, event)
  const look = (since: string) =>
    read<{
      curationChanges: { cursor: string; participations: { name: string; decidedBy: { name: string } }[] }
    }>(
      app,
      `{ curationChanges(eventId: "${event.id}", since: "${since}") { cursor participations { name decidedBy { name } } } }`,
      { token: staff },
    )
  expect((await look(cursor)).curationChanges.participations).toEqual([])
  await Promise.all(who.map(({ row }) => world.decide(colleague, row, 'CONFIRM')))
  const { curationChanges } = await look(cursor)
  expect(curationChanges.participations).toHaveLength(2)
  expect(curationChanges.participations[0]?.decidedBy.name).toBe('박동료')
  expect((await look(curationChanges.cursor)).curationChanges.participations).toEqual([])
})

test('whoever has ties to a participant decides nothing about it', async () => {
  const { event, who } = await applied(['차오름'])
  const [a] = who
  if (!a) throw new Error('One has applied')
  await read(
    app,
    `mutation { declareConflictOfInterest(enterpriseId: "${a.id}", reason: "친족이 근무하고 있습니다.") }`,
    { token: staff },
  )
  const refused = await world.refused(
    staff,
    `decideParticipation(id: "${a.row.id}", expectedVersion: ${a.row.version}, decision: CONFIRM)`,
  )
  expect(refused).toMatchObject({ code: 'FORBIDDEN', block: 'CONFLICT_OF_INTEREST' })
  expect((await world.list(staff, event)).edges[0]?.node).toMatchObject({
    hasConflict: true,
    allowedActions: [],
  })
  await world.decide(colleague, a.row, 'CONFIRM')
})

test('decisions are taken back one act at a time, until the letters are sent', async () => {
  const { event, who } = await applied(['카리브', '타래', '파도'])
  const [a, b, c] = who
  if (!a || !b || !c) throw new Error('Three have applied')
  const first = await world.decide(staff, a.row, 'CONFIRM')
  await world.decide(staff, first, 'WAIT')
  const undo = `undoCuration(eventId: "${event.id}", isDryRun: false)`
  const bulk = (isDryRun: boolean) =>
    read<{ decideParticipations: { changed: string[]; refused: { code: string }[] } }>(
      app,
      `mutation { decideParticipations(eventId: "${event.id}", decision: NOT_SELECT, reasonCode: FULL,
         filter: { states: [APPLIED, WAITLISTED] }, seen: 3, isDryRun: ${isDryRun}) { changed refused { code } } }`,
      { token: staff },
    )
  const rehearsed = await bulk(true)
  expect(rehearsed.decideParticipations.changed).toHaveLength(3)
  expect(await world.own(b.person.token)).toMatchObject([{ version: b.row.version }])
  expect(await bulk(false)).toEqual(rehearsed)
  expect((await world.figures(staff, event)).undoable).toMatchObject([
    { count: 3, to: 'NOT_SELECTED' },
    { count: 1, from: 'CONFIRMED', to: 'WAITLISTED' },
    { count: 1, from: 'APPLIED', to: 'CONFIRMED' },
  ])
  for (const states of [
    ['WAITLISTED', 'APPLIED', 'APPLIED'],
    ['CONFIRMED', 'APPLIED', 'APPLIED'],
    ['APPLIED', 'APPLIED', 'APPLIED'],
  ]) {
    await read(app, `mutation { ${undo} { id } }`, { token: staff })
    const { edges } = await world.list(staff, event, ', sort: NAME')
    expect(edges.map(({ node }) => node.state)).toEqual(states)
  }
  expect((await world.refused(staff, undo)).code).toBe('WRONG_STATE')

  const [row] = await world.own(b.person.token)
  if (row) await world.decide(staff, row, 'CONFIRM')
  await world.send(staff, event)
  expect(await world.refused(staff, undo)).toMatchObject({ code: 'WRONG_STATE', block: 'NOTICE_SENT' })
})

const kindCode = async (position: number) => {
  const rows = await world.sql.run<{ code: string; name: string }>(
    'select code, name from certification_kind where is_social_economy order by position',
  )
  const kind = rows[position]
  if (!kind) throw new Error('There are kinds')
  return kind
}

const certify = (enterprise: string, kind: string) =>
  world.sql.run(
    `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
     values ($1, $2, $3, '2020-01-01', '2099-01-01', 'test', now(), now())`,
    [randomUUID(), enterprise, kind],
  )

const quota = (
  event: { key: string },
  what: string,
  value: string | null,
  min: number | null,
  max: number | null,
) =>
  world.sql.run(
    'insert into event_quota (id, event_id, what, value, minimum, maximum) values ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), event.key, what, value, min, max],
  )

test('an enterprise of two kinds counts in both quotas, and once among the confirmed', async () => {
  const { event, who } = await applied(['하늘', '한빛', '해솔'])
  const [a, b, c] = who
  if (!a || !b || !c) throw new Error('Three have applied')
  const [one, two] = [await kindCode(0), await kindCode(1)]
  await certify(a.key, one.code)
  await certify(a.key, two.code)
  await certify(b.key, one.code)
  await quota(event, 'kind', one.code, 2, 2)
  await quota(event, 'kind', two.code, 2, null)
  await world.decide(staff, a.row, 'CONFIRM')
  const figures = await world.figures(staff, event)
  expect(figures.enterprises.confirmed).toBe(1)
  expect(figures.kinds.map(({ count }) => count)).toEqual([1, 1])
  const byLabel = (label: string) => figures.quotas.find(each => each.label === label)
  expect(byLabel(one.name)).toMatchObject({ have: 1, isShort: true, isFull: false })
  expect(byLabel(two.name)).toMatchObject({ have: 1, isShort: true })
  const { edges } = await world.list(staff, event)
  const need = edges
    .find(({ node }) => node.name === '한빛')
    ?.parts.find(({ label }) => label === '정원 보충')
  expect(need).toMatchObject({ value: 5, because: expect.stringContaining(one.name) })

  // A minimum that is missed stands in the way of the letters, unless somebody says why.
  const send = `sendLetters(eventId: "${event.id}", isDryRun: false`
  expect(await world.refused(staff, `${send})`)).toMatchObject({
    code: 'WRONG_STATE',
    shortages: [one.name, two.name].sort(),
  })
  await read(app, `mutation { ${send}, shortageReason: "신청이 모자랐습니다") { __typename } }`, {
    token: staff,
  })
})

test('who waits and would break a maximum is passed over', async () => {
  const { event, who } = await applied(['솔빛', '솔잎', '솔향', '솔바람'])
  const [a, b, c, d] = who
  if (!a || !b || !c || !d) throw new Error('Four have applied')
  const kind = await kindCode(0)
  await certify(a.key, kind.code)
  await certify(c.key, kind.code)
  await quota(event, 'kind', kind.code, null, 1)
  await world.decide(staff, a.row, 'CONFIRM')
  const leaving = await world.decide(staff, b.row, 'CONFIRM')
  await world.decide(staff, c.row, 'WAIT')
  await world.decide(staff, d.row, 'WAIT')
  await world.send(staff, event)
  await world.decline(b.person.token, leaving)
  expect(await world.own(c.person.token)).toMatchObject([{ state: 'WAITLISTED', waitNumber: 1 }])
  expect(await world.own(d.person.token)).toMatchObject([{ state: 'CONFIRMED' }])
})

test('an event is confirmed short of a quota only by saying why, and the ledger keeps it', async () => {
  const event = await world.event({ state: 'curating' })
  await world.sql.run(`update event set venue = '강당' where id = $1`, [event.key])
  await world.sql.run(
    `insert into event_quota (id, event_id, what, value, minimum) values (gen_random_uuid(), $1, 'new', null, 1)`,
    [event.key],
  )
  const { event: seen } = await read<{ event: object }>(
    app,
    `{ event(id: "${event.id}") { allowedActions blockedActions { action yieldsToReason lacks { code names } } } }`,
    { token: staff },
  )
  expect(seen).toMatchObject({
    allowedActions: expect.not.arrayContaining(['CONFIRM']),
    blockedActions: expect.arrayContaining([
      { action: 'CONFIRM', yieldsToReason: true, lacks: [{ code: 'QUOTA_SHORT', names: ['첫 참가 0/1'] }] },
    ]),
  })
  const confirm = (reason: string) =>
    `takeEventStep(id: "${event.id}", step: CONFIRM, expectedVersion: 1${reason})`
  expect(await world.refused(staff, confirm(''))).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, `mutation { ${confirm(', reason: "새로 온 곳이 없었습니다"')} { state } }`, {
    token: staff,
  })
  const [kept] = await world.sql.run<{ reason: string; passed: string }>(
    `select reason, detail->>'passedOver' as passed from ledger where subject_id = $1 and name = 'event.confirmed'`,
    [event.key],
  )
  expect(kept).toEqual({ reason: '새로 온 곳이 없었습니다', passed: '["QUOTA_SHORT"]' })
})

test('the ranking explains itself, follows the weights, and nobody edits points', async () => {
  const { event, who } = await applied(['인쇄소', '청소소'])
  const [printer] = who
  if (!printer) throw new Error('Two have applied')
  const [category] = await world.sql.run<{ code: string }>(
    'select code from category where length(code) = 10 order by code limit 1',
  )
  const code = category?.code ?? ''
  await world.sql.run(
    `insert into product (id, enterprise_id, category_code, name, unit, includes_vat, state, source, created_at, updated_at)
     values ($1, $2, $3, '명함', '통', true, 'on_sale', 'test', now(), now())`,
    [randomUUID(), printer.key, code],
  )
  const department = await addDepartment(world.sql, world.center, '홍보과')
  await world.sql.run(
    `insert into planned_purchase (id, center_id, department_id, year, item, category_code, visibility, source, created_at, updated_at)
     values ($1, $2, $3, 2027, '명함', $4, 'center', 'staff', now(), now())`,
    [randomUUID(), world.center, department, code],
  )
  const ranked = async () =>
    (await world.list(staff, event)).edges.map(({ rank, score, parts, node }) => ({
      rank,
      score,
      name: node.name,
      items: parts.find(({ label }) => label === '구매예정 품목'),
    }))
  const before = await ranked()
  expect(before[0]).toMatchObject({
    rank: 1,
    name: '인쇄소',
    items: { value: 2, max: 10, because: '구매예정 1건과 품목이 맞음, 세부품목까지 1건' },
  })
  for (const { parts, score } of (await world.list(staff, event)).edges)
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score)
  const weigh = (version: number) =>
    `setCurationWeights(eventId: "${event.id}", weights: { items: 50 }, expectedVersion: ${version})`
  await read(app, `mutation { ${weigh(0)} { eventId } }`, { token: staff })
  expect((await ranked())[0]).toMatchObject({ items: { value: 10, max: 50 } })
  expect((await world.refused(staff, weigh(0))).code).toBe('CONFLICT')
  const [row] = await world.sql.run<{ detail: object }>(
    `select detail from ledger where name = 'curation.weights_set'`,
  )
  expect(row?.detail).toMatchObject({ changes: [{ field: 'items', from: 10, to: 50 }] })
})

test('a list of 300 is ranked in time, and walked by its cursors without a gap', async () => {
  const event = await world.event()
  await world.sql.run(
    `insert into enterprise (id, business_number, name, state, source, center_id, created_at, updated_at)
     select gen_random_uuid(), lpad((7000000000 + n)::text, 10, '0'), '다수 ' || lpad(n::text, 3, '0'), 'published', 'test', $1, now(), now()
     from generate_series(1, 300) n`,
    [world.center],
  )
  await world.sql.run(
    `insert into participation (id, event_id, center_id, side, enterprise_id, origin, state, created_at, updated_at)
     select gen_random_uuid(), $1, $2, 'enterprise', e.id, 'applied', 'applied', now(), now() from enterprise e where e.name like '다수 %'`,
    [event.key, world.center],
  )
  const seen: string[] = []
  let after = ''
  for (let page = 0; page < 3; page++) {
    const { data } = await ask<{ participations: { edges: { cursor: string; node: { id: string } }[] } }>(
      app,
      `{ participations(first: 100, eventId: "${event.id}"${after}) { edges { cursor node { id } } } }`,
      { token: staff },
    )
    const edges = data?.participations.edges ?? []
    seen.push(...edges.map(({ node }) => node.id))
    after = `, after: "${edges.at(-1)?.cursor}"`
  }
  expect(new Set(seen).size).toBe(300)
})
