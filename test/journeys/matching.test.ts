import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { boardFields, openMatching, propose, wish, type Board } from '../kit/matching.ts'
import { solved, step } from '../kit/timetable.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const staff = () => world.staff.token
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new Error(`There is no number ${index}`)
  return found
}

test('both sides wish, staff propose, and every pair says why it meets or does not', async () => {
  const { event, enterprises, departments, tokenOf } = await openMatching(app, world)
  const [a, b, c] = [at(enterprises, 0), at(enterprises, 1), at(enterprises, 2)]
  const [x, y] = [at(departments, 0), at(departments, 1)]
  await wish(app, await tokenOf('enterprise', a.key), a.id, [
    { to: x.id, choice: 'MUST' },
    { to: y.id, choice: 'WANT' },
  ])
  await wish(app, await tokenOf('department', x.key), x.id, [
    { to: a.id, choice: 'WANT' },
    { to: b.id, choice: 'NO' },
  ])
  await wish(app, await tokenOf('enterprise', b.key), b.id, [{ to: x.id, choice: 'MUST' }])
  await wish(app, await tokenOf('department', y.key), y.id, [{ to: c.id, choice: 'MUST' }])

  const board = await propose(app, staff(), event.id)
  const said = board.matches.map(({ enterpriseId, departmentId, type, state, leftOutCode }) => [
    enterprises.findIndex(({ id }) => id === enterpriseId),
    departments.findIndex(({ id }) => id === departmentId),
    type,
    state,
    leftOutCode,
  ])
  expect(said).toEqual([
    [0, 0, 'MUTUAL', 'CHOSEN', null],
    [2, 1, 'BUYER', 'CHOSEN', null],
    [0, 1, 'ENTERPRISE', 'CHOSEN', null],
    [1, 0, 'ENTERPRISE', 'LEFT_OUT', 'NOT_WANTED'],
  ])
  expect(board.matches[0]?.because[0]?.text).toBe('상호 희망(기관 만나고 싶음, 기업 꼭 만나고 싶음)')
  expect(board).toMatchObject({ chosen: 3, leftOut: 1, wishesUnmet: 1, mutualUnmet: 0 })
})

