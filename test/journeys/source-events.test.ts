import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, signIn } from '../kit/ask.ts'
import { publicId } from '../kit/matching.ts'
import { openSql, type Sql } from '../kit/sql.ts'
import { replaceOne, timeRound } from '../kit/whole-event/keep-rounds.ts'
import { wishedAnew } from '../kit/whole-event/wished-anew.ts'

interface Report {
  figures: { key: string; value: number; n: number; denominator: number | null; formula: string }[]
  changes: { key: string; current: number; previous: number; ratio: number | null; formula: string }[]
  previous: { edition: number } | null
}

let app: TestApp
let sql: Sql
let token: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  token = await signIn(app, 'STAFF')
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

/** The report of an event of the demo, by its title. */
async function reportOf(title: string): Promise<Report & { value: (key: string) => number | undefined }> {
  const { eventReport } = await read<{ eventReport: Report }>(
    app,
    `query ($eventId: ID!) { eventReport(eventId: $eventId) {
       figures { key value n denominator formula } changes { key current previous ratio formula } previous { edition } } }`,
    { token, variables: { eventId: await keyOf(title) } },
  )
  const value = (key: string) => eventReport.figures.find(figure => figure.key === key)?.value
  return { ...eventReport, value }
}

async function keyOf(title: string): Promise<string> {
  const [event] = await sql.run<{ id: string }>('select id from event where title = $1', [title])
  return `event_${event?.id.replaceAll('-', '')}`
}

interface Claim {
  label: string
  verdict: string
  arithmetic: string
}

async function claimsOf(title: string): Promise<Claim[]> {
  const { eventReport } = await read<{ eventReport: { claims: Claim[] } }>(
    app,
    `{ eventReport(eventId: "${await keyOf(title)}") { claims { label verdict arithmetic } } }`,
    { token },
  )
  return eventReport.claims
}

interface Survey {
  n: number
  answered: number
  participants: number
  questions: {
    tally: { options: { percent: number | null }[] }
    byKind: { tally: { n: number } | null }[]
  }[]
}

async function surveysOf(title: string): Promise<Survey[]> {
  const { surveys } = await read<{ surveys: Survey[] }>(
    app,
    `{ surveys(eventId: "${await keyOf(title)}") { n answered participants questions { tally { options { percent } } byKind { tally { n } } } } }`,
    { token },
  )
  return surveys
}

describe('인천 서구 2025', () => {
  test('24 enterprises, 500 officers on two days, scheduled meetings and walk-ins, as a fifth edition', async () => {
    const report = await reportOf('2025 한빛구 사회적경제 매칭데이')
    expect(report.value('enterprises')).toBe(24)
    expect(report.value('officers')).toBe(500)
    expect(report.value('checked_in')).toBe(500)
    expect(report.value('planned')).toBe(120)
    expect(report.value('walk_in')).toBe(60)
    expect(report.value('held')).toBe(120 + 60 - Number(report.value('no_show')))
    expect(report.previous).toEqual({ edition: 4 })
  })
})

describe('관악구 2024', () => {
  test('11 chosen of 18 applicants, 200 officers, nothing to compare with', async () => {
    const report = await reportOf('2024 새솔구 사회적경제기업 공공구매 설명회')
    expect(report.value('enterprises')).toBe(11)
    expect(report.value('applicants')).toBe(18)
    expect(report.value('not_selected')).toBe(7)
    expect(report.value('checked_in')).toBe(200)
    expect(report).toMatchObject({ previous: null, changes: [] })
  })

  test('who was not chosen is told which parts of the passport lacked, or that there was no place left', async () => {
    const { participations } = await read<{
      participations: { edges: { node: { reasonCode: string; reason: string } }[] }
    }>(
      app,
      `{ participations(eventId: "${await keyOf('2024 새솔구 사회적경제기업 공공구매 설명회')}", first: 20,
         filter: { states: [NOT_SELECTED] }) { edges { node { reasonCode reason } } } }`,
      { token },
    )
    const told = participations.edges.map(({ node }) => node)
    expect(told).toHaveLength(7)
    for (const { reasonCode, reason } of told)
      expect(reason).toMatch(reasonCode === 'FULL' ? /세 가지가 모두 확인/ : /가운데 [0-2]가지만 확인/)
  })
})

describe('서울 2021', () => {
  let report: Awaited<ReturnType<typeof reportOf>>
  beforeAll(async () => {
    report = await reportOf('2021 가온시 온라인 구매상담회')
  })

  test('85 institutions, 171 enterprises and 576 meetings in three rounds', () => {
    expect(report.value('institutions')).toBe(85)
    expect(report.value('enterprises')).toBe(171)
    expect(report.value('held')).toBe(576)
    for (const round of [1, 2, 3]) expect(report.value(`round.${round}.held`)).toBe(192)
    for (const round of [1, 2, 3]) expect(report.value(`round.${round}.enterprises`)).toBe(57)
  })

  test('kinds are a set: 146 + 27 + 6 + 6 = 185 memberships of 171 enterprises', () => {
    const kinds = ['social_enterprise', 'cooperative', 'village_enterprise', 'self_support']
    expect(kinds.map(kind => report.value(`kind.${kind}`))).toEqual([146, 27, 6, 6])
    const memberships = report.figures.find(({ key }) => key === 'kind_memberships')
    expect(memberships).toMatchObject({ value: 185, denominator: 171 })
    expect(memberships?.formula).toContain('= 185. 기업 171곳 가운데 14곳')
    expect(report.value('kind_overlap')).toBe(14)
    expect(report.value('without_kind')).toBe(0)
  })

  test('kinds of institution: 1 + 31 + 7 + 27 + 17, and two without one', () => {
    const kinds = ['head_office', 'district', 'education_office', 'invested', 'public_enterprise', 'other']
    expect(kinds.map(kind => report.value(`institution_kind.${kind}`))).toEqual([1, 31, 7, 27, 17, 2])
  })

  test('the change on the last edition is derived, with both numbers', () => {
    const change = (key: string) => report.changes.find(other => other.key === key)
    expect(change('held')).toMatchObject({ current: 576, previous: 443, ratio: 130 })
    expect(change('enterprises')).toMatchObject({ current: 171, previous: 112, ratio: 152.7 })
    expect(change('enterprises')?.formula).toBe('171 ÷ 112 × 100 = 152.7 %')
    expect(change('institutions')?.ratio).not.toBe(127.5)
  })
})

