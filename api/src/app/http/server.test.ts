import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { openSmallDoor, secret, type SmallDoor } from './testing/small-door.ts'

describe('an open door', () => {
  let door: SmallDoor
  beforeAll(async () => {
    door = await openSmallDoor()
  })
  afterAll(() => door.server.close())

  test('a defect tells the caller nothing but the id under which the log has it', async () => {
    const { status, text, requestId } = await door.ask('{ broken }')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({
      data: { broken: null },
      errors: [
        { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
      ],
    })
    const line = door.lines.find(line => line.includes(String(requestId)) && line.includes('request failed'))
    expect(line).toContain(secret)
    expect(line).toContain('small-door.ts')
  })

  test('a refusal tells its code, its message and its field', async () => {
    expect(JSON.parse((await door.ask('{ refused }')).text)).toEqual({
      data: { refused: null },
      errors: [
        {
          message: 'Somebody was faster.',
          locations: [{ line: 1, column: 3 }],
          path: ['refused'],
          extensions: { code: 'CONFLICT', field: 'plain' },
        },
      ],
    })
  })

  test('visitors get long answers packed, who is signed in gets none packed', async () => {
    const codingOf = async (query: string, headers: Record<string, string>) => {
      const body = JSON.stringify({ query })
      const answer = await fetch(`${door.url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      })
      expect(await answer.json()).toMatchObject({
        data: { [query.slice(2, -2)]: expect.stringMatching(/^(plain|길다 )/) },
      })
      return answer.headers.get('content-encoding')
    }
    const takes = (coding: string) => ({ 'accept-encoding': coding })
    expect(await codingOf('{ long }', takes('gzip, deflate, br'))).toBe('br')
    expect(await codingOf('{ long }', takes('gzip, br;q=0'))).toBe('gzip')
    expect(await codingOf('{ long }', takes('identity'))).toBeNull()
    expect(await codingOf('{ plain }', takes('br'))).toBeNull()
    expect(await codingOf('{ long }', { ...takes('br'), cookie: 'sid=x' })).toBeNull()
    expect(await codingOf('{ long }', { ...takes('br'), authorization: 'Bearer x' })).toBeNull()
  })

  test('what a foreign page can send reaches no resolver', async () => {
    const before = door.calls()
    const query = 'query={plain}'
    await fetch(`${door.url}/graphql?${query}`)
    await fetch(`${door.url}/graphql`, { method: 'POST', body: new URLSearchParams(query) })
    await fetch(`${door.url}/graphql`, { method: 'POST', body: '{"query":"{ plain }"}' })
    await fetch(`${door.url}/graphql?query=mutation{touch}`, { headers: { 'x-api-key': 'x' } })
    expect(door.calls()).toBe(before)
  })

  test('the log has a line for each answer, and no word of what was asked or by whom', async () => {
    await door.ask('query Named($of: Int!) { number(of: $of) }', { of: 4711 })
    await fetch(`${door.url}/nowhere?name=홍길동`)
    await setTimeout(20)
    const lines = door.lines.join('')
    expect(lines).toContain('"method":"POST","route":"/graphql","status":200')
    expect(lines).toContain('"method":"GET","route":"none","status":404')
    expect(lines).not.toMatch(/4711|127\.0\.0\.1|::1|user-agent|홍길동|%ED/)
  })

  test('a body that is far too long gets its answer before the connection ends', async () => {
    for (let i = 0; i < 20; i++) {
      const { status } = await door.ask('x'.repeat(3_000_000))
      expect(status).toBe(413)
    }
  })

  test('nobody holds a connection for ever', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout } = door.server.server
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
    })
  })

  test('health says ok and the version', async () => {
    const response = await fetch(`${door.url}/health`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }])
  })

  test('the schema is text', async () => {
    const response = await fetch(`${door.url}/schema.graphql`)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toContain('type Query')
  })
})

test.each([
  ['says so', async () => ({ status: 'unavailable' }) as const],
  ['cannot even say so', () => Promise.reject(new Error(secret))],
])('health is 503 when the application is unwell and %s', async (_name, health) => {
  const door = await openSmallDoor({ health })
  const response = await fetch(`${door.url}/health`)
  expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable', version: '1.2.3' }])
  await door.server.close()
})

test.each([
  ['a defect', new Error(secret), 500, 'INTERNAL_SERVER_ERROR'],
  [
    'a session that has ended',
    new Refusal('UNAUTHENTICATED', 'The session has ended.'),
    401,
    'UNAUTHENTICATED',
  ],
])('%s before the operation begins', async (_name, error, status, code) => {
  const door = await openSmallDoor({ context: () => Promise.reject(error) })
  const answer = await door.ask('{ plain }')
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code } }] })
  expect(answer.text).not.toContain(secret)
  await door.server.close()
})

test('closing lets the request under way finish and takes no new one', async () => {
  const door = await openSmallDoor()
  const underWay = door.ask('{ slow(ms: 400) }')
  await setTimeout(100)
  const begun = performance.now()
  const closed = door.server.close()
  await setTimeout(50)
  await expect(fetch(`${door.url}/health`)).rejects.toThrow('fetch failed')
  expect(JSON.parse((await underWay).text)).toEqual({ data: { slow: 'done' } })
  await closed
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('a caller who goes away is noticed', async () => {
  const signals: AbortSignal[] = []
  const door = await openSmallDoor({
    context: async ({ signal }) => {
      signals.push(signal)
      return {}
    },
  })
  const caller = new AbortController()
  const answer = fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ slow(ms: 300) }"}',
    signal: caller.signal,
  })
  await setTimeout(100)
  caller.abort()
  await expect(answer).rejects.toThrow('abort')
  await setTimeout(50)
  await door.ask('{ plain }')
  await setTimeout(20)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  await door.server.close()
})