test('who does not want to meet whom is in no answer to the other side', async () => {
  const { enterprises, departments, tokenOf } = await openMatching(app, world)
  const [a, b] = [at(enterprises, 0), at(enterprises, 1)]
  const x = at(departments, 0)
  const token = await tokenOf('enterprise', a.key)
  const boardOf = () =>
    read(app, `{ ownWishBoards { id counterparts { id name choice note items { item } products } } }`, {
      token,
    })
  const before = await boardOf()
  const officer = await tokenOf('department', x.key)
  await wish(app, officer, x.id, [
    { to: a.id, choice: 'NO' },
    { to: b.id, choice: 'MUST' },
  ])
  expect(await boardOf()).toEqual(before)
  expect(
    await refusal(app, `{ matchBoard(event: "event_${'0'.repeat(32)}") { chosen } }`, { token }),
  ).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('nobody wishes for somebody else, nor for whom they cannot meet, nor too late; staff still can', async () => {
  const { event, enterprises, departments, tokenOf } = await openMatching(app, world)
  const [a, b] = [at(enterprises, 0), at(enterprises, 1)]
  const x = at(departments, 0)
  const token = await tokenOf('enterprise', a.key)
  const set = (from: string, to: string) =>
    `mutation { setWishes(from: "${from}", wishes: [{ to: "${to}", choice: WANT }]) { id } }`
  expect(await refusal(app, set(b.id, x.id), { token })).toEqual({ code: 'NOT_FOUND', field: 'from' })
  expect(await refusal(app, set(a.id, b.id), { token })).toEqual({ code: 'NOT_FOUND', field: 'wishes.to' })
  const neighbour = await world.neighbour()
  expect(await refusal(app, set(a.id, x.id), neighbour.question)).toEqual({
    code: 'NOT_FOUND',
    field: 'from',
  })
  await world.sql.run(`update event set wishes_until = now() - interval '1 minute' where id = $1`, [
    event.key,
  ])
  expect(await refusal(app, set(a.id, x.id), { token })).toEqual({ code: 'WRONG_STATE', field: 'from' })
  expect(await ask(app, set(a.id, x.id), { token: staff() })).toMatchObject({
    data: { setWishes: { id: a.id } },
  })
})

test('saying a wish twice is saying it once, and it can be taken back', async () => {
  const { enterprises, departments, tokenOf } = await openMatching(app, world)
  const a = at(enterprises, 0)
  const x = at(departments, 0)
  const token = await tokenOf('enterprise', a.key)
  const choices = (answer: Awaited<ReturnType<typeof wish>>) =>
    answer.setWishes.counterparts.map(({ choice }) => choice)
  expect(choices(await wish(app, token, a.id, [{ to: x.id, choice: 'MUST' }]))).toEqual(['MUST', null])
  expect(choices(await wish(app, token, a.id, [{ to: x.id, choice: 'MUST' }]))).toEqual(['MUST', null])
  expect(choices(await wish(app, token, a.id, [{ to: x.id, choice: null }]))).toEqual([null, null])
})

test('items that a plan asks for and a product offers make a match, by how much of the code they share', async () => {
  const { event, enterprises, departments } = await openMatching(app, world, {
    enterprises: 2,
    departments: 1,
  })
  const codes = await world.sql.run<{ code: string }>(
    `select code from category where length(code) = 10 and left(code, 2) = (select left(code, 2) from category
       where length(code) = 10 group by 1 order by count(*) desc limit 1) order by code`,
  )
  const [first, last] = [at(codes, 0).code, at(codes, codes.length - 1).code]
  for (const [index, code] of [first, last].entries())
    await world.sql.run(
      `insert into product (id, enterprise_id, category_code, name, unit, includes_vat, state, source, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, '상품', '개', true, 'on_sale', 'test', now(), now())`,
      [at(enterprises, index).key, code],
    )
  await world.sql.run(
    `insert into planned_purchase (id, center_id, department_id, year, item, category_code, won, visibility, source, state, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', $3, 42000000, 'center', 'staff', 'planned', now(), now())`,
    [world.center, at(departments, 0).key, first],
  )
  const { matches } = await propose(app, staff(), event.id)
  expect(matches.map(({ type }) => type)).toEqual(['ITEM', 'CATEGORY'])
  expect(matches[0]?.because[0]?.text).toBe(`예정 ‘홍보물 인쇄’ 4,200만원 · 세부품목 ${first} 일치(10자리)`)
  const wished = await propose(app, staff(), event.id, ['MUTUAL', 'BUYER', 'ENTERPRISE'])
  expect(wished.matches.map(({ leftOutCode }) => leftOutCode)).toEqual(['NOT_FILLED', 'NOT_FILLED'])
})

test('a rule on contracts is a dated hint beside the item, with its source, and chooses nothing', async () => {
  const { event, enterprises, departments } = await openMatching(app, world, {
    enterprises: 3,
    departments: 1,
  })
  const [code] = (
    await world.sql.run<{ code: string }>(`select code from category where length(code) = 10 limit 1`)
  ).map(row => row.code)
  for (const { key } of enterprises)
    await world.sql.run(
      `insert into product (id, enterprise_id, category_code, name, unit, includes_vat, state, source, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, '상품', '개', true, 'on_sale', 'test', now(), now())`,
      [key, code],
    )
  const certify = (key: string, kind: string, until: string) =>
    world.sql.run(
      `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, '2020-01-01', $3, 'test', now(), now())`,
      [key, kind, until],
    )
  await certify(at(enterprises, 0).key, 'social_enterprise', '2099-12-31')
  // Lapsed: what it was certified as is no longer worth a hint.
  await certify(at(enterprises, 1).key, 'social_enterprise', '2021-12-31')
  const planned = (won: number) =>
    world.sql.run(
      `insert into planned_purchase (id, center_id, department_id, year, item, category_code, won, visibility, source, state, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', $3, $4, 'center', 'staff', 'planned', now(), now())`,
      [world.center, at(departments, 0).key, code, won],
    )
  await planned(50_000_000)
  const hintsOf = async () => {
    const { matches } = await propose(app, staff(), event.id)
    return enterprises.map(({ id }) =>
      (matches.find(({ enterpriseId }) => enterpriseId === id)?.because ?? []).filter(
        ({ type }) => type === 'RULE',
      ),
    )
  }
  const [held, lapsed, none] = await hintsOf()
  expect(held).toMatchObject([
    {
      text: expect.stringMatching(
        /^검토 필요: 예정 ‘홍보물 인쇄’ 5,000만원 · .*5천만원 이하.*취약계층을 30% 이상 고용하는지.*계약 가능 여부를 확정하지 않습니다\.$/,
      ),
      rule: expect.stringMatching(/지방계약법 시행령 .*2018-07-17부터 · 출처: .* 기준$/),
      weight: 0,
    },
    { text: expect.stringContaining('1억원 이하'), rule: expect.stringContaining('국가계약법'), weight: 0 },
  ])
  expect([lapsed, none]).toEqual([[], []])

  // The threshold is data: a row that has ended gives no hint any more, and one won above it neither.
  await world.sql.run(`update planned_purchase set won = 50000001 where department_id = $1`, [
    at(departments, 0).key,
  ])
  expect((await hintsOf())[0]?.map(({ rule }) => rule?.slice(0, 5))).toEqual(['국가계약법'])
  await world.sql.run(`update contract_rule set valid_until = current_date - 1 where law_of = 'national'`)
  expect(await hintsOf()).toEqual([[], [], []])
})

test('a cap is kept, whoever is left out is told which, and a mutual wish goes before all others', async () => {
  const { event, enterprises, departments, tokenOf } = await openMatching(app, world, {
    enterprises: 3,
    departments: 1,
  })
  const x = at(departments, 0)
  await world.sql.run('update participation set meetings_most = 1 where id = $1', [x.participation])
  for (const enterprise of enterprises)
    await wish(app, staff(), enterprise.id, [{ to: x.id, choice: 'MUST' }])
  await wish(app, await tokenOf('department', x.key), x.id, [{ to: at(enterprises, 2).id, choice: 'WANT' }])
  const { matches } = await propose(app, staff(), event.id)
  expect(matches.filter(({ state }) => state === 'CHOSEN')).toMatchObject([
    { enterpriseId: at(enterprises, 2).id, type: 'MUTUAL' },
  ])
  expect(matches[1]?.leftOutReason).toContain('상담 1건 상한')
})

test('what staff have settled stays: pinned, left out with a reason, put together by hand', async () => {
  const { event, enterprises, departments } = await openMatching(app, world, {
    enterprises: 3,
    departments: 1,
  })
  const x = at(departments, 0)
  await wish(app, staff(), at(enterprises, 0).id, [{ to: x.id, choice: 'MUST' }])
  await wish(app, staff(), at(enterprises, 1).id, [{ to: x.id, choice: 'MUST' }])
  const proposed = await propose(app, staff(), event.id)
  const change = (call: string) =>
    read<Record<string, Board>>(app, `mutation { it: ${call} ${boardFields} }`, { token: staff() })
  await change(`leaveOutMatch(id: "${at(proposed.matches, 0).id}", reason: "작년에 만남")`)
  await change(`pinMatch(id: "${at(proposed.matches, 1).id}", isPinned: true)`)
  await change(`addMatch(enterprise: "${at(enterprises, 2).id}", department: "${x.id}")`)
  await world.sql.run('update participation set meetings_most = 1 where id = $1', [x.participation])
  const again = await propose(app, staff(), event.id)
  expect(again.matches.map(({ state, isPinned, leftOutReason }) => [state, isPinned, leftOutReason])).toEqual(
    [
      ['CHOSEN', true, null],
      ['CHOSEN', true, null],
      ['LEFT_OUT', false, '작년에 만남'],
    ],
  )
  const back = await change(`chooseMatch(id: "${at(again.matches, 2).id}")`)
  expect(back['it']).toMatchObject({ chosen: 3, leftOut: 0 })
  const told = await world.sql.run<{ name: string }>(
    `select distinct name from ledger where subject_id in (select id from match where event_id = $1) or subject_id = $1
       or subject_id in (select id from participation where event_id = $1) order by name`,
    [event.key],
  )
  expect(told.map(({ name }) => name)).toEqual([
    'match.added',
    'match.chosen',
    'match.left_out',
    'match.pinned',
    'match.proposed',
    'wish.set',
  ])
})

test('once the timetable is out, whoever wished reads what became of it, and nothing that the other side said', async () => {
  const { event, enterprises, departments, tokenOf } = await openMatching(app, world, { departments: 4 })
  const [a, b] = [at(enterprises, 0), at(enterprises, 1)]
  const [x, unwilling, leftOut, full] = [0, 1, 2, 3].map(index => at(departments, index))
  if (!x || !unwilling || !leftOut || !full) throw new Error('There are four departments')
  const token = await tokenOf('enterprise', a.key)
  await wish(
    app,
    token,
    a.id,
    [x, unwilling, leftOut, full].map(({ id: to }) => ({ to, choice: 'MUST' })),
  )
  await wish(app, staff(), unwilling.id, [{ to: a.id, choice: 'NO' }])
  await wish(app, staff(), b.id, [{ to: full.id, choice: 'MUST' }])
  await wish(app, staff(), full.id, [{ to: b.id, choice: 'MUST' }])
  await world.sql.run('update participation set meetings_most = 1 where id = $1', [full.participation])
  const { matches } = await propose(app, staff(), event.id)
  const chosen = matches.find(pair => pair.enterpriseId === a.id && pair.departmentId === leftOut.id)
  await read(app, `mutation { leaveOutMatch(id: "${chosen?.id}", reason: "작년에 만남") { chosen } }`, {
    token: staff(),
  })
  const outcomes = async () => {
    const { ownWishBoards } = await read<{
      ownWishBoards: { counterparts: { id: string; outcome: { state: string; reason: string } | null }[] }[]
    }>(app, '{ ownWishBoards { counterparts { id outcome { state reason } } } }', { token })
    const said = new Map(ownWishBoards[0]?.counterparts.map(({ id, outcome }) => [id, outcome]))
    return [x, unwilling, leftOut, full].map(({ id }) => said.get(id) ?? null)
  }
  const draft = await solved(app, staff(), event.round)
  expect(await outcomes()).toEqual([null, null, null, null])
  await step(app, staff(), `publishTimetable(id: "${draft.id}")`)
  const unspoken = '이번 시간표에는 함께 넣지 못했습니다. 자세한 사정은 센터에 물어봐 주세요.'
  expect(await outcomes()).toEqual([
    { state: 'MEETS', reason: '상담이 정해졌습니다.' },
    { state: 'LEFT_OUT', reason: unspoken },
    { state: 'LEFT_OUT', reason: unspoken },
    { state: 'LEFT_OUT', reason: '상대의 상담이 상한까지 찼습니다.' },
  ])
})

test('what departments plan is seen by the enterprises of the event once it is shared, and no longer when it is not', async () => {
  const { event, enterprises, departments, tokenOf } = await openMatching(app, world, { departments: 1 })
  await world.sql.run(
    `insert into planned_purchase (id, center_id, department_id, year, item, won, visibility, source, state, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', 42000000, 'participants', 'staff', 'planned', now(), now())`,
    [world.center, at(departments, 0).key],
  )
  const token = await tokenOf('enterprise', at(enterprises, 0).key)
  const items = async () =>
    (
      await read<{ ownWishBoards: { counterparts: { items: { item: string }[] }[] }[] }>(
        app,
        '{ ownWishBoards { counterparts { items { item } } } }',
        { token },
      )
    ).ownWishBoards[0]?.counterparts[0]?.items
  const share = (isShared: boolean, version: number, by = staff()) =>
    ask(
      app,
      `mutation { setPlansShared(id: "${event.id}", isShared: ${isShared}, expectedVersion: ${version}) { version plansSharedAt } }`,
      { token: by },
    )
  expect(await items()).toEqual([])
  expect((await share(true, 1, token)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect(await share(true, 1)).toMatchObject({ data: { setPlansShared: { version: 2 } } })
  expect(await items()).toEqual([{ item: '홍보물 인쇄' }])
  expect(await share(true, 2)).toMatchObject({ data: { setPlansShared: { version: 2 } } })
  expect(await share(false, 2)).toMatchObject({ data: { setPlansShared: { plansSharedAt: null } } })
  expect(await items()).toEqual([])
})

test('pairs that nothing speaks for are counted and named, and one sentence says why they do not meet', async () => {
  const { event, enterprises, departments } = await openMatching(app, world)
  const [a, x] = [at(enterprises, 0), at(departments, 0)]
  await wish(app, staff(), a.id, [{ to: x.id, choice: 'WANT' }])
  await propose(app, staff(), event.id)
  const { matchBoard } = await read<{ matchBoard: object }>(
    app,
    `{ matchBoard(event: "${event.id}", filter: { who: "${a.id}" }) { totalCount silentCount silent { id } silentReason } }`,
    { token: staff() },
  )
  expect(matchBoard).toMatchObject({
    totalCount: 1,
    silentCount: 5,
    silent: [{ id: at(departments, 1).id }],
    silentReason: expect.stringContaining('상담 직접 더하기'),
  })
})

test('another centre finds neither the event nor its matches', async () => {
  const { event, enterprises, departments } = await openMatching(app, world)
  await wish(app, staff(), at(enterprises, 0).id, [{ to: at(departments, 0).id, choice: 'MUST' }])
  const { matches } = await propose(app, staff(), event.id)
  const { question } = await world.neighbour()
  expect(await read(app, `{ matchBoard(event: "${event.id}") { chosen } }`, question)).toEqual({
    matchBoard: null,
  })
  expect(
    await refusal(app, `mutation { proposeMatches(event: "${event.id}") { chosen } }`, question),
  ).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(
    await refusal(
      app,
      `mutation { pinMatch(id: "${at(matches, 0).id}", isPinned: true) { chosen } }`,
      question,
    ),
  ).toMatchObject({ code: 'NOT_FOUND' })
})
