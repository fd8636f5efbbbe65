import { plannedItems } from '@panro/api/seeds/demo/vocabulary/planned-items.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { addDepartment } from '../kit/event.ts'
import { newPerson } from '../kit/person.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let staff: string
/** Officers of two departments of one centre, and staff of another. */
let officer: string
let otherOfficer: string
let neighbour: string
let own: string
let other: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  staff = await signIn(app, 'STAFF')
  const centre = await centreOf('staff@demo.example.kr')
  const [first, second] = [
    await addDepartment(sql, centre, '시험홍보과'),
    await addDepartment(sql, centre, '시험보건소'),
  ]
  own = `department_${first.replaceAll('-', '')}`
  other = `department_${second.replaceAll('-', '')}`
  officer = (await newPerson(sql, { role: 'buyer', departmentIds: [first] })).token
  otherOfficer = (await newPerson(sql, { role: 'buyer', departmentIds: [second] })).token
  const elsewhere = await centreOf('staff.narae@demo.example.kr')
  neighbour = (await newPerson(sql, { role: 'staff', centerId: elsewhere })).token
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

async function centreOf(email: string): Promise<string> {
  const [row] = await sql.run<{ id: string }>('select center_id as id from person where email = $1', [email])
  return row?.id ?? ''
}

interface Plan {
  id: string
  version: number
  item: string
  won: number | null
  visibility: string
  category: { code: string } | null
  confidence: number | null
  isCategoryConfirmed: boolean
  allowedActions: string[]
  candidates: { enterprises: number; products: number } | null
}
const fields =
  '{ id version item won visibility category { code } confidence isCategoryConfirmed allowedActions candidates { enterprises products } }'

async function add(item: string, visibility: string, { token = officer, department = own, more = '' } = {}) {
  const { addPlannedPurchase } = await read<{ addPlannedPurchase: Plan }>(
    app,
    `mutation ($item: String!) { addPlannedPurchase(departmentId: "${department}",
      plan: { year: 2027, item: $item, visibility: ${visibility} ${more} }) ${fields} }`,
    { token, variables: { item } },
  )
  return addPlannedPurchase
}

async function itemsSeen(token?: string, filter = `year: 2027, department: "${own}"`): Promise<string[]> {
  const { plannedPurchases } = await read<{ plannedPurchases: { edges: { node: { item: string } }[] } }>(
    app,
    `{ plannedPurchases(first: 100, filter: { ${filter} }) { edges { node { item } } } }`,
    token ? { token } : {},
  )
  return plannedPurchases.edges.map(({ node }) => node.item).sort()
}

test('each sees as far as the visibility of a plan goes, and the sums count no more', async () => {
  await add('시야 부서', 'DEPARTMENT', { more: ', won: 1000' })
  await add('시야 센터', 'CENTER', { more: ', won: 2000' })
  await add('시야 참가', 'PARTICIPANTS')
  await add('시야 공개', 'PUBLIC', { more: ', won: 4000' })
  const filter = `query: "시야"`
  expect(await itemsSeen(officer, filter)).toEqual(['시야 공개', '시야 부서', '시야 센터', '시야 참가'])
  expect(await itemsSeen(staff, filter)).toEqual(['시야 공개', '시야 센터', '시야 참가'])
  for (const token of [otherOfficer, neighbour, undefined])
    expect(await itemsSeen(token, filter)).toEqual(['시야 공개'])
  const sums = async (token: string) =>
    (
      await read<{ plannedPurchases: { totalCount: number; sums: object[] } }>(
        app,
        `{ plannedPurchases(first: 1, filter: { ${filter} }) { totalCount sums { visibility count won unpriced } } }`,
        { token },
      )
    ).plannedPurchases
  expect(await sums(staff)).toEqual({
    totalCount: 3,
    sums: [
      { visibility: 'PUBLIC', count: 1, won: 4000, unpriced: 0 },
      { visibility: 'PARTICIPANTS', count: 1, won: 0, unpriced: 1 },
      { visibility: 'CENTER', count: 1, won: 2000, unpriced: 0 },
    ],
  })
  expect((await sums(officer)).sums).toHaveLength(4)
})

