import http from 'node:http'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { FileStore } from '@panro/api/src/modules/files/store/file-store.ts'
import { sweepFiles } from '@panro/api/src/modules/files/sweep-files.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'
import { hwp, hwpx, jpeg, pdf, png, webp, xlsx } from '../kit/documents.ts'
import { beginUpload, fetchFile, progress, sendFile, sendPart } from '../kit/files.ts'
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

const ledger = (id: string, name: string) =>
  world.sql.run<{ actor_id: string; reason: string | null; detail: Record<string, unknown> }>(
    `select actor_id, reason, detail from ledger where subject_type = 'file' and subject_id = $1 and name = $2 order by id`,
    [uuidOf(id), name],
  )

test.each([
  ['검수조서.pdf', pdf({ pages: 3 }), { kind: 'PDF', pages: 3, isImage: false }],
  ['현장 사진.JPG', jpeg({ width: 40, height: 30 }), { kind: 'JPEG', width: 40, height: 30, isImage: true }],
  ['명패.png', png({ width: 5, height: 6 }), { kind: 'PNG', width: 5, height: 6, isImage: true }],
  ['로고.webp', webp(), { kind: 'WEBP', isImage: true }],
  ['계획서.hwp', hwp(), { kind: 'HWP', isImage: false }],
  ['계획서.hwpx', hwpx(), { kind: 'HWPX', isImage: false }],
  ['명단.xlsx', xlsx(), { kind: 'XLSX', isImage: false }],
])('%s is taken, kept under its hash and handed back under its name', async (name, bytes, known) => {
  const { status, id } = await upload(name, bytes)
  expect(status).toBe(201)
  const { node } = await read<{ node: object }>(
    app,
    `{ node(id: "${id}") { ... on EvidenceFile { name kind pages width height isImage size url inlineUrl } } }`,
    world.owner.question,
  )
  expect(node).toMatchObject({ name, url: `/admin/files/${id}`, ...known })
  const answer = await fetchFile(app, world.owner.token, id)
  const content = Buffer.from(await answer.arrayBuffer())
  expect(content.equals(bytes)).toBe(true)
  expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(readFileSync(path.join(app.dataDir, 'files', sha256.slice(0, 2), sha256)).equals(bytes)).toBe(true)
  const [row] = await ledger(id, 'file.uploaded')
  expect(row?.detail).toMatchObject({ sha256, size: bytes.length })
  expect(JSON.stringify(row?.detail)).not.toContain(name)
})

test('only pictures and quiet documents are shown on the spot', async () => {
  for (const [name, bytes, disposition] of [
    ['a.pdf', pdf(), 'inline'],
    ['a.png', png(), 'inline'],
    ['a.hwp', hwp(), 'attachment'],
    ['a.xlsx', xlsx(), 'attachment'],
  ] as const) {
    const { id } = await upload(name, bytes)
    const answer = await fetchFile(app, world.owner.token, id, { inline: true })
    expect(answer.headers.get('content-disposition')?.split(';')[0]).toBe(disposition)
  }
})

test('a piece is read by its range, and the pieces of one reading are one row of the ledger', async () => {
  const bytes = pdf({ pages: 50 })
  const { id } = await upload('긴 문서.pdf', bytes)
  const first = await fetchFile(app, world.owner.token, id, { range: 'bytes=0-9' })
  expect([first.status, await first.text()]).toEqual([206, bytes.subarray(0, 10).toString('latin1')])
  expect(first.headers.get('content-range')).toBe(`bytes 0-9/${bytes.length}`)
  const last = await fetchFile(app, world.owner.token, id, { range: 'bytes=-6' })
  expect(await last.text()).toBe(bytes.subarray(-6).toString('latin1'))
  const beyond = await fetchFile(app, world.owner.token, id, { range: `bytes=${bytes.length}-` })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  expect(await ledger(id, 'file.read')).toHaveLength(1)
})

