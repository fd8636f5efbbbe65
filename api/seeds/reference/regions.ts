import { addDays, type Day } from '../../src/platform/day.ts'
import { begunOn, changes, recodings } from './region-changes.ts'
import { provinces } from './regions.data.ts'

export interface RegionRow {
  code: string
  name: string
  full_name: string
  valid_from: Day | null
  valid_until: Day | null
}

export interface RegionSuccessionRow {
  from_code: string
  to_code: string
  effective_on: Day
}

/** Who took over from whom, by ten digits. */
export const regionSuccessions: RegionSuccessionRow[] = [
  ...changes.flatMap(({ on, successions }) => successions.map(([from, to]) => succession(from, to, on))),
  ...recodings.flatMap(recoding => [
    succession(recoding.from.code, recoding.to, recoding.on),
    ...recodedDistricts(recoding).map(([from, to]) => succession(from, to, recoding.on)),
  ]),
]

/** Every 시도 and 시군구 there is, and those that ended and have a successor. */
export const regions: RegionRow[] = [...currentRegions(), ...endedRegions()].sort((a, b) =>
  a.code.localeCompare(b.code),
)

function currentRegions(): RegionRow[] {
  return Object.entries(provinces).flatMap(([code, { name, districts }]) =>
    Object.entries({ [code]: name, ...districts }).map(([digits, own]) =>
      region(digits, fullName(name, own), { from: beginningOf(digits) }),
    ),
  )
}

function endedRegions(): RegionRow[] {
  return [
    ...changes.flatMap(({ on, ended }) =>
      Object.entries(ended).map(([code, name]) => region(code, name, { until: addDays(on, -1) })),
    ),
    ...recodings.map(({ on, from }) => region(from.code, from.name, { until: addDays(on, -1) })),
    ...recodings.flatMap(recoding =>
      recodedDistricts(recoding).map(([code, , own]) =>
        region(code, fullName(recoding.from.name, own), { until: addDays(recoding.on, -1) }),
      ),
    ),
  ]
}

/** Old code, new code and own name of every district of a province that got a new code. */
function recodedDistricts({ from, to, districts }: (typeof recodings)[number]): [string, string, string][] {
  const names = provinces[to]?.districts ?? {}
  const codes = districts
    ? Object.entries(districts)
    : Object.keys(names).map(code => [from.code + code.slice(2), code] as const)
  return codes.map(([old, code]) => [old, code, names[code] ?? missing(code)])
}

function region(digits: string, full: string, life: { from?: Day | null; until?: Day }): RegionRow {
  return {
    code: tenDigits(digits),
    name: full.split(' ').slice(1).join(' ') || full,
    full_name: full,
    valid_from: life.from ?? null,
    valid_until: life.until ?? null,
  }
}

/** A successor begins on the day its predecessor is gone; the rest began before our data. */
function beginningOf(digits: string): Day | null {
  const code = tenDigits(digits)
  return begunOn[digits] ?? regionSuccessions.find(row => row.to_code === code)?.effective_on ?? null
}

function succession(from: string, to: string, on: Day): RegionSuccessionRow {
  return { from_code: tenDigits(from), to_code: tenDigits(to), effective_on: on }
}

/** A province, and 세종, which has no districts, goes by its own name. */
function fullName(province: string, district: string): string {
  return province === district ? province : `${province} ${district}`
}

function tenDigits(digits: string): string {
  return digits.padEnd(10, '0')
}

function missing(code: string): never {
  throw new Error(`Region ${code} is named in region-changes.ts but not in regions.data.ts.`)
}