test('an officer plans for the own department alone; staff for all of the centre, and hide nothing from themselves', async () => {
  const foreign = `mutation { addPlannedPurchase(departmentId: "${other}", plan: { year: 2027, item: "가" }) { id } }`
  expect(await refusal(app, foreign, { token: officer })).toEqual({
    code: 'NOT_FOUND',
    field: 'departmentId',
  })
  expect(await refusal(app, foreign, { token: neighbour })).toEqual({
    code: 'NOT_FOUND',
    field: 'departmentId',
  })
  const made = await add('직원이 적음', 'PUBLIC', { token: staff, department: other })
  for (const [token, hidden] of [
    [officer, '[]'],
    [otherOfficer, '["CHANGE","SET_VISIBILITY","WITHDRAW"]'],
  ] as const) {
    const { node } = await read<{ node: Plan }>(
      app,
      `{ node(id: "${made.id}") { ... on PlannedPurchase ${fields} } }`,
      {
        token,
      },
    )
    expect(JSON.stringify(node.allowedActions.filter(action => action !== 'CONFIRM_CATEGORY'))).toBe(hidden)
  }
  const change = `mutation { changePlannedPurchase(id: "${made.id}", expectedVersion: 1, changes: { item: "나" }) { id } }`
  for (const token of [officer, neighbour])
    expect(await refusal(app, change, { token })).toEqual({ code: 'NOT_FOUND', field: 'id' })
  const hide = `mutation { setPlanVisibility(ids: ["${made.id}"], visibility: DEPARTMENT) }`
  expect(await refusal(app, hide, { token: staff })).toEqual({ code: 'BAD_USER_INPUT', field: 'visibility' })
  expect(await read(app, hide, { token: otherOfficer })).toEqual({ setPlanVisibility: 1 })
  expect(await refusal(app, change, { token: staff })).toEqual({ code: 'NOT_FOUND', field: 'id' })
})

test('two editors at once: the second learns of both values, and nothing is lost', async () => {
  const { id } = await add('둘이 고침', 'CENTER')
  const change = (changes: string) =>
    `mutation { changePlannedPurchase(id: "${id}", expectedVersion: 1, changes: { ${changes} }) { version } }`
  const answers = await Promise.all([
    ask(app, change('won: 5000'), { token: officer }),
    ask(app, change('won: 7000'), { token: staff }),
  ])
  const refused = answers.filter(({ errors }) => errors)
  expect(refused).toHaveLength(1)
  expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    version: 2,
    conflicts: [{ field: 'won' }],
  })
})

test('withdrawn, a plan leaves the list and can come back; it is not changed meanwhile', async () => {
  const { id } = await add('거둘 품목', 'PUBLIC')
  const step = (name: string, version: number) =>
    `mutation { ${name}PlannedPurchase(id: "${id}", expectedVersion: ${version}) { state version allowedActions } }`
  expect(await read(app, step('withdraw', 1), { token: officer })).toEqual({
    withdrawPlannedPurchase: { state: 'WITHDRAWN', version: 2, allowedActions: ['RESTORE'] },
  })
  expect(await itemsSeen(officer, 'query: "거둘"')).toEqual([])
  const change = `mutation { changePlannedPurchase(id: "${id}", expectedVersion: 2, changes: { item: "나" }) { id } }`
  expect(await refusal(app, change, { token: officer })).toMatchObject({ code: 'WRONG_STATE' })
  expect(await refusal(app, step('withdraw', 2), { token: officer })).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, step('restore', 2), { token: officer })
  expect(await itemsSeen(officer, 'query: "거둘"')).toEqual(['거둘 품목'])
})

interface Suggested {
  item: string
  suggestions: { code: string; confidence: number; because: string }[]
  notThese: { term: string; name: string }[]
}
const suggest = async (...items: string[]) =>
  (
    await read<{ categorySuggestions: Suggested[] }>(
      app,
      `query ($items: [String!]!) { categorySuggestions(items: $items) {
        item suggestions { code confidence because } notThese { term name } } }`,
      { variables: { items }, token: staff },
    )
  ).categorySuggestions

