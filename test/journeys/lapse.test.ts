import { connect } from '@panro/api/src/app/database.ts'
import { poolOf } from '@panro/api/src/platform/read/read.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'

/** 15:00 in UTC is midnight in Seoul. */
const lastSecond = new Date('2026-11-30T14:59:59Z')
const midnight = new Date('2026-11-30T15:00:00Z')

let now = lastSecond
let app: TestApp
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => now })
  const orm = await connect(app.databaseUrl)
  const pool = await poolOf(orm.em.fork())
  await pool.query(`
    insert into enterprise (id, business_number, name, state, source, created_at, updated_at)
      values ('0198a000-0000-7000-8000-000000000001', '2208162517', '한밤협동조합', 'published', 'test', now(), now());
    insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
      values ('0198a000-0000-7000-8000-000000000002', '0198a000-0000-7000-8000-000000000001', 'women_enterprise', '2023-12-01', '2026-11-30', 'test', now(), now());
    insert into product (id, enterprise_id, category_code, name, unit, price, includes_vat, state, source, created_at, updated_at)
      values ('0198a000-0000-7000-8000-000000000003', '0198a000-0000-7000-8000-000000000001', null, '한밤 등불', '개', 1000, true, 'on_sale', 'test', now(), now());
    insert into ledger (at, actor_role, name, subject_type, subject_id)
      values (now(), 'system', 'enterprise.registered', 'enterprise', '0198a000-0000-7000-8000-000000000001')`)
  await orm.close()
})
afterAll(() => app.stop())

interface Seen {
  enterprises: {
    totalCount: number
    facets: { key: string; values: { value: string; count: number }[] }[]
  }
  products: { totalCount: number }
  found: { totalCount: number }
  node: { countsAs: { code: string }[]; certifications: { status: string; daysLeft: number | null }[] }
}

const question = `{
  enterprises(first: 1, filter: { certifications: ["women_enterprise"] }) { totalCount facets { key values { value count } } }
  products(first: 1, filter: { certifications: ["women_enterprise"] }) { totalCount }
  found: products(first: 1, query: "등불", filter: { certifications: ["women_enterprise"] }) { totalCount }
  node(id: "enterprise_0198a000000070008000000000000001") {
    ... on Enterprise { countsAs { code } certifications { status daysLeft } }
  }
}`

test('a certificate counts until midnight in Seoul and not a second longer, everywhere, without a job', async () => {
  now = lastSecond
  await new Promise(resume => setTimeout(resume, 1_000))
  const before = await read<Seen>(app, question)
  expect(before.enterprises.totalCount).toBe(1)
  expect(before.products.totalCount).toBe(1)
  expect(before.found.totalCount).toBe(1)
  expect(before.node.countsAs).toEqual([{ code: 'women_enterprise' }])
  expect(before.node.certifications).toEqual([{ status: 'ACTIVE', daysLeft: 0 }])

  now = midnight
  const after = await read<Seen>(app, question)
  expect(after.enterprises.totalCount).toBe(0)
  expect(after.products.totalCount).toBe(0)
  expect(after.found.totalCount).toBe(0)
  expect(after.node.countsAs).toEqual([])
  expect(after.node.certifications).toEqual([{ status: 'EXPIRED', daysLeft: null }])
})
