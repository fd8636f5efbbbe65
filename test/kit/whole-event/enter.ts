import { change, together, type Desk } from './desk.ts'
import type { RoundOfPeople } from './people.ts'

interface Drawn {
  id: string
  version: number
  rounds: { id: string }[]
}
const drawn = '{ id version rounds { id } }'

export const rounds = [
  {
    title: '1회차',
    theme: '공공시장 진입 지원',
    days: ['2021-05-18', '2021-05-19', '2021-05-20'],
    eve: '2021-05-17',
    last: '2021-05-20',
  },
  {
    title: '2회차',
    theme: '그린뉴딜',
    days: ['2021-07-13', '2021-07-14', '2021-07-15'],
    eve: '2021-07-12',
    last: '2021-07-15',
  },
  {
    title: '3회차',
    theme: '판로 확대',
    days: ['2021-10-19', '2021-10-20', '2021-10-21'],
    eve: '2021-10-18',
    last: '2021-10-21',
  },
]

/** 행사 등록 — three online rounds of three days, eight slots a day and eight video rooms; open for applications. */
export async function enterEvent(desk: Desk): Promise<Drawn> {
  const input = {
    series: '다시 여는 온라인 구매상담회',
    title: '2021 다시 여는 온라인 구매상담회',
    ...{ kind: 'CONSULTATION', year: 2021, slotMinutes: 25, gapMinutes: 5 },
    applyUntil: '2021-05-10T18:00:00+09:00',
    ...{ isPublic: true, venue: '온라인', enterprisesWanted: 171, departmentsWanted: 85 },
  }
  const made = await change<Drawn>(desk, 'createEvent(input: $input)', drawn, {
    'input: NewEventInput!': input,
  })
  const event = await change<Drawn>(
    desk,
    `setEventRounds(id: "${made.id}", expectedVersion: ${made.version}, rounds: $rounds)`,
    drawn,
    {
      'rounds: [EventRoundInput!]!': rounds.map(({ title, theme }, number) => ({
        ...{ id: made.rounds[number]?.id ?? null, title, theme, isOnline: true },
      })),
    },
  )
  for (const [number, { days }] of rounds.entries())
    for (const day of days)
      await change(
        desk,
        `layOutDay(id: "${event.id}", round: "${event.rounds[number]?.id}", on: "${day}",
           from: "09:30", until: "15:30", lunchFrom: "11:30", lunchUntil: "13:30")`,
        '{ id }',
      )
  const places = '{ kind: VIDEO, names: "영상 1–8", link: "https://video.example.kr/{n}" }'
  await change(desk, `addEventPlaces(id: "${event.id}", places: ${places})`, '{ id }')
  await step(desk, event.id, 'OPEN')
  return event
}

/** 신청과 선정 — enterprises apply themselves, staff write down departments; all are chosen and told. */
export async function takeIn(desk: Desk, event: Drawn, people: readonly RoundOfPeople[]): Promise<string[]> {
  const ids: string[] = []
  for (const [number, { enterprises, departments }] of people.entries()) {
    const application = `application: { roundIds: ["${event.rounds[number]?.id}"] }`
    const apply =
      (party: string) =>
      async ({ id, token }: { id: string; token: string }) => {
        const call = `applyToEvent(eventId: "${event.id}", ${party}: "${id}", ${application})`
        ids.push((await change<{ id: string }>({ ...desk, token }, call, '{ id }')).id)
      }
    await together(enterprises, apply('enterpriseId'))
    await together(departments, apply('departmentId'))
  }
  await step(desk, event.id, 'CLOSE')
  await change(
    desk,
    `decideParticipations(eventId: "${event.id}", ids: $ids, decision: CONFIRM, isDryRun: false)`,
    '{ isDryRun }',
    { 'ids: [ID!]!': ids },
  )
  await change(desk, `sendLetters(eventId: "${event.id}", isDryRun: false)`, '{ isDryRun }')
  await step(desk, event.id, 'CONFIRM')
  return ids
}

export async function step(
  desk: Desk,
  id: string,
  name: 'OPEN' | 'CLOSE' | 'CONFIRM' | 'FINISH',
): Promise<void> {
  const [row] = await desk.sql.run<{ version: number }>(
    `select version from event where replace(id::text, '-', '') = $1`,
    [id.replace('event_', '')],
  )
  await change(desk, `takeEventStep(id: "${id}", expectedVersion: ${row?.version}, step: ${name})`, '{ id }')
}
