import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { connect } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import type { ImportKind } from '@panro/api/src/modules/imports/formats.ts'
import { importList } from '@panro/api/src/modules/imports/import-list.ts'
import { operatorLimits } from '@panro/api/src/modules/imports/table/limits.ts'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'
import { longList } from '../kit/long-list.ts'

let app: TestApp
let orm: MikroORM
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  orm = await connect(app.databaseUrl)
})
afterAll(async () => {
  await orm.close()
  await app.stop()
})

const bring = (kind: ImportKind, name: string, bytes: Buffer, isDryRun = false) =>
  importList(systemContext(orm, new Date()), {
    kind,
    file: { name, bytes },
    isDryRun,
    limits: operatorLimits,
  })

const counted = async () => {
  const { rows } = await orm.em
    .getConnection()
    .getNativeClient()
    .then((pool: Pool) =>
      pool.query(
        'select (select count(*) from enterprise) as enterprises, (select count(*) from certification) as certifications, (select count(*) from import_run) as runs',
      ),
    )
  return rows[0]
}

const header = 'bizno,name,kind,validFrom,validUntil,status'

test('a dry run says what would happen and does nothing', async () => {
  const before = await counted()
  const report = await bring(
    'certificate-periods',
    'dry.csv',
    Buffer.from(`${header}\n2208162517,늘봄,여성기업,2025-01-01,2027-12-31,유지\n`),
    true,
  )
  expect(report.counts).toMatchObject({ created: 2, changed: 0, refused: 0 })
  expect(await counted()).toEqual(before)
})

test('a list is applied once: the same file again changes nothing', async () => {
  const file = Buffer.from(
    `${header}\n2208162517,늘봄,여성기업,2025-01-01,2027-12-31,유지\n1248100998,（주）한결,장애인기업,2024-01-01,2026-12-31,유지\n`,
  )
  expect((await bring('certificate-periods', 'a.csv', file)).counts).toMatchObject({ created: 4 })
  const after = await counted()
  const again = await bring('certificate-periods', 'renamed.csv', file)
  expect(again.appliedBefore).not.toBeNull()
  expect(await counted()).toEqual(after)
})

test('a later list changes what changed, supersedes what was renewed, and leaves the rest', async () => {
  const report = await bring(
    'certificate-periods',
    'b.csv',
    Buffer.from(
      `${header}\n2208162517,늘봄나루,여성기업,2025-01-01,2027-12-31,유지\n1248100998,(주)한결,장애인기업,2024-01-01,2026-12-31,유지\n1248100998,(주)한결,장애인기업,2027-01-01,2029-12-31,유지\n`,
    ),
  )
  expect(report.counts).toEqual({
    created: 1,
    changed: 1,
    superseded: 1,
    unchanged: 4,
    refused: 0,
    unmatched: 0,
  })
  expect(report.plan.enterprises.changed[0]).toMatchObject({
    before: { name: '늘봄' },
    after: { name: '늘봄나루' },
  })
})

test('rows that cannot be are refused by row and column; the others are imported', async () => {
  const report = await bring(
    'certificate-periods',
    'c.csv',
    Buffer.from(
      `${header}\n0000000000,무번호,여성기업,2025-01-01,2027-12-31,유지\n2208162518,틀린번호,여성기업,2025-01-01,2027-12-31,유지\n1208147521,,여성기업,2025-01-01,2027-12-31,유지\n1208147521,다온,여성기업,2027-01-01,2025-12-31,유지\n1208147521,다온,여성기업,2026-02-30,,유지\n1208147521,다온,여성기업,2025-01-01,2027-12-31,유지\n`,
    ),
  )
  expect(report.refused.map(({ place, problem }) => [place.row, problem.column])).toEqual([
    [2, 'bizno'],
    [3, 'bizno'],
    [4, 'name'],
    [5, expect.stringMatching(/valid/)],
    [6, 'validFrom'],
  ])
  for (const { problem } of report.refused) expect(problem.message).toMatch(/[가-힣].*\. ?.*주세요/)
  expect(report.counts).toMatchObject({ created: 2, refused: 5 })
})

