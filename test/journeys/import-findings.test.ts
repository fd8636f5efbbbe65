import type { MikroORM } from '@mikro-orm/postgresql'
import { connect } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import type { ImportKind } from '@panro/api/src/modules/imports/formats.ts'
import { importList } from '@panro/api/src/modules/imports/import-list.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let database: TestDatabase
let orm: MikroORM
let sql: Sql
beforeAll(async () => {
  database = await freshDatabase()
  orm = await connect(database.url)
  sql = await openSql(database.url)
})
afterAll(async () => {
  await sql.end()
  await orm.close()
  await database.drop()
})

const bring = (kind: ImportKind, text: string) =>
  importList(systemContext(orm, new Date()), {
    kind,
    file: { name: 'list.csv', bytes: Buffer.from(text) },
    isDryRun: false,
  })

const header = 'bizno,name,kind,number,validFrom,validUntil,status,endedOn'
const certificateOf = async (number: string) => {
  const [row] = await sql.run<Record<string, unknown>>(
    `select c.id, c.valid_until::text, c.cancelled_on::text, c.version, c.superseded_by_id, c.enterprise_id
     from certification c where number = $1 order by valid_from limit 1`,
    [number],
  )
  return row ?? {}
}
const ledgerOf = (name: string) =>
  sql.run<{ subject_type: string; subject_id: string; detail: Record<string, unknown> }>(
    'select subject_type, subject_id, detail from ledger where name = $1 order by id',
    [name],
  )

test('a cancellation of a certificate we hold is written down for review and not applied', async () => {
  await bring('certificate-periods', `${header}\n2208162517,늘봄,사회적기업,제2020-001호,2020-01-01,,유지,\n`)
  const before = await certificateOf('제2020-001호')
  const cancelled = `${header}\n2208162517,늘봄,사회적기업,제2020-001호,2020-01-01,2026-03-01,취소,2026-03-01\n`
  const report = await bring('certificate-periods', cancelled)
  expect(report.plan.endings).toMatchObject([{ how: 'cancelled', on: '2026-03-01', row: 2 }])
  expect(report.lines).toMatchObject({ ended: 1, changed: 0, same: 0 })
  expect(await certificateOf('제2020-001호')).toEqual(before)
  expect(await ledgerOf('import.cancellation_found')).toMatchObject([
    {
      subject_type: 'enterprise',
      subject_id: before.enterprise_id,
      detail: { certification: before.id, kind: 'social_enterprise', how: 'cancelled', on: '2026-03-01' },
    },
  ])
  // The next edition of the list says the same, and nobody has to look at it twice.
  await bring('certificate-periods', `${cancelled}1248100998,한결,여성기업,,2025-01-01,2027-12-31,유지,\n`)
  expect(await ledgerOf('import.cancellation_found')).toHaveLength(1)
})

test('what was cancelled before we first hear of it is recorded as it was', async () => {
  await bring(
    'certificate-periods',
    `${header}\n1208147521,다온,사회적기업,제2011-007호,2011-01-01,,취소,2014-05-06\n`,
  )
  expect(await certificateOf('제2011-007호')).toMatchObject({ cancelled_on: '2014-05-06' })
})

test('a change says from what to what, and a renewal bumps what it renews', async () => {
  await bring(
    'certificate-periods',
    `${header}\n2208162517,늘봄나루,여성기업,제1호,2022-01-01,2024-12-31,유지,\n`,
  )
  await bring(
    'certificate-periods',
    `${header}\n2208162517,늘봄누리,여성기업,제1호,2025-01-01,2027-12-31,유지,\n`,
  )
  const changes = await ledgerOf('enterprise.changed')
  expect(changes.at(-1)?.detail).toMatchObject({ changes: { name: { from: '늘봄나루', to: '늘봄누리' } } })
  const renewed = await certificateOf('제1호')
  expect(renewed).toMatchObject({ version: 2, superseded_by_id: expect.any(String) })
  expect((await ledgerOf('certification.superseded')).at(-1)?.detail).toMatchObject({
    certification: renewed.id,
  })
})

test('a row that cannot be matched is kept whole', async () => {
  await bring(
    'self-support-enterprises',
    '순번,시도,시군구,자활기업,업종,주소\n1,강원특별자치도,춘천시,늘푸른집수리,집수리,중앙로 1\n',
  )
  const [row] = await sql.run<{ record: object }>(`select record from import_row where verdict = 'unmatched'`)
  expect(row?.record).toMatchObject({
    enterprise: {
      name: '늘푸른집수리',
      regionName: '강원특별자치도 춘천시',
      address: '중앙로 1',
      summary: '집수리',
    },
    certification: { kind: 'self_support' },
  })
})

test('control and direction characters are refused by row and column; a line break in a cell is a blank', async () => {
  const report = await bring(
    'certificate-periods',
    `${header}\n2148868209,가\u202e나,여성기업,,2025-01-01,2027-12-31,유지,\n2148868209,"두 줄\n이름",여성기업,,2025-01-01,2027-12-31,유지,\n2148868209,벨\u0007,여성기업,,2025-01-01,2027-12-31,유지,\n`,
  )
  expect(report.refused.map(({ place, problem }) => [place.row, problem.column])).toEqual([
    [2, 'name'],
    [5, 'name'],
  ])
  expect(report.plan.enterprises.created).toMatchObject([{ name: '두 줄 이름' }])
})

test('a row that somebody changes in the middle of it is not written over: nothing is imported', async () => {
  // Somebody renames between the reading and the writing, as a trigger on the first insert makes sure.
  await sql.run(`create function meddle() returns trigger language plpgsql as $$ begin
    update enterprise set name = '남이 고친 이름', version = version + 1 where business_number = '2208162517';
    return null; end $$`)
  await sql.run(
    `create trigger meddle after insert on enterprise for each statement execute function meddle()`,
  )
  const count = async () => (await sql.run('select count(*) from enterprise'))[0]
  const before = await count()
  await expect(
    bring(
      'certificate-periods',
      `${header}\n2208162517,새 이름,여성기업,제1호,2025-01-01,2027-12-31,유지,\n6068212348,,여성기업,,2025-01-01,2027-12-31,유지,\n1068651121,누리,여성기업,,2025-01-01,2027-12-31,유지,\n`,
    ),
  ).rejects.toThrow('다른 사람이')
  expect(await count()).toEqual(before)
  await sql.run('drop trigger meddle on enterprise')
})
