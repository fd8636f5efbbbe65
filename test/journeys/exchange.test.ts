import { eventsOf } from '@panro/api/src/modules/imports/testing/read-all.ts'
import { workbook, type SheetToWrite } from '@panro/api/src/modules/imports/testing/workbook.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { addDepartment, addEvent } from '../kit/event.ts'
import { propose } from '../kit/matching.ts'
import { solved } from '../kit/timetable.ts'
import { apply, preview, step, upload } from '../kit/upload.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  for (const name of ['하늘인쇄', '바다청소(주)', '숲사무'])
    await world.enterprise({ state: 'published', name })
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const token = () => world.staff.token
const xlsx = (name: string, ...rows: SheetToWrite['rows']) => workbook([{ name, rows }])
/** 2027-02-10 as the spreadsheet counts it. */
const wednesday = { day: 46_428 }

const enterpriseHead = ['연번', '기업명', '주요품목', '품목분류', '희망 바이어']
const buyerHead = ['날짜', '번호', '기관', '부서', '성명', '관심품목', '관심기업']

const enterpriseRows: SheetToWrite['rows'] = [
  [{ number: 1 }, '하늘인쇄', '현수막, 배너', '인쇄', 'A1, A2'],
  [{ number: 2 }, '㈜ 바다청소', '청소용역', '청소', 'A6769'],
  [{ number: 3 }, '숲사무', '복사용지/토너', '사무', 'A1, A'],
]
const buyerRows: SheetToWrite['rows'] = [
  [wednesday, 'A1', '마포구청', '총무과', '김첫째', '현수막', '1, 3'],
  [wednesday, 'A2', '마포구청', '총무과', '이둘째', '청소용역', '1'],
  [{ day: 46_429 }, 'A3', '마포구청', '문화과', '최셋째', '', ''],
  [wednesday, 'A67', '은평구청', '', '박넷째', '재생 토너', '99'],
]

interface Shown {
  remarks: string[]
  event: { title: string }
  errors: { edges: { node: { row: number; column: string; cell: string; what: string } }[] }
  diff: { rows: { edges: { node: { row: number; key: string; message: string } }[] } }
  allowedActions: { step: string; isAllowed: boolean; reason: string | null }[]
}

const shown = async (id: string) =>
  (
    await read<{ import: Shown }>(
      app,
      `query ($id: ID!) { import(id: $id) { remarks event { title } allowedActions { step isAllowed reason }
        errors(first: 10) { edges { node { row column cell what } } }
        diff { rows(kind: UNMATCHED, first: 10) { edges { node { row key message } } } } } }`,
      { token: token(), variables: { id } },
    )
  ).import

const openEvent = () =>
  addEvent(world.sql, { center: world.center, slots: 4, tables: 3, title: '내수구매상담회' })
type Event = Awaited<ReturnType<typeof openEvent>>

const bring = async (event: Event, kind: string, head: string[], rows: SheetToWrite['rows']) => {
  const sheet = kind === 'event-buyers' ? '구매담당자 명단' : 'Sheet1'
  const looked = await preview(app, token(), kind, `${sheet}.xlsx`, xlsx(sheet, head, ...rows), {
    event: event.id,
  })
  return { ...looked, seen: await shown(looked.id) }
}

const wishes = (event: Event) =>
  world.sql.run<{ from: string; to: string; choice: string }>(
    `select coalesce(fe.name, fd.name) as from, coalesce(te.name, td.name) as to, w.choice
     from wish w join participation f on f.id = w.from_id join participation t on t.id = w.to_id
     left join enterprise fe on fe.id = f.enterprise_id left join department fd on fd.id = f.department_id
     left join enterprise te on te.id = t.enterprise_id left join department td on td.id = t.department_id
     where w.event_id = $1 order by 1, 2`,
    [event.key],
  )

/** Every sheet of a workbook by its name. */
async function sheetsOf(bytes: Buffer): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>()
  let rows: string[][] = []
  for (const event of await eventsOf(bytes, { wants: () => true })) {
    if (event.type === 'sheet') sheets.set(event.name ?? '', (rows = []))
    else if (event.type === 'row') rows.push(event.cells.map(({ text }) => text))
  }
  return sheets
}

