import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, refusal } from '../kit/ask.ts'
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

const aCase = async (given: Parameters<Vetting['requirementSet']>[0] = {}) => {
  const enterprise = await world.enterprise()
  return { enterprise, ...(await world.inReview(enterprise.id, (await world.requirementSet(given)).id)) }
}

test('a stale save is told who has changed what, from what to what', async () => {
  const { review } = await aCase()
  await world.staff.judge(review, 1, 'MET')
  const { errors } = await ask(
    app,
    `mutation { judgeItem(id: "${review.id}", number: 1, verdict: UNMET, expectedVersion: ${review.version}) { id } }`,
    world.staff.question,
  )
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    field: 'expectedVersion',
    version: review.version + 1,
    changes: [{ field: 'items.1.verdict', from: null, to: 'met', by: '이담당', action: 'review.judged' }],
  })
})

test('a hundred editors at once: as many succeed as the version moves, and no field is lost', async () => {
  const { review } = await aCase()
  const verdicts = ['MET', 'UNMET', 'UNCLEAR']
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      ask<{ judgeItem: { version: number } }>(
        app,
        `mutation { judgeItem(id: "${review.id}", number: ${(index % 3) + 1}, verdict: ${verdicts[index % 3]}, expectedVersion: ${review.version + (index % 5)}) { version } }`,
        world.staff.question,
      ),
    ),
  )
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done')
  const done = codes.filter(code => code === 'done').length
  expect(codes.filter(code => code !== 'done' && code !== 'CONFLICT')).toEqual([])
  expect(done).toBeGreaterThan(0)
  const after = await world.staff.read(review.id)
  expect(after.version - review.version).toBe(done)
  const [{ n } = { n: 0 }] = await world.sql.run<{ n: number }>(
    `select count(*)::int as n from ledger where name = 'review.judged' and subject_id = $1`,
    [uuidOf(review.id)],
  )
  expect(n).toBe(done)
})

const uuidOf = (id: string) => id.replace(/^.*_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

test('a decision whose ledger row cannot be written leaves nothing', async () => {
  const { review, enterprise } = await aCase()
  let ready = review
  for (const number of [1, 2, 3]) ready = await world.staff.judge(ready, number, 'MET')
  await world.sql.run(`alter table ledger add constraint broken check (name <> 'review.approved') not valid`)
  try {
    expect(
      await refusal(
        app,
        `mutation { approveReview(id: "${ready.id}", expectedVersion: ${ready.version}) { id } }`,
        world.staff.question,
      ),
    ).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  } finally {
    await world.sql.run('alter table ledger drop constraint broken')
  }
  expect(await world.staff.read(ready.id)).toEqual(ready)
  expect(await world.sql.run('select state from enterprise where id = $1', [enterprise.key])).toEqual([
    { state: 'draft' },
  ])
  expect((await world.staff.act(ready, 'approveReview')).state).toBe('APPROVED')
})

test('whoever has ties to an enterprise does not judge it, declared or known', async () => {
  const { review, enterprise } = await aCase()
  await world.sql.run('insert into enterprise_member (person_id, enterprise_id) values ($1, $2)', [
    world.staff.id,
    enterprise.key,
  ])
  const tied = await world.staff.read(review.id)
  expect(tied.allowedActions).toEqual(['ASSIGN'])
  expect(new Set(tied.blockedActions.map(({ code }) => code))).toEqual(new Set(['CONFLICT_OF_INTEREST']))
  expect(
    await refusal(
      app,
      `mutation { judgeItem(id: "${review.id}", number: 1, verdict: MET, expectedVersion: ${review.version}) { id } }`,
      world.staff.question,
    ),
  ).toMatchObject({ code: 'FORBIDDEN' })
  await ask(
    app,
    `mutation { declareConflictOfInterest(enterpriseId: "${enterprise.id}", reason: "배우자가 대표입니다, 작년부터.") }`,
    world.colleague.question,
  )
  expect((await world.colleague.read(review.id)).allowedActions).toEqual(['ASSIGN'])
})

test('where two must approve, the first alone changes nothing, and cannot be the second', async () => {
  const { review, enterprise } = await aCase({ needsTwo: true })
  let ready = review
  for (const number of [1, 2, 3]) ready = await world.staff.judge(ready, number, 'MET')
  const first = await world.staff.act(ready, 'approveReview')
  expect(first.state).toBe('IN_REVIEW')
  expect(first.blockedActions).toContainEqual({ action: 'APPROVE', code: 'SECOND_PERSON_PENDING', items: [] })
  expect(
    await refusal(
      app,
      `mutation { approveReview(id: "${first.id}", expectedVersion: ${first.version}) { id } }`,
      world.staff.question,
    ),
  ).toMatchObject({ code: 'FORBIDDEN' })
  expect(await world.sql.run('select state from enterprise where id = $1', [enterprise.key])).toEqual([
    { state: 'draft' },
  ])
  expect((await world.colleague.act(await world.colleague.read(first.id), 'approveReview')).state).toBe(
    'APPROVED',
  )
})

test('a decision is taken back while nobody was told, by who made it, and the catalogue with it', async () => {
  const { review, enterprise } = await aCase()
  let ready = review
  for (const number of [1, 2, 3]) ready = await world.staff.judge(ready, number, 'MET')
  const approved = await world.staff.act(ready, 'approveReview')
  expect((await world.colleague.read(review.id)).blockedActions).toContainEqual({
    action: 'UNDO',
    code: 'NOT_DECIDER',
    items: [],
  })
  const undone = await world.staff.act(approved, 'undoReviewDecision')
  expect(undone.state).toBe('IN_REVIEW')
  expect(await world.sql.run('select state from enterprise where id = $1', [enterprise.key])).toEqual([
    { state: 'withdrawn' },
  ])
})

test('a waiver and an override are the lead’s, with a reason that says something', async () => {
  const { review } = await aCase()
  const { lead } = world
  const taken = await lead.act(review, 'assignReview')
  const short = `mutation { judgeItem(id: "${taken.id}", number: 3, verdict: WAIVED, reason: "됨", expectedVersion: ${taken.version}) { id } }`
  expect(await refusal(app, short, lead.question)).toEqual({ code: 'BAD_USER_INPUT', field: 'reason' })
  const waived = await lead.judge(taken, 3, 'WAIVED', '재작년에 현장을 확인한 기록이 있음')
  expect(waived.version).toBe(taken.version + 1)
  expect((await lead.timeline(review.id))[0]).toMatchObject({
    action: 'review.item_waived',
    reason: '재작년에 현장을 확인한 기록이 있음',
  })
})