test('손소독제 is the gel and not the spraying, and the suggestion says so', async () => {
  const [gel, banner, print, nothing] = await suggest(
    '손소독제',
    '행사 현수막 제작 및 설치',
    '시정 홍보물 인쇄',
    '쀍뛣',
  )
  expect(gel?.suggestions[0]).toMatchObject({ code: '53131626' })
  expect(gel?.suggestions.filter(({ code }) => /^(7610|72102103)/.test(code))).toEqual([])
  expect(gel?.notThese.map(({ name }) => name)).toContain('소독·정화')
  expect(banner?.suggestions[0]?.code).toBe('55121706')
  expect(print?.suggestions[0]?.code).toBe('82121505')
  expect(nothing?.suggestions).toEqual([])
})

test('of the lines of the demo whose category is known, most are suggested rightly', async () => {
  const known = plannedItems.flatMap(({ item, categoryCode }) =>
    categoryCode ? [{ item, categoryCode }] : [],
  )
  const answers = await suggest(...known.map(({ item }) => item))
  const fits = (at: number, code: string) => {
    const wanted = known[at]?.categoryCode ?? ''
    return code.startsWith(wanted) || wanted.startsWith(code)
  }
  const first = answers.filter(({ suggestions: [best] }, at) => best && fits(at, best.code))
  const among = answers.filter(({ suggestions }, at) => suggestions.some(({ code }) => fits(at, code)))
  console.info(`${known.length} lines: ${first.length} by the first suggestion, ${among.length} among five`)
  expect(first.length / known.length).toBeGreaterThanOrEqual(0.65)
  expect(among.length / known.length).toBeGreaterThanOrEqual(0.85)
})