test('the two sheets of the incumbent come in, whichever is first; what they cannot say is asked, and nothing is lost', async () => {
  const event = await openEvent()
  const without = await upload(
    app,
    token(),
    'event-buyers',
    'x.xlsx',
    xlsx('Sheet1', buyerHead, ...buyerRows),
  )
  expect(without.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'event' } })

  const unknown = [{ number: 4 }, '모르는기업', '간식', '식품', 'A67']
  const first = await bring(event, 'event-enterprises', enterpriseHead, [...enterpriseRows, unknown])
  expect(first.diff?.counts).toMatchObject({ new: 3, errors: 1, unmatched: 0 })
  expect(first.seen).toMatchObject({ event: { title: '내수구매상담회' } })
  expect(first.seen.remarks).toEqual([expect.stringContaining('희망 5건')])
  expect(first.seen.errors.edges[0]?.node).toMatchObject({
    ...{ row: 5, column: '기업명', cell: 'B5', what: expect.stringContaining('모르는기업') },
  })
  expect(await world.sql.run('select 1 from participation where event_id = $1', [event.key])).toEqual([])
  const applied = await apply(app, token(), first)
  expect(applied).toMatchObject({ state: 'APPLIED' })
  expect((await shown(first.id)).allowedActions.find(({ step }) => step === 'UNDO')).toMatchObject({
    isAllowed: false,
    reason: expect.stringContaining('선정 화면'),
  })

  const second = await bring(event, 'event-buyers', buyerHead, buyerRows)
  expect(second.diff?.counts).toMatchObject({ new: 2, errors: 1, unmatched: 1 })
  expect(second.seen.errors.edges[0]?.node).toMatchObject({
    ...{ row: 4, column: '날짜', cell: 'A4', what: expect.stringContaining('2027-02-11') },
  })
  expect(second.seen.diff.rows.edges[0]?.node).toMatchObject({
    ...{ row: 5, key: 'A67 은평구청 기관 전체', message: expect.stringMatching(/^99: /) },
  })
  expect(second.seen.remarks).toEqual([expect.stringMatching(/2 → A6769 · 3 → A\./)])
  await apply(app, token(), second)
  // Officers are personal data: what they are called stands with them only.
  expect(
    await world.sql.run(`select 1 from import_row where concat(key, message, changes) ~ '첫째|둘째|넷째'`),
  ).toEqual([])
  expect(await wishes(event)).toEqual([
    { from: '숲사무', to: '총무과', choice: 'want' },
    { from: '총무과', to: '숲사무', choice: 'want' },
    { from: '총무과', to: '하늘인쇄', choice: 'want' },
    { from: '하늘인쇄', to: '총무과', choice: 'want' },
  ])
  const parties = await world.sql.run(
    `select coalesce(e.name, i.name || ' ' || d.name) as name, p.state, p.seats from participation p
     left join enterprise e on e.id = p.enterprise_id left join department d on d.id = p.department_id
     left join institution i on i.id = d.institution_id where p.event_id = $1 and p.side = 'department' order by 1`,
    [event.key],
  )
  expect(parties).toEqual([
    { name: '마포구청 총무과', state: 'confirmed', seats: 2 },
    { name: '은평구청 기관 전체', state: 'confirmed', seats: 1 },
  ])

  // Corrected by a person, not by a line of code for one company.
  const corrected = [
    ...enterpriseRows.slice(0, 1),
    [{ number: 2 }, '㈜ 바다청소', '청소용역', '청소', 'A67'],
    [{ number: 3 }, '숲사무', '복사용지/토너', '사무', 'A1'],
  ]
  const third = await bring(event, 'event-enterprises', enterpriseHead, corrected)
  expect(third.diff?.counts).toMatchObject({ new: 0, changed: 2, same: 1, errors: 0, unmatched: 0 })
  await apply(app, token(), third)
  expect(await wishes(event)).toContainEqual({ from: '바다청소(주)', to: '기관 전체', choice: 'want' })
  const again = await bring(event, 'event-enterprises', enterpriseHead, corrected)
  expect(again.diff?.counts).toMatchObject({ new: 0, changed: 0, same: 3 })
}, 120_000)

