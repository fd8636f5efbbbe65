import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'
import { bulkBy } from '../kit/bulk.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let neighbour: Awaited<ReturnType<Vetting['neighbour']>>
let bulk: ReturnType<typeof bulkBy>
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  neighbour = await world.neighbour()
  bulk = bulkBy(app, world.staff.question)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})
beforeEach(() => world.sql.run(`update enterprise set name = 'old ' || id where name not like 'old %'`))

interface Listed {
  enterpriseDesks: { totalCount: number; edges: { node: { enterprise: { name: string } } }[] }
}

async function list(args: string, { question }: { question: { token: string } } = world.staff) {
  const { enterpriseDesks } = await read<Listed>(
    app,
    `{ enterpriseDesks(first: 100, ${args}) { totalCount edges { node { enterprise { name } } } } }`,
    question,
  )
  return {
    count: enterpriseDesks.totalCount,
    names: enterpriseDesks.edges.map(({ node }) => node.enterprise.name),
  }
}

const statesOf = async (words: string) =>
  world.sql.run<{ name: string; state: string }>(
    'select name, state from enterprise where name like $1 order by name',
    [`${words}%`],
  )

async function enterprises(names: string[], given: { state?: string; center?: string | null } = {}) {
  const made = []
  for (const name of names) made.push(await world.enterprise({ name, ...given }))
  return made
}

const ledgerOf = (name: string) =>
  world.sql.run<{ reason: string | null; role: string }>(
    'select reason, actor_role as role from ledger where name = $1 order by id',
    [name],
  )

const why = '공개 요건을 다시 확인합니다.'

test('the list shows what the centre keeps and what nobody keeps, and nothing of another centre', async () => {
  await enterprises(['누리솔가', '누리솔나'])
  await enterprises(['누리솔미정'], { center: null })
  await enterprises(['누리솔이웃'], { center: neighbour.center })
  expect(await list('filter: { words: "누리솔" }')).toEqual({
    count: 3,
    names: ['누리솔가', '누리솔나', '누리솔미정'],
  })
  expect((await list('filter: { words: "누리솔", keeper: NOBODY }')).names).toEqual(['누리솔미정'])
  expect((await list('filter: { words: "ㄴㄹㅅㄱ" }')).names).toEqual(['누리솔가'])
  expect((await list('filter: { words: "누리솔" }', neighbour)).names).toEqual(['누리솔미정', '누리솔이웃'])
  expect(await list('filter: { words: "누리솔" }', world.owner)).toEqual({ count: 0, names: [] })
})

test('the list is ordered and narrowed by what ends first', async () => {
  const [late, soon] = await enterprises(['만료늦은', '만료이른', '만료없음'])
  const certify = (key: string | undefined, days: number) =>
    world.sql.run(
      `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
       values ($1, $2, (select code from certification_kind order by position limit 1), '2020-01-01', current_date + $3::int, 'test', now(), now())`,
      [randomUUID(), key, days],
    )
  await certify(late?.key, 300)
  await certify(soon?.key, 10)
  expect((await list('filter: { words: "만료" }, sort: EXPIRY')).names).toEqual([
    '만료이른',
    '만료늦은',
    '만료없음',
  ])
  expect((await list('filter: { words: "만료", expiresWithin: 30 }')).names).toEqual(['만료이른'])
})

test('a bulk step is rehearsed without changing anything, done row by row on the record, and taken back', async () => {
  await enterprises(['다온가', '다온나'])
  await enterprises(['다온공개'], { state: 'published' })
  await enterprises(['다온이웃'], { center: neighbour.center })
  const plan = 'planEnterpriseBulk(action: PUBLISH, selection: { filter: { words: "다온" }, seen: 3 })'
  const run = await bulk.plan(plan)
  expect(run).toMatchObject({ total: 3, wouldChange: 2, changed: 0, refused: 1, canBeUndone: false })
  expect(run.refusals).toMatchObject([{ code: 'WRONG_STATE', count: 1, examples: ['다온공개'] }])
  expect((await statesOf('다온')).map(({ state }) => state)).toEqual(['draft', 'published', 'draft', 'draft'])
  expect(await ledgerOf('enterprise.published')).toEqual([])

  const done = await bulk.start(run)
  expect(done).toMatchObject({ total: 3, changed: 2, refused: 1, canBeUndone: true })
  expect(await statesOf('다온')).toEqual([
    { name: '다온가', state: 'published' },
    { name: '다온공개', state: 'published' },
    { name: '다온나', state: 'published' },
    { name: '다온이웃', state: 'draft' },
  ])
  expect(await ledgerOf('enterprise.published')).toHaveLength(2)
  expect(await ledgerOf('bulk.finished')).toMatchObject([{ role: 'staff' }])

  const undone = await bulk.undo(done)
  expect(undone).toMatchObject({ changed: 2, refused: 0, canBeUndone: false })
  expect((await statesOf('다온')).map(({ state }) => state)).toEqual([
    'withdrawn',
    'published',
    'withdrawn',
    'draft',
  ])
  expect((await bulk.find(done.id))?.canBeUndone).toBe(false)
  expect(await bulk.refused(`undoBulk(id: "${done.id}")`)).toMatchObject({ code: 'WRONG_STATE' })
})

