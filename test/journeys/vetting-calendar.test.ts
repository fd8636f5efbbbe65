import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

/** 15:00 in UTC is midnight in Seoul. */
const at = (day: string) => new Date(`${day}T03:00:00Z`)
let now = at('2026-09-01')
let app: TestApp
let world: Vetting
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => now })
  world = await openVetting(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const certify = (enterpriseId: string, until: string) =>
  world.sql.run<{ id: string }>(
    `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
     values (gen_random_uuid(), $1, 'social_enterprise', '2023-12-01', $2, 'test', now(), now()) returning id`,
    [enterpriseId, until],
  )

const casesOf = async (enterprise: string) => {
  const { reviews } = await read<{
    reviews: { edges: { node: { cause: string; state: string; causeDetail: string } }[] }
  }>(
    app,
    `{ reviews(first: 20, filter: { enterprise: "${enterprise}" }) { edges { node { cause state causeDetail } } } }`,
    world.staff.question,
  )
  return reviews.edges.map(({ node }) => node)
}

const notes = () => world.sql.run('select days from expiry_notice order by days desc')

test('a certificate about to end becomes one case, and an approval that rests on it lapses at midnight', async () => {
  const set = await world.requirementSet({
    effectiveFrom: '2026-09-01',
    requirements: [
      { kind: 'ATTESTATION', text: '확약' },
      { kind: 'DOCUMENT', text: '서류' },
      { kind: 'VALID_CERTIFICATION', text: '유효한 인증' },
    ],
  })
  const enterprise = await world.enterprise({ name: '한밤협동조합' })
  await certify(enterprise.key, '2026-11-30')
  let { review } = await world.inReview(enterprise.id, set.id)
  for (const number of [1, 2, 3]) review = await world.staff.judge(review, number, 'MET')
  expect((await world.staff.act(review, 'approveReview')).state).toBe('APPROVED')

  now = at('2026-10-01')
  await eventually(async () => expect(await notes()).toEqual([]), 2_000)
  for (const [day, days] of [
    ['2026-10-02', [60]],
    ['2026-11-01', [60, 30]],
    ['2026-11-24', [60, 30, 7]],
  ] as const) {
    now = at(day)
    await eventually(async () => expect(await notes()).toEqual(days.map(each => ({ days: each }))))
  }
  expect(await casesOf(enterprise.id)).toMatchObject([
    { cause: 'EXPIRY', state: 'RE_REVIEW', causeDetail: expect.stringContaining('2026-11-30') },
    { cause: 'APPLICATION', state: 'APPROVED' },
  ])
  now = new Date('2026-11-30T15:00:00Z')
  await eventually(async () =>
    expect((await casesOf(enterprise.id)).map(({ state }) => state)).toEqual(['RE_REVIEW', 'LAPSED']),
  )
  expect((await world.staff.timeline(review.id))[0]).toMatchObject({ action: 'review.lapsed', by: null })
})

test('what a list calls cancelled becomes a case, once, and changes nothing by itself', async () => {
  const enterprise = await world.enterprise({ name: '통보협동조합', state: 'published' })
  const [certification] = await certify(enterprise.key, '2028-01-01')
  for (const _ of [1, 2])
    await world.sql.run(
      `insert into ledger (at, actor_role, name, subject_type, subject_id, detail)
       values (now(), 'system', 'import.cancellation_found', 'enterprise', $1, $2)`,
      [enterprise.key, { certification: certification?.id, how: 'cancelled', on: '2026-09-01' }],
    )
  await eventually(async () =>
    expect(await casesOf(enterprise.id)).toMatchObject([
      { cause: 'LIST_CHANGE', state: 'RE_REVIEW', causeDetail: '공식 명단: 사회적기업 취소 (2026-09-01)' },
    ]),
  )
  expect(
    await world.sql.run(
      'select e.state, c.cancelled_on from enterprise e join certification c on c.enterprise_id = e.id where e.id = $1',
      [enterprise.key],
    ),
  ).toEqual([{ state: 'published', cancelled_on: null }])
})
