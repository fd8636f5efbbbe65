import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, eventually, read, refusal } from '../kit/ask.ts'
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

const isPublic = async (name: string) => {
  const { enterprises } = await read<{ enterprises: { totalCount: number } }>(
    app,
    'query ($name: String) { enterprises(first: 1, query: $name) { totalCount } }',
    { variables: { name } },
  )
  return enterprises.totalCount
}

test('what waits for the enterprise stands below what waits for the staff', async () => {
  const { owner, staff } = world
  const set = await world.requirementSet()
  const back = await world.enterprise({ name: '기다리는협동조합' })
  const { review } = await world.inReview(back.id, set.id)
  await staff.act(
    await staff.note(await staff.judge(review, 2, 'UNMET'), 2, '검수조서가 없습니다.'),
    'sendBackReview',
  )
  const waiting = await world.enterprise({ name: '기다리게하는협동조합' })
  const attested = await owner.attest(await owner.start(waiting.id, set.id), 1)
  await owner.submit(await owner.attach(attested, 2, waiting.id))

  const { reviews } = await read<{ reviews: { edges: { node: { enterprise: { name: string } } }[] } }>(
    app,
    `{ reviews(first: 2, sort: QUEUE, filter: { requirementSet: "${set.id}" }) { edges { node { enterprise { name } } } } }`,
    staff.question,
  )
  const names = reviews.edges.map(({ node }) => node.enterprise.name)
  expect(names).toEqual(['기다리게하는협동조합', '기다리는협동조합'])
})

test('an enterprise is sent back once, corrects its papers, and appears in the catalogue', async () => {
  const { owner, staff } = world
  const enterprise = await world.enterprise({ name: '해든솔인쇄협동조합' })
  const set = await world.requirementSet()

  let application = await owner.start(enterprise.id, set.id)
  expect(application.state).toBe('DRAFT')
  expect(await owner.refusedToSubmit(application)).toMatchObject({ code: 'WRONG_STATE' })
  application = await owner.attest(application, 1)
  application = await owner.attach(application, 2, enterprise.id)
  application = await owner.submit(application)
  expect(application).toMatchObject({ state: 'SUBMITTED', allowedActions: [] })

  let review = await staff.find(enterprise.id)
  review = await staff.act(review, 'beginReview')
  review = await staff.judge(review, 1, 'MET')
  review = await staff.judge(review, 2, 'UNMET')
  expect(review.blockedActions).toContainEqual({ action: 'APPROVE', code: 'ITEMS_LACKING', items: [2, 3] })
  review = await staff.note(review, 2, '검수조서가 없습니다.')
  review = await staff.act(review, 'sendBackReview')
  expect(review.state).toBe('RETURNED')

  application = await owner.read(application.id)
  expect(application.items.map(({ note }) => note)).toEqual([null, '검수조서가 없습니다.', null])
  expect(application.blockedActions).toMatchObject([
    { action: 'SUBMIT', code: 'NOTES_UNANSWERED', items: [2] },
  ])
  application = await owner.attach(application, 2, enterprise.id)
  application = await owner.submit(application)

  review = await staff.find(enterprise.id)
  expect(review).toMatchObject({ timesReturned: 1, openNotes: 0, answeredNotes: 1 })
  review = await staff.act(review, 'beginReview')
  review = await staff.judge(review, 2, 'MET')
  review = await staff.judge(review, 3, 'MET')
  expect(await isPublic('해든솔인쇄협동조합')).toBe(0)
  review = await staff.act(review, 'approveReview')
  expect(review.state).toBe('APPROVED')
  await eventually(async () => expect(await isPublic('해든솔인쇄협동조합')).toBe(1), 2_000)

  const timeline = (await staff.timeline(review.id))
    .map(({ action, by }) => `${action} ${by.name}`)
    .toReversed()
  expect(timeline[0]).toBe('review.opened 김기업')
  expect(timeline).toContain('review.returned 이담당')
  expect(timeline.at(-1)).toBe('review.approved 이담당')
  expect(
    await refusal(
      app,
      `mutation { approveReview(id: "${review.id}", expectedVersion: ${review.version}) { id } }`,
      staff.question,
    ),
  ).toMatchObject({ code: 'WRONG_STATE' })
})

test('a set carries guidance and the reason it was published for, and says who was faster', async () => {
  const { owner, staff, colleague } = world
  const made = await read<{ createRequirementSet: { id: string; version: number } }>(
    app,
    `mutation { createRequirementSet(input: { title: "안내 기준", purpose: EVENT, requirements: [
      { kind: ATTESTATION, text: "확약합니다.", guidance: "첫 줄\\n둘째 줄" }] }) { id version } }`,
    staff.question,
  )
  const { id, version } = made.createRequirementSet
  const publish = (reason: string, expectedVersion: number) =>
    `mutation { publishRequirementSet(id: "${id}", effectiveFrom: "2099-01-01", expectedVersion: ${expectedVersion}, reason: "${reason}") { version } }`
  expect(await refusal(app, publish('짧음', version), staff.question)).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
  const stale = await ask(app, publish('행사 참여 기업을 고르려고 합니다.', version + 1), colleague.question)
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'CONFLICT', by: '이담당', at: expect.any(String) },
  })
  await read(app, publish('행사 참여 기업을 고르려고 합니다.', version), staff.question)
  const asked = `{ requirementSet(id: "${id}") { requirements { guidance } publication { by reason } } }`
  const requirements = [{ guidance: '첫 줄\n둘째 줄' }]
  expect(await read(app, asked, colleague.question)).toEqual({
    requirementSet: {
      requirements,
      publication: { by: '이담당', reason: '행사 참여 기업을 고르려고 합니다.' },
    },
  })
  await world.enterprise({ name: '안내받는협동조합' })
  expect(await read(app, asked, owner.question)).toEqual({
    requirementSet: { requirements, publication: null },
  })
})
