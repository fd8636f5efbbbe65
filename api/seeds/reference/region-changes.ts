import type { Day } from '../../src/platform/day.ts'

/** Districts that ended, and the ones that took over; the five digits of the code. */
interface Change {
  on: Day
  /** Code → full name as it was on its last day. */
  ended: Record<string, string>
  /** From → to; one may go to several. */
  successions: [from: string, to: string][]
}

/** A whole province under a new code: every district keeps its name and, unless listed, its last three digits. */
interface Recoding {
  on: Day
  from: { code: string; name: string }
  to: string
  /** District codes whose last three digits changed as well: old → new. */
  districts?: Record<string, string>
}

export const changes: Change[] = [
  {
    on: '2023-07-01',
    ended: { '47720': '경상북도 군위군' },
    successions: [['47720', '27720']],
  },
  {
    on: '2026-07-01',
    ended: { '28110': '인천광역시 중구', '28140': '인천광역시 동구', '28260': '인천광역시 서구' },
    successions: [
      ['28110', '28125'],
      ['28110', '28155'],
      ['28140', '28125'],
      ['28260', '28275'],
      ['28260', '28290'],
    ],
  },
]

/** Districts that are new without ending another: the wards (일반구) of 부천 and 화성. */
export const begunOn: Record<string, Day> = {
  '41192': '2024-01-01',
  '41194': '2024-01-01',
  '41196': '2024-01-01',
  '41591': '2026-02-01',
  '41593': '2026-02-01',
  '41595': '2026-02-01',
  '41597': '2026-02-01',
}

export const recodings: Recoding[] = [
  { on: '2023-06-11', from: { code: '42', name: '강원도' }, to: '51' },
  { on: '2024-01-18', from: { code: '45', name: '전라북도' }, to: '52' },
  {
    on: '2026-07-01',
    from: { code: '29', name: '광주광역시' },
    to: '12',
    districts: { '29110': '12210', '29140': '12240', '29155': '12270', '29170': '12300', '29200': '12330' },
  },
  {
    on: '2026-07-01',
    from: { code: '46', name: '전라남도' },
    to: '12',
    districts: {
      '46110': '12110',
      '46130': '12130',
      '46150': '12150',
      '46170': '12170',
      '46230': '12190',
      '46710': '12710',
      '46720': '12720',
      '46730': '12730',
      '46770': '12740',
      '46780': '12750',
      '46790': '12760',
      '46800': '12770',
      '46810': '12780',
      '46820': '12790',
      '46830': '12800',
      '46840': '12810',
      '46860': '12820',
      '46870': '12830',
      '46880': '12840',
      '46890': '12850',
      '46900': '12860',
      '46910': '12870',
    },
  },
]