test('whoever may not see a file cannot tell it from one that never was', async () => {
  const { id } = await upload('비밀.pdf', pdf())
  const neighbour = await world.neighbour()
  const stranger = await world.person('남기업', 'enterprise', null)
  const nobodys = `file_${randomUUID().replaceAll('-', '')}`
  const others = [null, stranger.token, neighbour.token, await signIn(app, 'BUYER')]
  for (const token of others) {
    const [seen, never] = await Promise.all([fetchFile(app, token, id), fetchFile(app, token, nobodys)])
    expect([seen.status, never.status]).toEqual([404, 404])
    expect(await seen.text()).toBe(await never.text())
    const question = token === null ? {} : { token }
    expect(await read(app, `{ node(id: "${id}") { id } }`, question)).toEqual({ node: null })
  }
  const reading = `mutation { stateReadingReason(id: "${id}", reason: "아무래도 궁금해서 봅니다") { id } }`
  for (const { token } of [stranger, neighbour])
    expect(await refusal(app, reading, { token })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusal(app, `mutation { removeEvidenceFile(id: "${id}") }`, stranger)).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(200)
  const rows = await ledger(id, 'file.read')
  expect(rows.map(({ actor_id }) => actor_id)).toEqual([world.staff.id])
})

test('nobody brings a file in for an enterprise that is not theirs', async () => {
  const stranger = await world.person('남기업', 'enterprise', null)
  const neighbour = await world.neighbour()
  for (const { token } of [stranger, neighbour])
    expect((await sendFile(app, token, 'a.pdf', pdf(), { enterprise: enterprise.id })).status).toBe(404)
  expect((await sendFile(app, null, 'a.pdf', pdf(), { enterprise: enterprise.id })).status).toBe(401)
  expect((await sendFile(app, await signIn(app, 'BUYER'), 'a.pdf', pdf())).status).toBe(403)
  expect((await sendFile(app, world.staff.token, 'a.pdf', pdf(), { enterprise: enterprise.id })).status).toBe(
    201,
  )
})

test('a centre that judges the enterprise reads its files from the moment a case is submitted', async () => {
  const other = await world.enterprise({ name: '떠돌이', center: null })
  const set = await world.requirementSet()
  const { id } = await sendFile(app, world.owner.token, '검수.pdf', pdf(), { enterprise: other.id })
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(404)
  let application = await world.owner.start(other.id, set.id)
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(404)
  application = await world.owner.attest(application, 1)
  application = await world.owner.attach(application, 2, other.id)
  await world.owner.submit(application)
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(200)
  const { review } = await read<{ review: { items: { files: { name: string; url: string }[] }[] } }>(
    app,
    `{ review(id: "${application.id.replace('application', 'review')}") { items { files { name url inlineUrl } } } }`,
    world.staff.question,
  )
  expect(review.items.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['검수조서.pdf'])
})

test('personal data of others take a reason, which stands beside the reading', async () => {
  const { id } = await upload('재직자 명부.pdf', pdf(), { personal: true })
  expect((await fetchFile(app, world.owner.token, id)).status).toBe(200)
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(403)
  const state = (reason: string) =>
    `mutation { stateReadingReason(id: "${id}", reason: "${reason}") { needsReason } }`
  expect(await refusal(app, state('그냥'), world.staff.question)).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'reason',
  })
  const reason = '취약계층 고용 비율을 확인합니다'
  await read(app, state(reason), world.staff.question)
  expect((await fetchFile(app, world.staff.token, id)).status).toBe(200)
  // Whoever else reads it says why themselves.
  expect((await fetchFile(app, world.colleague.token, id)).status).toBe(403)
  const rows = await ledger(id, 'file.read')
  expect(rows.map(row => [row.actor_id, row.reason])).toEqual([
    [world.owner.id, null],
    [world.staff.id, reason],
  ])
})

