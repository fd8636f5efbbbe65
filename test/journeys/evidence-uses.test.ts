import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal } from '../kit/ask.ts'
import { pdf } from '../kit/documents.ts'
import { fetchFile, sendFile } from '../kit/files.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let enterprise: { key: string; id: string }
beforeAll(async () => {
  app = await startApp({ files: { largestFileMb: 20, filesQuotaMb: 30 } })
  world = await openVetting(app)
  enterprise = await world.enterprise()
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const upload = (name: string, bytes: Buffer, said: { personal?: boolean } = {}) =>
  sendFile(app, world.owner.token, name, bytes, { enterprise: enterprise.id, ...said })

const uuidOf = (id: string) =>
  id.replace(/^\w+_/, '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

test('a file bears out a claim, and is not removed while it does', async () => {
  const { owner, sql } = world
  const credential = randomUUID()
  await sql.run(
    `insert into credential (id, enterprise_id, kind, stated_on, created_at, updated_at)
     values ($1, $2, 'supply_capacity', '2026-01-01', now(), now())`,
    [credential, enterprise.key],
  )
  await sql.run(`insert into supply_capacity (credential_id) values ($1)`, [credential])
  const { id: fileId } = await upload('계약서.pdf', pdf())
  const to = `credential_${credential.replaceAll('-', '')}`
  const add = `mutation { addEvidence(to: "${to}", input: { fileId: "${fileId}", issuer: "가온구청", number: "가-1" }) { id issuer file { name isRemovable } } }`
  const stranger = await world.person('남기업', 'enterprise', null)
  expect(await refusal(app, add, stranger)).toMatchObject({ code: 'NOT_FOUND', field: 'to' })
  const { addEvidence } = await read<{ addEvidence: { id: string; file: object } }>(app, add, owner.question)
  expect(addEvidence).toMatchObject({ issuer: '가온구청', file: { name: '계약서.pdf', isRemovable: false } })
  const remove = `mutation { removeEvidenceFile(id: "${fileId}") }`
  expect(await refusal(app, remove, owner.question)).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, `mutation { removeEvidence(id: "${addEvidence.id}") }`, owner.question)
  await read(app, remove, owner.question)
  expect((await fetchFile(app, owner.token, fileId)).status).toBe(404)
  expect(await refusal(app, add, owner.question)).toMatchObject({ code: 'NOT_FOUND', field: 'fileId' })
})

test('a product rests on documents that its desk alone sees', async () => {
  const { owner, sql } = world
  const add = `mutation { addProduct(enterpriseId: "${enterprise.id}", product: { name: "재생 봉투", category: "44", unit: "개", includesVat: true }) { id } }`
  const { addProduct: product } = await read<{ addProduct: { id: string } }>(app, add, owner.question)
  const { id: fileId } = await upload('시험성적서.pdf', pdf())
  const attach = `mutation { addEvidence(to: "${product.id}", input: { fileId: "${fileId}", issuer: "시험연구원", number: "가-9" }) { id } }`
  const stranger = await world.person('남기업', 'enterprise', null)
  for (const somebody of [stranger, (await world.neighbour()).question])
    expect(await refusal(app, attach, somebody)).toMatchObject({ code: 'NOT_FOUND', field: 'to' })
  const { addEvidence } = await read<{ addEvidence: { id: string } }>(app, attach, owner.question)
  const desk = `{ enterpriseDesk(id: "${enterprise.id}") { products { id evidence { id issuer file { name uses } } } } }`
  const seen = async (question: object) =>
    (await read<{ enterpriseDesk: { products: object[] } | null }>(app, desk, question)).enterpriseDesk
      ?.products
  const evidence = [
    { id: addEvidence.id, issuer: '시험연구원', file: { name: '시험성적서.pdf', uses: ['상품 재생 봉투'] } },
  ]
  expect(await seen(owner.question)).toEqual([{ id: product.id, evidence }])
  expect(await seen(stranger)).toBeUndefined()
  expect(
    await refusal(app, `mutation { removeEvidenceFile(id: "${fileId}") }`, owner.question),
  ).toMatchObject({
    code: 'WRONG_STATE',
  })
  await read(app, `mutation { removeEvidence(id: "${addEvidence.id}") }`, owner.question)
  const rows = await sql.run<{ name: string }>(
    `select name from ledger where subject_type = 'product' and subject_id = $1 order by id`,
    [uuidOf(product.id)],
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'product.added',
    'product.evidence_added',
    'product.evidence_removed',
  ])
})

test('an application takes only files of the enterprise itself, and holds on to them', async () => {
  const { owner } = world
  const set = await world.requirementSet({ title: '파일 기준' })
  let application = await owner.start(enterprise.id, set.id)
  const other = await world.enterprise({ name: '딴 기업' })
  const { id: foreign } = await sendFile(app, owner.token, '남의 것.pdf', pdf(), { enterprise: other.id })
  const attach = (id: string) =>
    `mutation { attachEvidence(id: "${application.id}", number: 2, fileId: "${id}", expectedVersion: ${application.version}) { id items { files { id } } } }`
  expect(await refusal(app, attach(foreign), owner.question)).toMatchObject({
    code: 'NOT_FOUND',
    field: 'fileId',
  })
  const { id } = await upload('검수조서.pdf', pdf())
  const { attachEvidence } = await read<{ attachEvidence: { items: { files: { id: string }[] }[] } }>(
    app,
    attach(id),
    owner.question,
  )
  expect(attachEvidence.items.flatMap(({ files }) => files)).toEqual([{ id }])
  expect(await refusal(app, `mutation { removeEvidenceFile(id: "${id}") }`, owner.question)).toMatchObject({
    code: 'WRONG_STATE',
  })
})