describe('what was published of 서울 2021', () => {
  test('is checked: 127.5 % cannot be, kinds do not sum to the whole, and n is said for each share', async () => {
    const claims = await claimsOf('2021 가온시 온라인 구매상담회')
    const verdict = (label: string) => claims.find(claim => claim.label === label)
    expect(verdict('참여기관 전년 대비')).toMatchObject({ verdict: 'IMPOSSIBLE' })
    expect(verdict('참여기업 전년 대비')).toMatchObject({
      verdict: 'FITS',
      arithmetic: '171 ÷ 112 = 152.7 %',
    })
    expect(verdict('상담 건수 전년 대비')).toMatchObject({
      verdict: 'FITS',
      arithmetic: '576 ÷ 443 = 130.0 %',
    })
    expect(verdict('참여기관 내역')?.arithmetic).toContain('= 83, 전체 85보다 2 적습니다')
    expect(verdict('참여기업 내역')?.arithmetic).toContain('= 185, 전체 171보다 14 많습니다')
    expect(verdict('기업 만족도')?.arithmetic).toContain('n=61(28/20/7), n=122')
    expect(verdict('기관 만족도')).toMatchObject({ verdict: 'IMPOSSIBLE' })
  })

  test('satisfaction is told with n: 61 forms of 171 enterprises, 112 people of 85 institutions', async () => {
    const surveys = await surveysOf('2021 가온시 온라인 구매상담회')
    expect(surveys).toMatchObject([
      {
        n: 61,
        answered: 61,
        participants: 171,
        questions: [{ tally: { options: [{ percent: 45.9 }, { percent: 32.8 }, { percent: 11.5 }, {}] } }],
      },
      {
        n: 112,
        answered: 85,
        participants: 85,
        questions: [{ tally: { options: [{ percent: 39.3 }, { percent: 31.3 }, {}] } }],
      },
    ])
    const hidden = surveys[0]?.questions[0]?.byKind.filter(({ tally }) => tally === null) ?? []
    for (const { tally } of surveys[0]?.questions[0]?.byKind ?? [])
      if (tally) expect(tally.n).toBeGreaterThanOrEqual(10)
    expect(hidden.length).not.toBe(1)
  })
})

describe('시흥 2022', () => {
  test('60 officers, 23 certified enterprises and 9 of an association, with planned items shared first', async () => {
    const title = '2022 다온시 온라인 구매상담회'
    const report = await reportOf(title)
    expect(report.value('officers')).toBe(60)
    expect(report.value('enterprises')).toBe(32)
    expect(report.value('social_economy')).toBe(23)
    expect(report.value('group.1')).toBe(9)
    expect(report.value('without_kind')).toBe(9)
    expect(report.value('planned_won')).toBeGreaterThan(0)
    expect(report.value('consulted_won')).toBeGreaterThan(0)
    const [shared] = await sql.run<{ is: boolean }>(
      `select e.plans_shared_at < min(s.starts_at) as is from event e join event_slot s on s.event_id = e.id
       where e.title = $1 group by e.id`,
      [title],
    )
    expect(shared?.is).toBe(true)
  })
})

test('no timetable of the demo has anybody, or any place, twice in a slot', async () => {
  const [twice] = await sql.run<{ places: number; people: number }>(`
    select (select count(*)::int from (select slot_id, place_id from meeting where slot_id is not null group by 1, 2 having count(*) > 1) t) as places,
           (select count(*)::int from (select slot_id, participation_id from meeting_seat group by 1, 2 having count(*) > 1) t) as people`)
  expect(twice).toEqual({ places: 0, people: 0 })
})

test('서울 2021 once more: 576 wishes are all met in three rounds with no seat to spare, and hardly anybody moves', async () => {
  const event = await wishedAnew(sql, '2021 가온시 온라인 구매상담회')
  const { proposeMatches } = await read<{ proposeMatches: { chosen: number; wishesUnmet: number } }>(
    app,
    `mutation { proposeMatches(event: "${publicId('event', event)}") { chosen wishesUnmet } }`,
    { token },
  )
  expect(proposeMatches).toEqual({ chosen: 576, wishesUnmet: 0 })
  const rounds = await sql.run<{ id: string }>(
    'select id from event_round where event_id = $1 order by number',
    [event],
  )
  for (const { id } of rounds) {
    // An idle machine finds one in a second; here another worker has the machine, too.
    const published = await timeRound({ app, token }, id, 4)
    expect(published.cells).toHaveLength(192)
    const { meetings, moved } = await replaceOne({ app, token }, published)
    expect(meetings).toBe(192)
    expect(moved).toBeGreaterThan(0)
    expect(moved).toBeLessThanOrEqual(192 * 0.05)
  }
})