test('a suggestion is kept with its confidence until a person confirms it or says another', async () => {
  const made = await add('행사 현수막', 'CENTER')
  expect(made).toMatchObject({ category: { code: '55121706' }, isCategoryConfirmed: false })
  expect(made.confidence).toBeGreaterThan(0.5)
  expect(made.allowedActions).toContain('CONFIRM_CATEGORY')
  expect(made.candidates?.products).toBeGreaterThan(0)
  const [counted] = await sql.run<{ n: number }>(
    `select count(*)::int as n from product p join enterprise e on e.id = p.enterprise_id
     where p.state = 'on_sale' and e.state = 'published' and p.category_code like '55121706%'`,
  )
  expect(made.candidates?.products).toBe(counted?.n)
  const confirm = (version: number, category = '') =>
    `mutation { confirmPlanCategory(id: "${made.id}", expectedVersion: ${version} ${category}) ${fields} }`
  const { confirmPlanCategory } = await read<{ confirmPlanCategory: Plan }>(app, confirm(1), {
    token: officer,
  })
  expect(confirmPlanCategory).toMatchObject({ isCategoryConfirmed: true, category: { code: '55121706' } })
  expect(confirmPlanCategory.allowedActions).not.toContain('CONFIRM_CATEGORY')
  const { confirmPlanCategory: otherwise } = await read<{ confirmPlanCategory: Plan }>(
    app,
    confirm(2, ', category: "82121505"'),
    { token: officer },
  )
  expect(otherwise.category).toEqual({ code: '82121505' })
  expect(await refusal(app, confirm(3, ', category: "99999999"'), { token: officer })).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

interface Pasted {
  saved: number
  flagged: number
  rows: {
    number: number
    isFlagged: boolean
    planId: string | null
    item: string
    won: number | null
    month: number | null
    visibility: string
    categoryCode: string | null
    problems: { column: string; message: string }[]
    notes: string[]
  }[]
}
const paste = async (text: string, more: string, dryRun: boolean, token = staff) =>
  (
    await read<{ addPlannedPurchases: Pasted }>(
      app,
      `mutation ($text: String!) { addPlannedPurchases(dryRun: ${dryRun}, table: { text: $text, year: 2028 ${more} }) {
        saved flagged rows { number isFlagged planId item won month visibility categoryCode problems { column message } notes } } }`,
      { token, variables: { text } },
    )
  ).addPlannedPurchases

const count2028 = async () => {
  const [row] = await sql.run<{ n: number }>(
    'select count(*)::int as n from planned_purchase where year = 2028',
  )
  return row?.n
}

test('of 200 pasted rows every one is saved or flagged with its number and reason; a rehearsal writes nothing', async () => {
  const bad: Record<number, string> = {
    7: '시험홍보과\t\t\t100\t3\t\t',
    42: '없는과\t봉투\t\t100\t3\t\t',
    99: '시험홍보과\t봉투\t\t백만\t3\t\t',
    120: '시험홍보과\t봉투\t\t100\t13월\t\t',
    150: '시험홍보과\t봉투\t\t5천원\t3\t\t',
    180: '시험홍보과\t봉투\t\t100\t3\t\t아무나',
    199: '시험홍보과\t현수막 2번\t\t1,002\t3월\t사무관리비\t공개',
  }
  const rows = Array.from({ length: 200 }, (_, at) => {
    const number = at + 2
    return (
      bad[number] ??
      `시험홍보과\t현수막 ${number}번\t${number === 3 ? '9999' : ''}\t1,0${String(number).padStart(2, '0')}\t3월\t사무관리비\t공개`
    )
  })
  const table = ['부서\t품목\t품목코드\t금액(천원)\t시기\t예산 과목\t공개', ...rows].join('\r\n')
  const rehearsed = await paste(table, '', true)
  expect(await count2028()).toBe(0)
  expect(rehearsed.rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 2))
  const flagged = rehearsed.rows.filter(({ isFlagged }) => isFlagged)
  expect(flagged.map(({ number, problems }) => [number, problems[0]?.column])).toEqual([
    [7, 'item'],
    [42, 'department'],
    [99, 'amount'],
    [120, 'month'],
    [150, 'amount'],
    [180, 'visibility'],
    [199, 'item'],
  ])
  expect(rehearsed.rows[0]).toMatchObject({
    won: 1_002_000,
    month: 3,
    visibility: 'PUBLIC',
    categoryCode: '55121706',
  })
  expect(rehearsed.rows[1]?.notes[0]).toContain('9999')
  const saved = await paste(table, '', false)
  expect([saved.saved, saved.flagged]).toEqual([193, 7])
  expect(saved.rows.filter(({ planId }) => planId !== null)).toHaveLength(193)
  expect(await count2028()).toBe(193)
  const again = await paste(table, '', false)
  expect([again.saved, again.flagged]).toEqual([0, 200])
  expect(await count2028()).toBe(193)
}, 30_000)

test('the unit of a table is said once, and an officer pastes into the own department only', async () => {
  const table = '봉투 인쇄\t\t3.5\t2\t\t'
  expect(
    await refusal(
      app,
      'mutation ($text: String!) { addPlannedPurchases(table: { text: $text, year: 2029 }) { saved } }',
      {
        token: officer,
        variables: { text: table },
      },
    ),
  ).toEqual({ code: 'BAD_USER_INPUT', field: 'unit' })
  const pasted = await paste(table, `, unit: MILLION, department: "${own}"`, true, officer)
  expect(pasted.rows[0]).toMatchObject({ isFlagged: false, won: 3_500_000, month: 2, visibility: 'CENTER' })
  const foreign = await paste(`시험보건소\t${table}`, ', unit: MILLION', true, officer)
  expect(foreign.rows[0]?.problems[0]?.column).toBe('department')
})

test('visibility of many at once: all of them or none', async () => {
  const [first, second] = [await add('한꺼번에 1', 'CENTER'), await add('한꺼번에 2', 'PUBLIC')]
  const foreign = await add('한꺼번에 남', 'PUBLIC', { token: otherOfficer, department: other })
  const set = (ids: string[]) =>
    `mutation { setPlanVisibility(ids: ${JSON.stringify(ids)}, visibility: PUBLIC) }`
  expect(await refusal(app, set([first.id, foreign.id]), { token: officer })).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await itemsSeen(undefined, 'query: "한꺼번에"')).toEqual(['한꺼번에 2', '한꺼번에 남'])
  expect(await read(app, set([first.id, second.id]), { token: officer })).toEqual({ setPlanVisibility: 1 })
})
