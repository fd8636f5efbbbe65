import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask } from '../kit/ask.ts'
import { documentId, Visitor } from '../kit/pages.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const persisted = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } })
const codeOf = async (response: Response) => {
  const { errors }: { errors?: { extensions: { code: string } }[] } = await response.json()
  return errors?.[0]?.extensions.code
}
const viewerOf = async (visitor: Visitor) =>
  (await visitor.ask<{ viewer: { role: string } | null }>('Viewer')).data?.viewer?.role ?? null
const sessions = async () => (await sql.run('select 1 from session')).length

test('a visitor without a cookie is answered', async () => {
  expect(await new Visitor(app).ask('Viewer')).toEqual({
    data: { viewer: null, demoRoles: ['BUYER', 'ENTERPRISE', 'STAFF', 'LEAD'] },
  })
})

test('75. an unknown id is refused, and so is a text, alone or with an id', async () => {
  const visitor = new Visitor(app)
  const unknown = await visitor.send(persisted('0'.repeat(64)))
  expect(unknown.status).toBe(400)
  expect(await codeOf(unknown)).toBe('PERSISTED_QUERY_NOT_FOUND')
  for (const body of [
    { query: '{ viewer { name } }' },
    { query: '{ viewer { name } }', ...persisted(documentId('Viewer')) },
    [persisted(documentId('Viewer'))],
    {},
    null,
    { extensions: { persistedQuery: { sha256Hash: 7 } } },
  ]) {
    const refused = await visitor.send(body)
    expect(refused.status, JSON.stringify(body)).toBe(400)
    expect(await codeOf(refused)).toBe('BAD_REQUEST')
  }
})

test('72. what a foreign page could send is refused, and changes nothing', async () => {
  const before = await sessions()
  const signIn = { ...persisted(documentId('SignInAsDemo')), variables: { role: 'STAFF' } }
  const attempts: [Record<string, string | null>, number][] = [
    [{ 'apollo-require-preflight': null }, 400],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ origin: 'https://evil.example.kr' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: app.url.replace('http:', 'https:').replace('localhost', 'localhost.evil.example.kr') }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
  ]
  for (const [headers, status] of attempts) {
    const visitor = new Visitor(app)
    const refused = await visitor.send(signIn, headers)
    expect(refused.status, JSON.stringify(headers)).toBe(status)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(visitor.cookie).toBeNull()
  }
  expect(await sessions()).toBe(before)
})

test.each(['GET', 'PUT', 'DELETE'])('%s is refused', async method => {
  const refused = await fetch(`${app.url}/admin/graphql?query={viewer{name}}`, {
    method,
    headers: { accept: 'text/html' },
  })
  expect(refused.status).toBe(405)
  expect(refused.headers.get('allow')).toBe('POST')
})

test('a sign-in is kept in a cookie that no script reads, and the answer does not repeat it', async () => {
  const visitor = new Visitor(app)
  const answer = await visitor.send({
    ...persisted(documentId('SignInAsDemo')),
    variables: { role: 'STAFF' },
  })
  const [set = ''] = answer.headers.getSetCookie()
  expect(set).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const [, token = ''] = visitor.cookie?.split('=') ?? []
  expect(token).toHaveLength(43)
  expect(await answer.text()).not.toContain(token)
  expect(await viewerOf(visitor)).toBe('STAFF')
})

test('over https the cookie is of this host only', async () => {
  const visitor = new Visitor(app)
  const secure = { origin: app.url.replace('http:', 'https:') }
  const body = { ...persisted(documentId('SignInAsDemo')), variables: { role: 'BUYER' } }
  const answer = await visitor.send(body, secure)
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  // The name that a plain page could have set is not listened to there.
  const planted = { ...secure, cookie: visitor.cookie?.replace('__Host-', '') ?? null }
  const viewer = await visitor.send(persisted(documentId('Viewer')), planted)
  expect(await viewer.json()).toMatchObject({ data: { viewer: null } })
})

test('the doors do not mix: a token opens nothing here, a cookie nothing there', async () => {
  const visitor = await new Visitor(app).signIn('STAFF')
  const [, token = ''] = visitor.cookie?.split('=') ?? []
  const byToken = await new Visitor(app).send(persisted(documentId('Viewer')), {
    authorization: `Bearer ${token}`,
  })
  expect(await byToken.json()).toMatchObject({ data: { viewer: null } })
  const byCookie = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: visitor.cookie ?? '' },
    body: JSON.stringify({ query: '{ viewer { role } }' }),
  })
  expect(await byCookie.json()).toEqual({ data: { viewer: null } })
  expect(await ask(app, '{ viewer { role } }', { token })).toMatchObject({
    data: { viewer: { role: 'STAFF' } },
  })
})

test('90. a sign-in gives a new token, and the one before it opens nothing any more', async () => {
  const visitor = await new Visitor(app).signIn('BUYER')
  const planted = visitor.cookie
  await visitor.signIn('LEAD')
  expect(visitor.cookie).not.toBe(planted)
  expect(await viewerOf(visitor)).toBe('LEAD')
  visitor.cookie = planted
  expect(await viewerOf(visitor)).toBeNull()
})

test('a sign-out ends the session and takes the cookie away', async () => {
  const visitor = await new Visitor(app).signIn('ENTERPRISE')
  const copy = visitor.cookie
  expect(await visitor.ask('SignOut')).toEqual({ data: { signOut: true } })
  expect(visitor.cookie).toBeNull()
  visitor.cookie = copy
  expect(await viewerOf(visitor)).toBeNull()
  // A cookie that has aged does not keep anybody from what is public; it is taken away.
  expect(visitor.cookie).toBeNull()
})