test('a run of somebody who is shut out meanwhile stops where it is', async () => {
  await enterprises(['닫힌문가', '닫힌문나'])
  const run = await bulk.plan(
    'planEnterpriseBulk(action: PUBLISH, selection: { filter: { words: "닫힌문" }, seen: 2 })',
  )
  // Shut out between the start and the first row: the worker is the only one who could still go on.
  await world.sql.run(`update person set disabled_at = now() where id = $1`, [world.staff.id])
  await world.sql.run(`update bulk_run set state = 'running' where id = $1`, [run.id.replace('bulkrun_', '')])
  await eventually(async () => {
    const [row] = await world.sql.run<{ state: string }>('select state from bulk_run where id = $1', [
      run.id.replace('bulkrun_', ''),
    ])
    expect(row?.state).toBe('stopped')
  }, 10_000)
  expect((await statesOf('닫힌문')).map(({ state }) => state)).toEqual(['draft', 'draft'])
  await world.sql.run(`update person set disabled_at = null where id = $1`, [world.staff.id])
})

test('whoever has seen another number of rows is asked again, and nothing is planned', async () => {
  await enterprises(['라온가', '라온나'])
  await enterprises(['라온이웃'], { center: neighbour.center })
  const before = await world.sql.run('select 1 from bulk_run')
  const refused = await bulk.refused(
    'planEnterpriseBulk(action: PUBLISH, selection: { filter: { words: "라온" }, seen: 3 })',
  )
  expect(refused).toEqual({ code: 'CONFLICT', field: 'selection.seen' })
  expect(await world.sql.run('select 1 from bulk_run')).toHaveLength(before.length)
})

test('what another centre keeps cannot be named, and what another person plans cannot be read or started', async () => {
  const [theirs] = await enterprises(['마루이웃'], { center: neighbour.center, state: 'published' })
  const [mine] = await enterprises(['마루가'], { state: 'published' })
  const named = (id = '') =>
    `planEnterpriseBulk(action: WITHDRAW, reason: "${why}", selection: { ids: ["${id}"] })`
  expect(await bulk.refused(named(theirs?.id))).toMatchObject({ code: 'NOT_FOUND' })
  const run = await bulk.plan(named(mine?.id))
  for (const other of [world.colleague, neighbour]) {
    const theirBulk = bulkBy(app, other.question)
    expect(await theirBulk.find(run.id)).toBeNull()
    expect(await theirBulk.refused(`startBulk(id: "${run.id}")`)).toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await bulk.stop(run)).toMatchObject({ state: 'STOPPED', changed: 0 })
  expect(await bulk.refused(`startBulk(id: "${run.id}")`)).toMatchObject({ code: 'WRONG_STATE' })
})

test('a step that asks for a reason asks for it before anything is looked at', async () => {
  const [mine] = await enterprises(['바탕가'], { state: 'published' })
  const withdraw = (reason: string) =>
    bulk.refused(
      `planEnterpriseBulk(action: WITHDRAW, reason: "${reason}", selection: { ids: ["${mine?.id}"] })`,
    )
  expect(await withdraw('짧음')).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await bulk.refused('planEnterpriseBulk(action: PUBLISH, selection: { filter: {} })')).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('cases are assigned and approved by the guards of the single step; a save in between is refused', async () => {
  const set = await world.requirementSet()
  const [ready, lacking, moving] = await enterprises(['사랑준비', '사랑부족', '사랑바뀜'])
  const cases = []
  for (const enterprise of [ready, lacking, moving])
    cases.push((await world.inReview(enterprise?.id ?? '', set.id)).review)
  for (const seen of [cases[0], cases[2]])
    for (let review = seen, number = 1; review && number <= 3; number++)
      review = await world.staff.judge(review, number, 'MET')
  const ids = cases.map(({ id }) => `"${id}"`).join(', ')

  const run = await bulk.plan(`planReviewBulk(action: APPROVE, selection: { ids: [${ids}] })`)
  expect(run).toMatchObject({ total: 3, wouldChange: 2, refused: 1 })
  expect(run.refusals).toMatchObject([{ block: 'ITEMS_LACKING', examples: ['사랑부족'] }])
  const moved = await world.staff.read(cases[2]?.id ?? '')
  await world.colleague.act(moved, 'assignReview')

  const done = await bulk.start(run)
  expect(done).toMatchObject({ changed: 1, refused: 2 })
  expect(done.refusals.map(({ code }) => code).toSorted()).toEqual(['CONFLICT', 'WRONG_STATE'])
  expect((await statesOf('사랑준비'))[0]?.state).toBe('published')
  await bulk.undo(done)
  expect((await world.staff.read(cases[0]?.id ?? '')).state).toBe('IN_REVIEW')
  expect((await statesOf('사랑준비'))[0]?.state).toBe('withdrawn')

  const given = await bulk.start(
    await bulk.plan(
      `planReviewBulk(action: ASSIGN, to: "person_${world.colleague.id.replaceAll('-', '')}", selection: { view: MINE, seen: 2 })`,
    ),
  )
  expect(given).toMatchObject({ changed: 2, refused: 0, canBeUndone: false })
})

test('a closed case is opened again from the list of enterprises', async () => {
  const set = await world.requirementSet()
  const [closed, never] = await enterprises(['아침닫힘', '아침없음'])
  let { review } = await world.inReview(closed?.id ?? '', set.id)
  for (const number of [1, 2, 3]) review = await world.staff.judge(review, number, 'MET')
  review = await world.staff.act(review, 'approveReview')
  const run = await bulk.plan(
    `planEnterpriseBulk(action: REOPEN_REVIEW, reason: "${why}", selection: { ids: ["${closed?.id}", "${never?.id}"] })`,
  )
  expect(run).toMatchObject({ wouldChange: 1, refused: 1 })
  await bulk.start(run)
  expect((await world.staff.read(review.id)).state).toBe('RE_REVIEW')
  expect((await ledgerOf('review.reopened')).at(-1)?.reason).toBe(why)
})
