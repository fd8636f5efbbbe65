import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossTally, fewest, tallyOf } from './tally.ts'

const single = { kind: 'single', options: ['홍보', '지식', '목표', '그 밖'] } as const

const of = (counts: number[]) =>
  counts.flatMap((count, index) => Array.from({ length: count }, () => [index + 1]))

test('28, 20, 7 and 6 of 61 are 45.9, 32.8, 11.5 and 9.8 %', () => {
  const { n, options } = tallyOf(single, of([28, 20, 7, 6]))
  expect(n).toBe(61)
  expect(options.map(({ percent }) => percent)).toEqual([45.9, 32.8, 11.5, 9.8])
})

test('nobody has no percentage', () => {
  expect(tallyOf(single, []).options.map(({ percent }) => percent)).toEqual([null, null, null, null])
})

test('a scale has a mean', () => {
  const scale = { kind: 'scale', options: ['1', '2', '3', '4', '5'] } as const
  expect(tallyOf(scale, [[5], [4], [4]]).mean).toBe(4.33)
})

const answer = (groups: readonly string[]) =>
  fc.record({
    groups: fc.subarray([...groups], { minLength: 1 }),
    choices: fc.integer({ min: 1, max: 4 }).map(choice => [choice]),
  })

test('no table shows a group of fewer than ten, nor one that subtraction would give', () => {
  fc.assert(
    fc.property(fc.array(answer(['가', '나', '다']), { maxLength: 60 }), answers => {
      const rows = crossTally(single, answers)
      for (const { tally } of rows) if (tally) expect(tally.n).toBeGreaterThanOrEqual(fewest)
      const hidden = rows.filter(({ tally }) => tally === null).length
      if (rows.length > 1) expect(hidden).not.toBe(1)
    }),
  )
})

test('every percentage is its count divided by n', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 4, maxLength: 4 }), counts => {
      const { n, options } = tallyOf(single, of(counts))
      for (const { count, percent } of options)
        expect(percent).toBe(n === 0 ? null : Math.round((count / n) * 1000 + 1e-9) / 10)
    }),
  )
})
