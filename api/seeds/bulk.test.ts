import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBulk } from './bulk.ts'
import { emptyDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await emptyDatabase(new Date('2026-11-21T01:00:00Z'))
}, 60_000)
afterAll(() => database.stop())

test('ten products to an enterprise, two certificates, and the claims that go with them', async () => {
  await seedBulk(database.context(), { products: 2_000 })
  const [counts] = await database.rows<Record<string, number>>(`
    select (select count(*)::int from enterprise) as enterprises,
           (select count(*)::int from product) as products,
           (select count(*)::int from certification) as certifications,
           (select count(*)::int from credential) as credentials`)
  expect(counts).toMatchObject({ enterprises: 200, products: 2_000 })
  expect(counts?.certifications).toBeGreaterThanOrEqual(400)
  expect(counts?.credentials).toBeGreaterThanOrEqual(400)
})

test('a database that is in use is refused', async () => {
  await expect(seedBulk(database.context(), { products: 100 })).rejects.toThrow(/empty database/)
})
