import { expect, test } from 'vitest'
import { certificationDates, type ListedDates } from './certification-dates.ts'

const period = { validFrom: '2023-03-02', validUntil: '2026-03-01' }
const none = { validFrom: null, validUntil: null }

/** The dates that matter here, or the problem. */
function datesOf(listed: ListedDates) {
  const result = certificationDates(listed)
  if ('problem' in result) return result
  const { validFrom, validUntil, cancelledOn, returnedOn, hasUnknownDates } = result.dates
  return { validFrom, validUntil, cancelledOn, returnedOn, hasUnknownDates }
}

const ended = { cancelledOn: null, returnedOn: null, hasUnknownDates: false }

test('a period is kept as listed; 9999-12-31 is no end', () => {
  expect(datesOf({ status: 'held', ...period })).toEqual({ ...period, ...ended })
  expect(datesOf({ status: 'expired', ...period })).toEqual({ ...period, ...ended })
  expect(datesOf({ status: 'held', ...period, validUntil: '9999-12-31' })).toMatchObject({ validUntil: null })
})

test('a list without dates says 일자미상, whatever its status says', () => {
  expect(datesOf({ status: 'held', ...none })).toEqual({ ...none, ...ended, hasUnknownDates: true })
  expect(datesOf({ status: 'dates_unknown', ...period })).toMatchObject({ hasUnknownDates: true })
})

test('expired as of a day, without dates: it had ended before that day', () => {
  expect(datesOf({ status: 'expired', ...none, asOf: '2026-09-14' })).toEqual({
    validFrom: null,
    validUntil: '2026-09-13',
    hasUnknownDates: true,
    cancelledOn: null,
    returnedOn: null,
  })
})

test('the end of a certificate is a cancellation unless it was returned', () => {
  expect(datesOf({ status: 'cancelled', ...period, endedOn: '2025-01-01' })).toMatchObject({
    cancelledOn: '2025-01-01',
    returnedOn: null,
  })
  expect(datesOf({ status: 'returned', ...period, endedOn: '2025-01-01' })).toMatchObject({
    cancelledOn: null,
    returnedOn: '2025-01-01',
  })
  expect(datesOf({ status: 'held', ...period, endedOn: '2025-01-01' })).toMatchObject({
    cancelledOn: '2025-01-01',
  })
  expect(datesOf({ status: 'returned', ...period, asOf: '2026-09-14' })).toMatchObject({
    returnedOn: '2026-09-14',
    hasUnknownDates: true,
  })
})

test.each<[string, ListedDates, string]>([
  [
    'the end before the start',
    { status: 'held', validFrom: '2026-03-01', validUntil: '2026-02-28' },
    'validUntil',
  ],
  ['cancelled before the start', { status: 'cancelled', ...period, endedOn: '2023-03-01' }, 'endedOn'],
  ['cancelled nobody knows when', { status: 'cancelled', ...period }, 'endedOn'],
  ['expired before its end', { status: 'expired', ...period, asOf: '2026-03-01' }, 'validUntil'],
])('%s is refused', (_, listed, date) => {
  expect(datesOf(listed)).toMatchObject({ date, problem: expect.stringMatching(/입니다|앞섭니다|없습니다/) })
})

test('a certificate of one day is one', () => {
  expect(datesOf({ status: 'held', validFrom: '2026-03-01', validUntil: '2026-03-01' })).toMatchObject({
    hasUnknownDates: false,
  })
  expect(datesOf({ status: 'expired', ...period, asOf: '2026-03-02' })).toMatchObject({
    hasUnknownDates: false,
  })
})
