import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal } from '../kit/ask.ts'
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