test('a file that breaks off in the middle is not half imported', async () => {
  const before = await counted()
  const rows = Array.from(
    { length: 2_000 },
    () => '2208162517,늘봄나루,창업기업,2025-01-01,2027-12-31,유지',
  ).join('\n')
  await expect(
    bring('certificate-periods', 'broken.csv', Buffer.from(`${header}\n${rows}\n"2208162517,늘봄`)),
  ).rejects.toThrow()
  expect(await counted()).toEqual(before)
})

test('what is imported is found by search', async () => {
  await eventually(async () => {
    const { enterprises } = await read<{
      enterprises: { edges: { node: { name: string; countsAs: { code: string }[] } }[] }
    }>(app, '{ enterprises(first: 5, query: "늘봄나루") { edges { node { name countsAs { code } } } } }')
    expect(enterprises.edges[0]?.node).toEqual({ name: '늘봄나루', countsAs: [{ code: 'women_enterprise' }] })
  })
})

const shared = path.resolve(import.meta.dirname, '../../../shared/data')
describe.skipIf(!existsSync(shared))('the real lists (skipped where ../shared is absent)', () => {
  const real = (file: string) => readFileSync(path.join(shared, file))

  test('19 messy certificate rows: two refused, renewals kept as history', async () => {
    const report = await bring(
      'certificate-periods',
      'periods.csv',
      real('enterprises/real_certificate_periods_sample.csv'),
    )
    expect(report.rows).toBe(19)
    expect(report.counts).toMatchObject({ created: 30, superseded: 2, refused: 2, unmatched: 0 })
    expect(report.refused.map(({ place, problem }) => [place.row, problem.column])).toEqual([
      [2, 'bizno'],
      [7, 'name'],
    ])
  })

  test('11 enterprises with 32 offers, found by what they offer', async () => {
    const report = await bring(
      'offers',
      'offers.json',
      real('enterprises/real_enterprises_offers_sample.json'),
    )
    expect(report.rows).toBe(11)
    expect(report.plan.enterprises.created).toHaveLength(11)
    expect(report.plan.products.created).toHaveLength(32)
    await eventually(async () => {
      const { products } = await read<{ products: { edges: { node: { enterprise: { name: string } } }[] } }>(
        app,
        '{ products(first: 5, query: "소독방역") { edges { node { enterprise { name } } } } }',
      )
      expect(products.edges[0]?.node.enterprise.name).toBe('(사) 친환경복지가로누리')
    })
  })

  test('20,789 categories', async () => {
    const report = await bring('categories', 'unspsc.csv', real('unspsc/unspsc_7.0901_ko_en.csv'))
    expect(report.rows).toBe(20_789)
    expect(report.counts).toMatchObject({ refused: 0, unmatched: 0 })
    expect(report.counts.created + report.counts.changed + report.counts.unchanged).toBe(20_789)
    const { category } = await read<{ category: { name: string; path: { code: string }[] } }>(
      app,
      '{ category(code: "44121511") { name path { code } } }',
    )
    expect(category.name).toBe('우편함')
    expect(category.path.map(({ code }) => code)).toEqual(['44', '4412', '441215', '44121511'])
  })

  test('a list without business numbers is kept for review, not joined by name', async () => {
    const report = await bring(
      'authcompany',
      'page.json',
      real('enterprises/odcloud_socialEnterpriseList_page_sample.json'),
    )
    expect(report.counts).toMatchObject({ created: 0, unmatched: 2 })
  })
})

// A fifth of the largest list (`pnpm bench:import` takes in the whole); with room for a machine that does other things.
test('20,000 rows take less than 30 seconds', { timeout: 120_000 }, async () => {
  const begun = performance.now()
  const report = await bring('certificate-periods', 'many.csv', longList(20_000))
  expect(report.counts.created).toBe(40_000)
  expect(performance.now() - begun).toBeLessThan(30_000)
})
