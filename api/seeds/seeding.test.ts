import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isEmpty, seedDemo } from './demo.ts'
import { loadReference } from './reference.ts'
import { emptyDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await emptyDatabase(new Date('2026-11-21T01:00:00Z'))
}, 60_000)
afterAll(() => database.stop())

/** A fingerprint of a whole table: its rows with their physical versions, so that a needless rewrite shows too. */
const fingerprint = async (table: string) => {
  const [row] = await database.rows<{ print: string }>(
    `select count(*) || ' ' || coalesce(sum(hashtext(t.xmin::text || t::text)::bigint), 0) as print from ${table} t`,
  )
  return row?.print
}
const fingerprints = (tables: string[]) =>
  Promise.all(tables.map(async table => [table, await fingerprint(table)]))
const count = async (table: string, where = 'true') => {
  const [row] = await database.rows<{ count: string }>(`select count(*) from ${table} where ${where}`)
  return Number(row?.count)
}

const referenceTables = ['region', 'region_succession', 'certification_kind', 'category']

describe('reference data', () => {
  test('loads twice and is written once', async () => {
    await loadReference(database.context())
    const first = await fingerprints(referenceTables)
    await loadReference(database.context())
    expect(await fingerprints(referenceTables)).toEqual(first)
    expect(await count('certification_kind')).toBe(14)
  })

  test('takes back a kind that was changed, and leaves the name of a category to the official list', async () => {
    await database.rows(`update certification_kind set issuer = '누군가' where code = 'startup'`)
    await database.rows(`update category set name = '공식 품명' where code = '14111507'`)
    await loadReference(database.context())
    expect(await count('certification_kind', `issuer = '누군가'`)).toBe(0)
    expect(await count('category', `name = '공식 품명'`)).toBe(1)
  })
})

describe('the demo', () => {
  test('a transaction that fails leaves nothing behind', async () => {
    await database.rows(`alter table verification add constraint never check (result = 'never')`)
    await expect(seedDemo(database.context())).rejects.toThrow(/never/)
    await database.rows('alter table verification drop constraint never')
    expect(await isEmpty(database.context())).toBe(true)
    expect(await count('ledger')).toBe(0)
    expect(await count('person')).toBe(0)
  })

  test('fills an empty database within four seconds', async () => {
    const begun = performance.now()
    const { enterprises, products } = await seedDemo(database.context())
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect(await isEmpty(database.context())).toBe(false)
    expect(enterprises).toBe(await count('enterprise'))
    expect(products).toBe(await count('product'))
    expect(await count('person', 'is_demo')).toBe(7)
  })

  test('every enterprise, product, certification and claim has its ledger entry, all in one transaction', async () => {
    const entries = (name: string) => count('ledger', `name = '${name}'`)
    expect(await entries('enterprise.registered')).toBe(await count('enterprise'))
    expect(await entries('product.registered')).toBe(await count('product', `state = 'draft'`))
    expect(await entries('product.published')).toBe(await count('product', `state <> 'draft'`))
    expect(await entries('certification.recorded')).toBe(await count('certification'))
    expect(await entries('credential.stated')).toBe(await count('credential'))
    expect(await entries('credential.verified')).toBe(await count('verification'))
    const [{ transactions } = { transactions: 0 }] = await database.rows<{ transactions: number }>(
      'select count(distinct tx)::int as transactions from ledger',
    )
    expect(transactions).toBe(1)
  })

  test('no personal datum is in the ledger', async () => {
    const found = await database.rows(`
      select l.id from ledger l
      where exists (select 1 from enterprise_contact c where l.detail::text like any (array['%' || c.name || '%', '%' || c.phone || '%', '%' || c.email || '%']))
         or exists (select 1 from person p where l.detail::text like '%' || p.email || '%')`)
    expect(found).toEqual([])
  })

  test('seeding twice changes nothing', async () => {
    const tables = [
      ...referenceTables,
      'person',
      'enterprise',
      'product',
      'certification',
      'credential',
      'ledger',
    ]
    const first = await fingerprints(tables)
    expect(await seedDemo(database.context())).toEqual({ enterprises: 0, products: 0 })
    expect(await fingerprints(tables)).toEqual(first)
  })
})
