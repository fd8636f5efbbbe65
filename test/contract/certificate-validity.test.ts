import { connect } from '@panro/api/src/app/database.ts'
import { validityOn } from '@panro/api/src/modules/certifications/validity.ts'
import { addDays } from '@panro/api/src/platform/day.ts'
import { poolOf } from '@panro/api/src/platform/read/read.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshDatabase } from '../kit/database.ts'

const day = fc.integer({ min: 0, max: 40 }).map(offset => addDays('2026-02-15', offset))
const maybeDay = fc.option(day, { nil: null })
const certificate = fc.record({
  validFrom: maybeDay,
  validUntil: maybeDay,
  cancelledOn: maybeDay,
  returnedOn: maybeDay,
  hasUnknownDates: fc.boolean(),
})

test('the database and the application judge every certificate alike', async () => {
  const database = await freshDatabase()
  const orm = await connect(database.url)
  const pool = await poolOf(orm.em.fork())
  const judgeInSql = async (dates: object[], on: string) => {
    const { rows } = await pool.query<{ verdict: string }>(
      `select certification_validity("validFrom", "validUntil", "cancelledOn", "returnedOn", "hasUnknownDates", $2::date) as verdict
       from json_to_recordset($1::json) as c("validFrom" date, "validUntil" date, "cancelledOn" date, "returnedOn" date, "hasUnknownDates" boolean)`,
      [JSON.stringify(dates), on],
    )
    return rows.map(({ verdict }) => verdict)
  }
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(certificate, { minLength: 1, maxLength: 200 }),
        day,
        async (certificates, on) => {
          expect(await judgeInSql(certificates, on)).toEqual(certificates.map(dates => validityOn(dates, on)))
        },
      ),
      { numRuns: 60 },
    )
  } finally {
    await orm.close()
    await database.drop()
  }
})

test('the last day counts, the day of a cancellation does not', () => {
  const dates = {
    validFrom: '2025-03-01',
    validUntil: '2026-02-28',
    cancelledOn: null,
    returnedOn: null,
    hasUnknownDates: false,
  }
  expect(validityOn(dates, '2025-02-28')).toBe('invalid')
  expect(validityOn(dates, '2025-03-01')).toBe('valid')
  expect(validityOn(dates, '2026-02-28')).toBe('valid')
  expect(validityOn(dates, '2026-03-01')).toBe('invalid')
  expect(validityOn({ ...dates, cancelledOn: '2025-06-01' }, '2025-05-31')).toBe('valid')
  expect(validityOn({ ...dates, cancelledOn: '2025-06-01' }, '2025-06-01')).toBe('invalid')
})

test('a certificate without dates is never counted as yes', () => {
  const dates = {
    validFrom: null,
    validUntil: null,
    cancelledOn: null,
    returnedOn: null,
    hasUnknownDates: true,
  }
  expect(validityOn(dates, '2026-01-01')).toBe('unknown')
  expect(validityOn({ ...dates, returnedOn: '2025-12-31' }, '2026-01-01')).toBe('invalid')
})
