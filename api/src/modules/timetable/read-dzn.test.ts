import { expect, test } from 'vitest'
import { readDzn } from './read-dzn.ts'

const file = (changed: Record<string, string> = {}) =>
  Object.entries({
    nBusiness: '3',
    nMeetings: '2',
    nTables: '1',
    nTotalSlots: '4',
    nMorningSlots: '2',
    requested: '[|1, 2,1, \n|1, 3,3, \n|]',
    nMeetingsBusiness: '[2,1,1]',
    forbidden: '[{0},\n{0,4},\n{}]',
    fixed: '[0,3]',
    precedences: '[{},\n{1}]',
    ...changed,
  })
    .map(([name, value]) => `${name} = ${value};\n`)
    .join('\n')

test('a file is read with everything counted from 0', () => {
  expect(readDzn(file())).toEqual({
    participants: 3,
    slots: 4,
    morningSlots: 2,
    tables: 1,
    meetings: [
      { between: [0, 1], session: 'morning', fixed: null, after: [] },
      { between: [0, 2], session: 'any', fixed: 2, after: [0] },
    ],
    away: [new Set(), new Set([3]), new Set()],
  })
})

test.each([
  [{ nTables: 'many' }, '"nTables" is "many", not a whole number.'],
  [{ requested: '[|1, 2,1, |1, 4,3 |]' }, 'meeting 2: participant 4 is not between 1 and 3.'],
  [{ requested: '[|1, 1,1, |1, 3,3 |]' }, 'meeting 1: participant 1 cannot meet themselves.'],
  [{ requested: '[|1, 2,4, |1, 3,3 |]' }, 'meeting 1: session 4 is none of 1, 2 and 3.'],
  [{ fixed: '[0]' }, '"fixed" has 1 entries, not 2.'],
  [{ fixed: '[0,5]' }, 'meeting 2: fixed slot 5 is not between 1 and 4.'],
  [{ forbidden: '[{0},{9},{0}]' }, 'participant 2: forbidden slot 9 is not between 1 and 4.'],
  [
    { nMeetingsBusiness: '[1,1,1]' },
    '"nMeetingsBusiness" says 1 meetings for participant 1, "requested" has 2.',
  ],
])('a wrong file is refused in words: %j', (changed, message) => {
  expect(() => readDzn(file(changed))).toThrow(message)
})

test('something else altogether is no B2BSP file', () => {
  expect(() => readDzn('사업자번호,이름\n1,가\n')).toThrow('"nBusiness" is missing')
})
