import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { pdf } from '../kit/documents.ts'
import { sendFile } from '../kit/files.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let neighbour: Awaited<ReturnType<Vetting['neighbour']>>
let enterprise: { id: string; key: string }
let stories: Record<string, { id: string; verb: string; who: string }>
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  neighbour = await world.neighbour()
  stories = await play()
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const hex = (uuid: string) => uuid.replaceAll('-', '')

/** Something that has happened to each kind of thing, and who did it. */
async function play() {
  const { sql, staff, owner } = world
  enterprise = await world.enterprise({ name: '이음솔협동조합', state: 'published' })
  const set = await world.requirementSet()
  const { review } = await world.inReview(enterprise.id, set.id)
  const file = await sendFile(app, owner.token, '계약서.pdf', pdf(), { enterprise: enterprise.id })
  const certification = randomUUID()
  await sql.run(
    `insert into certification (id, enterprise_id, kind_code, valid_from, source, created_at, updated_at)
     values ($1, $2, (select code from certification_kind order by position limit 1), '2020-01-01', 'test', now(), now())`,
    [certification, enterprise.key],
  )
  const product = randomUUID()
  await sql.run(
    `insert into product (id, enterprise_id, category_code, name, unit, price, includes_vat, state, delivery_regions, source, created_at, updated_at)
     values ($1, $2, (select code from category where length(code) = 2 order by code limit 1), '명함', '식', 1000, true, 'on_sale', '{}', 'test', now(), now())`,
    [product, enterprise.key],
  )
  await read(
    app,
    `mutation { changePrice(id: "product_${hex(product)}", price: 2000) { id } }`,
    staff.question,
  )
  await read(
    app,
    `mutation { endCertification(id: "certification_${hex(certification)}", how: CANCELLED, on: "2026-11-01", reason: "취소 공고를 확인했습니다.") { id } }`,
    staff.question,
  )
  return {
    enterprise: { id: enterprise.id, verb: '단가를 바꿈', who: '이담당' },
    product: { id: `product_${hex(product)}`, verb: '단가를 바꿈', who: '이담당' },
    certification: { id: `certification_${hex(certification)}`, verb: '인증 취소를 기록함', who: '이담당' },
    review: { id: review.id, verb: '심사를 시작함', who: '이담당' },
    requirementSet: { id: set.id, verb: '심사 기준을 시행함', who: '이담당' },
    file: { id: file.id, verb: '증빙 파일을 올림', who: '김기업' },
  }
}

interface Entry {
  verb: string
  actor: string
  reason: string | null
  at: string
}

async function tell(of: string, { question }: { question: { token: string } }): Promise<Entry[] | null> {
  const { timeline } = await read<{ timeline: { edges: { node: Entry }[] } | null }>(
    app,
    `query ($of: ID!) { timeline(of: $of, first: 50) { edges { node { verb actor reason at } } } }`,
    { ...question, variables: { of } },
  )
  return timeline?.edges.map(({ node }) => node) ?? null
}

const kinds = ['enterprise', 'product', 'certification', 'review', 'requirementSet', 'file']

test.each(kinds)('what was done to it is told, the latest first: %s', async kind => {
  const { id, verb, who } = stories[kind] ?? { id: '', verb: '', who: '' }
  const entries = (await tell(id, world.staff)) ?? []
  expect(entries).toContainEqual(expect.objectContaining({ verb, actor: who }))
  const moments = entries.map(({ at }) => Date.parse(at))
  expect(moments).toEqual(moments.toSorted((a, b) => b - a))
})

test.each(kinds.filter(kind => kind !== 'file'))(
  'another centre cannot tell it from what never was: %s',
  async kind => {
    const id = stories[kind]?.id ?? ''
    expect(await tell(id, neighbour)).toBeNull()
    expect(await tell(id.replace(/_.*/, '_0198a0000000700080000000000000aa'), world.staff)).toBeNull()
  },
)

test('a file is told of only to those who may read it', async () => {
  const { id } = stories['file'] ?? { id: '' }
  expect(await tell(id, neighbour)).toBeNull()
})

test('members read the story of their enterprise, not of the cases of the desk; a visitor reads none', async () => {
  expect(await tell(enterprise.id, world.owner)).not.toBeNull()
  expect(await tell(stories['review']?.id ?? '', world.owner)).toBeNull()
  const { timeline } = await read<{ timeline: unknown }>(
    app,
    `{ timeline(of: "${enterprise.id}") { edges { cursor } } }`,
  )
  expect(timeline).toBeNull()
})

test('the reason of a decision is told', async () => {
  const entries = (await tell(stories['certification']?.id ?? '', world.staff)) ?? []
  expect(entries[0]?.reason).toBe('취소 공고를 확인했습니다.')
})