test('from the two sheets to the workbook they know: every mutual wish is kept, and the figures agree', async () => {
  const event = await openEvent()
  const enterprises: SheetToWrite['rows'] = [
    ...enterpriseRows.slice(0, 1),
    [{ number: 2 }, '바다청소', '청소용역', '청소', 'A67'],
    [{ number: 3 }, '숲사무', '복사용지/토너', '사무', 'A1'],
  ]
  const buyers = buyerRows.flatMap(row => (row[1] === 'A3' ? [] : [row]))
  await apply(app, token(), await bring(event, 'event-buyers', buyerHead, buyers))
  await apply(app, token(), await bring(event, 'event-enterprises', enterpriseHead, enterprises))
  const board = await propose(app, token(), event.id)
  expect(board.mutualUnmet).toBe(0)
  const types = board.matches.map(({ type, state }) => `${type} ${state}`).toSorted()
  expect(types).toEqual(['ENTERPRISE CHOSEN', 'ITEM CHOSEN', 'ITEM CHOSEN', 'MUTUAL CHOSEN', 'MUTUAL CHOSEN'])
  expect(board.matches.find(({ type }) => type === 'ITEM')?.because[0]?.text).toMatch(
    /^명단의 관심품목 ‘.*낱말 일치$/,
  )
  const draft = await solved(app, token(), event.round)
  expect(draft.cells).toHaveLength(5)

  const response = await fetch(`${app.url}/admin/timetables/${draft.id}/result.xlsx`, {
    headers: { authorization: `Bearer ${token()}` },
  })
  expect(response.status).toBe(200)
  const sheets = await sheetsOf(Buffer.from(await response.arrayBuffer()))
  expect([...sheets.keys()]).toEqual([
    ...[
      '기관별 라운드 배정',
      '기관별 라운드 배정 (매칭유형)',
      '라운드별 매칭',
      '통계',
      '미배정',
      '경고',
      '특이사항',
    ],
  ])
  const [head, ...rows] = sheets.get('기관별 라운드 배정') ?? []
  expect(head).toEqual([
    ...['참가날짜', '소속 기관', '부서', '성명', '관심품목', '라운드1', '라운드2', '라운드3', '라운드4'],
  ])
  expect(rows.map(row => row.slice(0, 5))).toEqual([
    ['2027-02-10', '마포구청', '총무과', '김첫째', '현수막'],
    ['2027-02-10', '마포구청', '총무과', '이둘째', '청소용역'],
    ['2027-02-10', '은평구청', '기관 전체', '박넷째', '재생 토너'],
  ])
  const met = rows.flatMap(row => row.slice(5).flatMap(cell => (cell ? cell.split('\n') : [])))
  expect(met.toSorted()).toEqual(['바다청소(주)', '바다청소(주)', '숲사무', '숲사무', '하늘인쇄'])
  const matched = sheets.get('라운드별 매칭')?.slice(1) ?? []
  expect(
    matched
      .map(([, , institution, , ...row]) => [institution, ...row])
      .toSorted((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`)),
  ).toEqual([
    ['마포구청', '바다청소(주)', '청소용역', '세부품목'],
    ['마포구청', '숲사무', '복사용지/토너', '상호 관심'],
    ['마포구청', '하늘인쇄', '현수막, 배너', '상호 관심'],
    ['은평구청', '바다청소(주)', '청소용역', '기업 우선'],
    ['은평구청', '숲사무', '복사용지/토너', '세부품목'],
  ])
  // Both were wished for by A1, who sits there unless in the other of the two just then.
  const [forest, sky] = ['숲사무', '하늘인쇄'].map(name =>
    matched.find(row => row[2] === '마포구청' && row[4] === name),
  )
  const bySomebodyElse = [forest, sky].filter(row => row?.[1] !== 'A1')
  expect(bySomebodyElse).toHaveLength(forest?.[0] === sky?.[0] ? 1 : 0)
  // No two in one round for anybody, as the checker of the other tool would look at it.
  for (const column of [1, 4]) {
    const seen = matched.map(row => `${row[0]} ${row[column]}`)
    expect(new Set(seen).size).toBe(seen.length)
  }
  const sums = new Map(
    sheets
      .get('통계')
      ?.slice(1)
      .map(([label = '', count]) => [label, Number(count)]),
  )
  expect(sums.get('총 매칭 수')).toBe(5)
  expect(sums.get('상호희망 (Pool1)')).toBe(2)
  const parts = [
    '상호희망 (Pool1)',
    '바이어전용 (Pool2)',
    '기업전용 (Pool3)',
    '세부품목 (Pool4)',
    '대분류 (Pool5)',
    '지역·센터 지정',
  ]
  expect(parts.reduce((sum, label) => sum + (sums.get(label) ?? 0), 0)).toBe(5)
  const left = sheets.get('미배정')?.slice(1) ?? []
  expect(left).toHaveLength(sums.get('미배정 쌍') ?? -1)
  expect(left.every(row => (row[3] ?? '').length > 5)).toBe(true)
  // Whoever of the two does not sit with it is told that the other does.
  const people = [
    ['A1', '김첫째'],
    ['A2', '이둘째'],
  ]
  const [sitting, other] = sky?.[1] === 'A1' ? people : people.toReversed()
  const because = `같은 부서의 ${sitting?.join(' ')}이(가) 상담합니다.`
  expect(left).toContainEqual([...(other ?? []), '하늘인쇄', because])
  expect(sheets.get('경고')?.flat()).toContainEqual('바이어 A67 (은평구청 박넷째): 명단에 없는 관심 기업 99')

  const { question } = await world.neighbour()
  const foreign = await fetch(`${app.url}/admin/timetables/${draft.id}/result.xlsx`, {
    headers: { authorization: `Bearer ${question.token}` },
  })
  expect(foreign.status).toBe(404)
  expect(
    await world.sql.run(`select 1 from ledger where name = 'timetable.result_taken' and subject_id = $1`, [
      event.key,
    ]),
  ).toHaveLength(1)
})

test('a budget workbook is looked at first, then planned; what is there already does nothing, and all can be undone', async () => {
  for (const name of ['시험홍보과', '시험보건소']) await addDepartment(world.sql, world.center, name)
  const about = { year: '2030', unit: 'thousand', visibility: 'participants' }
  const head = '2030년 구매계획,,,,,\n부서,품목,예산액(천원),시기,예산과목,품목코드\n'
  const good = Array.from(
    { length: 600 },
    (_, at) => `시험홍보과,현수막 제작 ${at + 1},"1,234",3월,일반운영비,`,
  )
  const bad = ['없는과,현수막,100,3월,,', '시험보건소,복사용지,만원,13월,,']
  const file = `${head}${[...good, ...bad].join('\n')}\n`
  const kind = 'planned-purchases'
  expect(await upload(app, token(), kind, '계획.csv', file, { ...about, unit: '' })).toMatchObject({
    errors: [{ message: expect.stringContaining('단위') }],
  })
  const looked = await preview(app, token(), kind, '계획.csv', file, about)
  expect(looked).toMatchObject({ state: 'PREVIEWED', diff: { counts: { new: 600, errors: 2 } } })
  expect(await planned()).toMatchObject({ n: 0 })
  const shown = await read<{ import: ShownPlans }>(
    app,
    `query ($id: ID!) { import(id: $id) { year event { id } remarks
      errors(first: 10) { edges { node { row column cell what how } } }
      diff { rows(kind: NEW, first: 1) { edges { node { row key message fields { name after } } } } } } }`,
    { token: token(), variables: { id: looked.id } },
  )
  expect(shown.import).toMatchObject({ year: 2030, event: null, remarks: [] })
  expect(shown.import.errors.edges.map(({ node }) => node)).toMatchObject([
    { row: 603, column: '부서', cell: 'A603', what: expect.stringContaining('없는과') },
    { row: 604, column: '예산액(천원)', cell: 'C604', what: expect.stringContaining('만원') },
    { row: 604, column: '시기', cell: 'D604', what: expect.stringContaining('13월') },
  ])
  expect(shown.import.diff.rows.edges[0]?.node).toMatchObject({
    row: 3,
    key: expect.stringMatching(/시험홍보과 · 현수막 제작 1$/),
    message: expect.stringMatching(/제안입니다\(신뢰도 \d+%\)/),
    fields: expect.arrayContaining([
      { name: 'planned_purchase.won', after: '1234000' },
      { name: 'planned_purchase.month', after: '3' },
      { name: 'planned_purchase.visibility', after: 'participants' },
    ]),
  })
  expect(await apply(app, token(), looked)).toMatchObject({ state: 'APPLIED' })
  expect(await planned()).toEqual({ n: 600, won: String(600 * 1_234_000), told: true })

  const again = await preview(app, token(), kind, '다시.csv', file, about)
  expect(again.diff?.counts).toMatchObject({ new: 0, same: 600, errors: 2 })
  await step(app, token(), `cancelImport(id: "${again.id}") { id }`)
  await step(app, token(), `undoImport(id: "${looked.id}") { id }`)
  expect(await planned()).toMatchObject({ n: 0 })
})

const planned = async () =>
  (
    await world.sql.run<object>(
      `select count(*)::int as n, sum(won)::bigint::text as won, bool_and(source = 'import' and import_run_id is not null
         and visibility = 'participants' and not is_category_confirmed and category_code is not null) as told
       from planned_purchase where year = 2030`,
    )
  )[0]

interface ShownPlans {
  year: number | null
  event: object | null
  remarks: string[]
  errors: { edges: { node: object }[] }
  diff: { rows: { edges: { node: object }[] } }
}