test('20 MB in parts survive a dropped connection', async () => {
  const bytes = Buffer.alloc(20_000_000, 0x20)
  pdf({ pages: 2 }).copy(bytes, 0)
  Buffer.from('%%EOF').copy(bytes, bytes.length - 5)
  const { owner } = world
  const begun = await beginUpload(app, owner.token, '큰 도면.pdf', bytes.length, {
    enterprise: enterprise.id,
  })
  expect(begun.status).toBe(201)
  await sendPart(app, owner.token, begun.id, 0, bytes.subarray(0, 5_000_000))
  await dropInTheMiddle(begun.id, 5_000_000, bytes.subarray(5_000_000, 12_000_000))
  const offset = await restingOffset(owner.token, begun.id)
  expect(offset).toBeGreaterThan(5_000_000)
  expect(offset).toBeLessThan(12_000_000)
  expect((await sendPart(app, owner.token, begun.id, offset + 1, Buffer.from('x'))).status).toBe(409)
  expect((await sendPart(app, world.colleague.token, begun.id, offset, Buffer.from('x'))).status).toBe(404)
  const end = await sendPart(app, owner.token, begun.id, offset, bytes.subarray(offset))
  expect(end).toMatchObject({ status: 200, isComplete: true })
  const kept = Buffer.from(await (await fetchFile(app, owner.token, begun.id)).arrayBuffer())
  expect(kept.equals(bytes)).toBe(true)
})

/** How far an upload has come, once what was on its way when the connection fell has been written. */
async function restingOffset(token: string, id: string): Promise<number> {
  let seen = -1
  for (;;) {
    const { offset } = await progress(app, token, id)
    if (offset === seen) return offset
    seen = offset
    await new Promise(resume => setTimeout(resume, 250))
  }
}

/** Sends a part at its own pace, and is cut off after some of it. */
function dropInTheMiddle(id: string, offset: number, bytes: Buffer): Promise<void> {
  const { port, hostname } = new URL(app.url)
  return new Promise(resolve => {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
      authorization: `Bearer ${world.owner.token}`,
    }
    const request = http.request({
      hostname,
      port,
      method: 'PUT',
      path: `/admin/files/${id}?offset=${offset}`,
      headers,
    })
    request.on('error', () => resolve())
    request.write(bytes.subarray(0, 3_000_000), () => setTimeout(() => request.destroy(), 300))
  })
}

test('a part that is refused at the end leaves nothing, and more than was announced is not taken', async () => {
  const { owner } = world
  const begun = await beginUpload(app, owner.token, '거짓.pdf', 10, { enterprise: enterprise.id })
  const refused = await sendPart(app, owner.token, begun.id, 0, Buffer.from('MZ34567890'))
  expect(refused).toMatchObject({ status: 400 })
  expect((await progress(app, owner.token, begun.id)).status).toBe(404)
  const small = await beginUpload(app, owner.token, '작다더니.pdf', 10, { enterprise: enterprise.id })
  expect((await sendPart(app, owner.token, small.id, 0, pdf())).status).toBe(400)
})

test('what is swapped while it is looked at is not what is kept', async () => {
  const { owner } = world
  const good = pdf({ pages: 400 })
  const evil = Buffer.from(good.toString('latin1').replace('/Type /Pages', '/JavaScript  '), 'latin1')
  const begun = await beginUpload(app, owner.token, '바꿔치기.pdf', good.length, {
    enterprise: enterprise.id,
  })
  await sendPart(app, owner.token, begun.id, 0, good.subarray(0, -1))
  await Promise.all([
    sendPart(app, owner.token, begun.id, good.length - 1, good.subarray(-1)),
    ...Array.from({ length: 8 }, () => sendPart(app, owner.token, begun.id, 0, evil.subarray(0, -1))),
  ])
  const { node } = await read<{ node: { flags: string[] } | null }>(
    app,
    `{ node(id: "${begun.id}") { ... on EvidenceFile { flags } } }`,
    owner.question,
  )
  const kept = await (await fetchFile(app, owner.token, begun.id)).text()
  expect(node?.flags).toEqual(kept.includes('/JavaScript') ? ['SCRIPT'] : [])
})

