import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { openCuration, type CurationWorld } from '../kit/curation.ts'

/** Who could take part: of no kind, of one, or of two. */
const kinds = [[], [0], [1], [0, 1], [], [0], [1], [0, 1]] as const

let app: TestApp
let world: CurationWorld
let enterprises: string[] = []
let codes: string[] = []
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openCuration(app)
  const found = await world.sql.run<{ code: string }>(
    'select code from certification_kind order by position limit 2',
  )
  codes = found.map(({ code }) => code)
  enterprises = await Promise.all(
    kinds.map(
      async (_, index) => (await world.enterprise({ name: `줄선곳${index}`, state: 'published' })).key,
    ),
  )
  for (const [index, key] of enterprises.entries())
    for (const kind of kinds[index] ?? [])
      await world.sql.run(
        `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
         values ($1, $2, $3, '2020-01-01', '2099-01-01', 'test', now(), now())`,
        [randomUUID(), key, codes[kind]],
      )
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

interface Case {
  /** How many of the eight are confirmed; the others wait in the order of `line`. */
  confirmed: number
  line: number[]
  maxima: (number | null)[]
  wanted: number | null
  /** Who declines, one after the other, of those confirmed at first. */
  leaving: number[]
}

const some = fc.record({
  confirmed: fc.integer({ min: 1, max: 6 }),
  line: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
  maxima: fc.tuple(fc.option(fc.integer({ min: 0, max: 3 })), fc.option(fc.integer({ min: 0, max: 3 }))),
  wanted: fc.option(fc.integer({ min: 1, max: 7 })),
  leaving: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 4 }),
})

/** The rule by itself: whoever declines frees a place for the first of the line who breaks no maximum, and for nobody else. */
function expected({ confirmed, line, maxima, wanted, leaving }: Case): Map<number, string> {
  const states = new Map(line.map((who, place) => [who, place < confirmed ? 'confirmed' : 'waitlisted']))
  const of = (state: string) => line.filter(who => states.get(who) === state)
  const isIn = (who: number, kind: number) => (kinds[who] ?? []).some(each => each === kind)
  for (const place of leaving.filter(each => each < confirmed)) {
    const who = line[place]
    if (who === undefined || states.get(who) !== 'confirmed') continue
    states.set(who, 'declined')
    if (wanted !== null && of('confirmed').length >= wanted) continue
    const next = of('waitlisted').find(candidate =>
      maxima.every(
        (maximum, kind) =>
          maximum === null ||
          !isIn(candidate, kind) ||
          of('confirmed').filter(each => isIn(each, kind)).length < maximum,
      ),
    )
    if (next !== undefined) states.set(next, 'confirmed')
  }
  return states
}

async function played({ confirmed, line, maxima, wanted, leaving }: Case): Promise<Map<number, string>> {
  const event = await world.event({ state: 'curating', ...(wanted === null ? {} : { wanted }) })
  for (const [kind, maximum] of maxima.entries())
    if (maximum !== null)
      await world.sql.run(
        `insert into event_quota (id, event_id, what, value, maximum) values ($1, $2, 'kind', $3, $4)`,
        [randomUUID(), event.key, codes[kind], maximum],
      )
  const rows = new Map<number, string>()
  for (const [place, who] of line.entries()) {
    const id = randomUUID()
    const isIn = place < confirmed
    await world.sql.run(
      `insert into participation (id, event_id, center_id, side, enterprise_id, origin, state, told_state, wait_rank, created_at, updated_at)
       values ($1, $2, $3, 'enterprise', $4, 'applied', $5, $5, $6, now(), now())`,
      [id, event.key, world.center, enterprises[who], isIn ? 'confirmed' : 'waitlisted', isIn ? null : place],
    )
    rows.set(who, id)
  }
  for (const place of leaving.filter(each => each < confirmed)) {
    const id = rows.get(line[place] ?? -1)?.replaceAll('-', '')
    await world.decline(world.staff.token, { id: `participation_${id}`, version: 1 })
  }
  const after = await world.sql.run<{ id: string; state: string }>(
    'select id, state from participation where event_id = $1',
    [event.key],
  )
  const byId = new Map(after.map(({ id, state }) => [id, state]))
  return new Map(line.map(who => [who, byId.get(rows.get(who) ?? '') ?? 'gone']))
}

test('whoever declines frees a place for the first of the line who breaks no maximum', async () => {
  await fc.assert(
    fc.asyncProperty(some, async given => {
      expect(Object.fromEntries(await played(given))).toEqual(Object.fromEntries(expected(given)))
    }),
    { numRuns: 12, endOnFailure: false },
  )
})

test('several who decline at once free as many places, and no place twice', async () => {
  const event = await world.event({ state: 'curating', wanted: 4 })
  const ids = await Promise.all(
    enterprises.map(async (key, place) => {
      const id = randomUUID()
      await world.sql.run(
        `insert into participation (id, event_id, center_id, side, enterprise_id, origin, state, told_state, wait_rank, created_at, updated_at)
         values ($1, $2, $3, 'enterprise', $4, 'applied', $5, $5, $6, now(), now())`,
        [id, event.key, world.center, key, place < 4 ? 'confirmed' : 'waitlisted', place < 4 ? null : place],
      )
      return `participation_${id.replaceAll('-', '')}`
    }),
  )
  await Promise.all(ids.slice(0, 4).map(id => world.decline(world.staff.token, { id, version: 1 })))
  const rows = await world.sql.run<{ state: string; n: number }>(
    'select state, count(*)::int as n from participation where event_id = $1 group by state order by state',
    [event.key],
  )
  expect(rows).toEqual([
    { state: 'confirmed', n: 4 },
    { state: 'declined', n: 4 },
  ])
})
