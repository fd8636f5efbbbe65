import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let setId: string
const enterprises = 5_000
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  setId = (await world.requirementSet()).id
  await fill()
}, 60_000)
afterAll(async () => {
  await world.end()
  await app.stop()
})

/** Approved enterprises; every other has a certificate, every third three deliveries, every fifth something to sell. */
async function fill() {
  const { sql, center } = world
  await sql.run(
    `insert into enterprise (id, business_number, name, state, source, center_id, created_at, updated_at)
     select gen_random_uuid(), (1000000000 + n)::text, '기업 ' || n, 'published', 'test', $1, now(), now() from generate_series(1, ${enterprises}) n`,
    [center],
  )
  const numbered = `(select id, row_number() over (order by business_number) as n from enterprise) e`
  await sql.run(`insert into certification (id, enterprise_id, kind_code, valid_from, source, created_at, updated_at)
    select gen_random_uuid(), id, 'social_enterprise', '2020-01-01', 'test', now(), now() from ${numbered} where n % 2 = 0`)
  await sql.run(`with c as (
      insert into credential (id, enterprise_id, kind, stated_on, created_at, updated_at)
      select gen_random_uuid(), id, 'delivery_record', current_date, now(), now() from ${numbered}, generate_series(1, 3) where n % 3 = 0 returning id)
    insert into delivery_record (credential_id, client, item, amount, delivered_on) select id, '가', '나', 1, current_date - 30 from c`)
  await sql.run(`insert into product (id, enterprise_id, name, unit, price, includes_vat, state, source, created_at, updated_at)
    select gen_random_uuid(), id, '상품', '개', 1, true, 'on_sale', 'test', now(), now() from ${numbered} where n % 5 = 0`)
  await sql.run(
    `insert into review (id, center_id, enterprise_id, requirement_set_id, state, cause, opened_at, updated_at)
     select gen_random_uuid(), e.center_id, e.id, s.id, 'approved', 'application', now(), now() from enterprise e, requirement_set s`,
  )
  await sql.run(
    `insert into review_item (review_id, number, requirement_id, verdict) select r.id, q.position, q.id, 'met' from review r, requirement q`,
  )
  await sql.run('analyze')
}

interface Seen {
  requirementSet: {
    impact: {
      approved: number
      kept: number
      lost: number
      byReason: { items: number[]; enterprises: number }[]
      enterprises: { name: string; items: number[] }[]
    }
  }
}

test('5,000 enterprises: who would fall out, by reason, within two seconds, as counted by hand', async () => {
  const drafted = await read<{
    draftRequirementSet: { id: string; version: number; requirements: { key: string }[] }
  }>(
    app,
    `mutation { draftRequirementSet(id: "${setId}") { id version requirements { key } } }`,
    world.staff.question,
  )
  const { id, version, requirements } = drafted.draftRequirementSet
  const keys = requirements.map(({ key }) => key)
  const input = {
    title: '새 기준',
    purpose: 'CATALOGUE',
    requirements: [
      { key: keys[0], kind: 'ATTESTATION', text: '확약' },
      { kind: 'VALID_CERTIFICATION', text: '유효한 인증' },
      { kind: 'DELIVERY_RECORDS', text: '납품실적 3건', parameters: { count: 3, years: 3 } },
      { kind: 'MINIMUM_PRODUCTS', text: '상품 1건' },
    ],
  }
  await read(
    app,
    `mutation ($input: RequirementSetInput!) { changeRequirementSet(id: "${id}", input: $input, expectedVersion: ${version}) { id } }`,
    { ...world.staff.question, variables: { input } },
  )
  const begun = performance.now()
  const { requirementSet } = await read<Seen>(
    app,
    `{ requirementSet(id: "${id}") { impact(first: 100) { approved kept lost gained inProgress byReason { items enterprises } enterprises { name items } } } }`,
    world.staff.question,
  )
  expect(performance.now() - begun).toBeLessThan(2_000)
  const { approved, kept, lost, byReason } = requirementSet.impact
  // Worked out by hand: n is kept when 2, 3 and 5 divide it.
  const lacking = Array.from({ length: enterprises }, (_, index) => index + 1).map(n =>
    [n % 2 ? 2 : 0, n % 3 ? 3 : 0, n % 5 ? 4 : 0].filter(number => number > 0),
  )
  expect({ approved, kept, lost }).toEqual({
    approved: enterprises,
    kept: lacking.filter(items => items.length === 0).length,
    lost: lacking.filter(items => items.length > 0).length,
  })
  const reasons = Map.groupBy(
    lacking.filter(items => items.length > 0),
    items => items.join(),
  )
  expect(new Map(byReason.map(({ items, enterprises: n }) => [items.join(), n]))).toEqual(
    new Map([...reasons].map(([items, all]) => [items, all.length])),
  )
  expect(byReason.reduce((sum, reason) => sum + reason.enterprises, 0)).toBe(lost)
})