test('the quota of an enterprise holds, however many come at once', async () => {
  const poor = await world.enterprise({ name: '가난한 협동조합' })
  const bytes = Buffer.concat([pdf(), Buffer.alloc(0)])
  const big = (i: number) => {
    const content = Buffer.alloc(8_000_000, 0x20 + i)
    bytes.copy(content, 0)
    Buffer.from('%%EOF').copy(content, content.length - 5)
    return content
  }
  const sent = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      sendFile(app, world.owner.token, `${i}.pdf`, big(i), { enterprise: poor.id }),
    ),
  )
  expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 400, 400, 400])
  const refused = sent.flatMap(({ errors }) => errors ?? [])
  expect(
    refused.every(({ extensions, message }) => extensions.problem === 'count' && message.includes('30MB')),
  ).toBe(true)
})

test('both sides list the files, and the public sees none', async () => {
  await upload('목록에.pdf', pdf())
  const names = (files: { name: string }[]) => files.map(({ name }) => name)
  const { viewer } = await read<{ viewer: { evidenceFiles: { edges: { node: { name: string } }[] } } }>(
    app,
    '{ viewer { evidenceFiles(first: 100) { edges { node { name } } } } }',
    world.owner.question,
  )
  expect(names(viewer.evidenceFiles.edges.map(({ node }) => node))).toContain('목록에.pdf')
  await world.sql.run(`update enterprise set state = 'published' where id = $1`, [enterprise.key])
  const list = `{ enterprise: node(id: "${enterprise.id}") { ... on Enterprise { evidenceFiles(first: 100) { name } } } }`
  type Listed = { enterprise: { evidenceFiles: { name: string }[] } }
  const staff = await read<Listed>(app, list, world.staff.question)
  expect(names(staff.enterprise.evidenceFiles)).toContain('목록에.pdf')
  expect((await read<Listed>(app, list)).enterprise.evidenceFiles).toEqual([])
})

test('what nothing refers to is swept away, and nothing else', async () => {
  const folder = path.join(app.dataDir, 'files')
  const { id } = await upload('남는다.pdf', pdf({ pages: 7 }))
  const { id: gone } = await upload('간다.pdf', pdf({ pages: 8 }))
  await read(app, `mutation { removeEvidenceFile(id: "${gone}") }`, world.owner.question)
  const begun = await beginUpload(app, world.owner.token, '오는 중.pdf', 100, { enterprise: enterprise.id })
  await sendPart(app, world.owner.token, begun.id, 0, Buffer.from('%PDF'))
  const left = path.join(folder, 'incoming', `${randomUUID()}.part`)
  writeFileSync(left, 'left behind')
  const orphan = path.join(folder, '00', '0'.repeat(64))
  const store = new FileStore(folder)
  const orm = await connect(app.databaseUrl)
  const later = (days: number) => systemContext(orm, new Date(Date.now() + days * 86_400_000))
  try {
    mkdirSync(path.dirname(orphan), { recursive: true })
    writeFileSync(orphan, 'of no file')
    // What is young is left alone: it may belong to somebody who is about to say so.
    expect(await sweepFiles(later(0), store)).toBe(0)
    const old = new Date(Date.now() - 7_200_000)
    for (const file of [left, orphan, path.join(folder, 'incoming', `${uuidOf(begun.id)}.part`)])
      utimesSync(file, old, old)
    expect(await sweepFiles(later(0), store)).toBe(2)
    expect((await progress(app, world.owner.token, begun.id)).offset).toBe(4)
    // After a month the removed one goes, and by then the upload that nobody went on with.
    await sweepFiles(later(40), store)
    expect((await fetchFile(app, world.owner.token, id)).status).toBe(200)
    const contents = readdirSync(folder).flatMap(name => readdirSync(path.join(folder, name)))
    const [row] = await ledger(gone, 'file.removed')
    expect(contents).not.toContain(row?.detail.sha256)
    expect(readdirSync(path.join(folder, 'incoming'))).toEqual([])
  } finally {
    await orm.close()
  }
})

test('the folder is for the server alone', () => {
  for (const folder of ['files', 'files/incoming'])
    expect(statSync(path.join(app.dataDir, folder)).mode & 0o077).toBe(0)
})
