import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { addDepartment, addEvent, addParticipation } from '../kit/event.ts'
import { newPerson } from '../kit/person.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const fields = `id title edition kind state firstDay lastDay series { name nextEdition }
  confirmedEnterprises confirmedDepartments publishedEnterprises { name } publishedInstitutions
  rounds { id number days { id onDate slots { id session from until startsAt } } capacity(meetings: 20) { slots needed advisedFrom advisedUntil isEnough } }
  places { id name kind link capacity } programme { title } quotas { id } groups { id } editions { id }
  readiness { code blocks } allowedActions blockedActions { action lacks { code } } requirementSet { id }`

const readEvent = async (id: string, question = {}) =>
  (
    await read<{ event: Record<string, unknown> | null }>(
      app,
      `{ event(id: "${id}") { ${fields} } }`,
      question,
    )
  ).event

test('an event is its centre’s until it is public, and then shows no more than is everybody’s', async () => {
  const event = await addEvent(world.sql, { center: world.center, state: 'confirmed', title: '가온 상담회' })
  const enterprise = await world.enterprise({ state: 'published', name: '참여협동조합' })
  await addParticipation(world.sql, event, 'enterprise', enterprise.key)
  await addParticipation(
    world.sql,
    event,
    'department',
    await addDepartment(world.sql, world.center, '총무과'),
  )
  await world.sql.run(
    `update event_place set kind = 'video', link = 'https://video.example.kr/r1' where event_id = $1 and name = 'T1'`,
    [event.key],
  )
  const desk = await readEvent(event.id, world.staff.question)
  expect(desk).toMatchObject({
    title: '가온 상담회',
    firstDay: '2027-02-10',
    confirmedEnterprises: 1,
    confirmedDepartments: 1,
    series: { nextEdition: 2 },
    rounds: [{ days: [{ onDate: '2027-02-10', slots: { length: 8 } }], capacity: { slots: 8, needed: 3 } }],
  })
  expect(JSON.stringify(desk)).toContain('https://video.example.kr/r1')

  const neighbour = await world.neighbour()
  const stranger = await newPerson(world.sql, { role: 'buyer' })
  for (const token of [neighbour.token, stranger.token, undefined])
    expect(await readEvent(event.id, token ? { token } : {})).toBeNull()
  const list =
    '{ events(first: 10) { totalCount edges { node { id } } } publicEvents(first: 10) { totalCount } }'
  expect(await read(app, list, neighbour.question)).toMatchObject({ events: { totalCount: 0, edges: [] } })
  expect(await read(app, list, world.staff.question)).toMatchObject({
    events: { totalCount: 1 },
    publicEvents: { totalCount: 0 },
  })

  await world.sql.run('update event set is_public = true where id = $1', [event.key])
  for (const question of [neighbour.question, { token: stranger.token }, {}]) {
    const seen = await readEvent(event.id, question)
    expect(seen).toMatchObject({
      confirmedEnterprises: 1,
      confirmedDepartments: 1,
      publishedEnterprises: [{ name: '참여협동조합' }],
      publishedInstitutions: [expect.stringContaining('총무과 기관')],
      rounds: [{ capacity: null }],
      readiness: [],
      allowedActions: [],
      blockedActions: [],
      quotas: [],
    })
    expect(JSON.stringify(seen)).not.toContain('https://')
    expect(await read(app, list, question)).toMatchObject({ publicEvents: { totalCount: 1 } })
    const { node } = await read<{ node: object }>(
      app,
      `{ node(id: "${event.id}") { ... on Event { ${fields} } } }`,
      question,
    )
    expect(node).toEqual(seen)
  }
  await world.sql.run(`update event set state = 'draft' where id = $1`, [event.key])
  expect(await readEvent(event.id)).toBeNull()
})
