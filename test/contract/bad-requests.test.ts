import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDoor, type Door } from '../kit/door.ts'
import { ask, document, posting } from './door/ask.ts'
import { badBodies } from './door/bad-bodies.ts'
import { badDocuments } from './door/bad-documents.ts'
import { badValues } from './door/bad-values.ts'
import { askThenHealth, errorsOf, expectGoodRefusal, expectHealthy } from './door/good-refusal.ts'
import { open, sendBytes } from './door/raw-socket.ts'

let door: Door
beforeAll(async () => {
  door = await startDoor()
  await ask(door.url, document('{ __typename }'))
})
afterAll(() => door.stop())

describe('is refused in JSON, shortly and quickly, and the next caller waits for nothing', () => {
  test.each([...badDocuments, ...badValues, ...badBodies])('$name', async ({ asked, status, code }) => {
    const answer = await askThenHealth(door.url, asked)
    const [refused] = expectGoodRefusal(answer)
    expect(answer.status).toBe(status)
    expect(refused?.extensions.code).toBe(code)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('is odd, yet answered', () => {
  test.each([
    ['3. 500 duplicates of a field', document(`{ ${'__typename '.repeat(500)} }`)],
    ['41. variables that the document does not declare are ignored', document('{ __typename }', { more: 1 })],
    [
      '68. GET with a header that needs a preflight',
      { method: 'GET', headers: { 'x-api-key': 'x' }, search: '?query=%7B__typename%7D' },
    ],
  ])('%s', async (_name, asked) => {
    const answer = await askThenHealth(door.url, asked)
    expect(JSON.parse(answer.text)).toEqual({ data: { __typename: 'Query' } })
  })

  test('40b. null for an argument that has a default is the fault of the caller', async () => {
    const query = 'query ($sort: ProductSort) { products(first: 1, sort: $sort) { totalCount } }'
    const { text } = await ask(door.url, document(query, { sort: null }))
    expect(JSON.parse(text)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    })
  })

  test('42. __proto__ and constructor among the variables pollute nothing', async () => {
    const body =
      '{"query":"{ __typename }","variables":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}}'
    const answer = await ask(door.url, { headers: { 'content-type': 'application/json' }, body })
    expect(answer.status).toBe(200)
    expect('x' in {}).toBe(false)
  })

  test.each([
    ['43. half a surrogate pair', '\ud800'],
    ['44. bidi controls', '\u202e마을\u2066'],
    ['44b. nothing but zero width', '\u200b\u200d'],
    ['44c. Hangul in letters', '가나다'.normalize('NFD')],
    ['97. nothing but spaces', ' '.repeat(150)],
    ['97b. nothing but ㅋ', 'ㅋ'.repeat(150)],
    ['99. SQL', "'; drop table product; --"],
    ['99b. NUL', 'a\u0000b'],
    ['99c. the wildcards of like', '%_\\%'],
  ])('%s among the words to find', async (_name, query) => {
    const answer = await askThenHealth(
      door.url,
      document(
        'query ($query: String!) { products(first: 3, query: $query) { totalCount edges { node { name } } } suggestions(query: $query) { text } }',
        { query },
      ),
    )
    expect([200, 400]).toContain(answer.status)
    expect(errorsOf(answer.text).length).toBeLessThanOrEqual(2)
  })
})

describe('is not even HTTP', () => {
  const post = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

  test('59. shorter than content-length says: the connection ends, nobody waits', async () => {
    const { status } = await sendBytes(
      door.url,
      `${post}Connection: close\r\nContent-Length: 10\r\n\r\n{"query":"{ __typename }"}`,
    )
    expect(status).toBe(400)
    await expectHealthy(door.url)
  })

  test('60. content-length and transfer-encoding at once', async () => {
    const { status, text } = await sendBytes(
      door.url,
      `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    )
    expect(status).toBe(400)
    expect(bodyOf(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('61. headers of 20 kB', async () => {
    const { status, text } = await sendBytes(door.url, `${post}X: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(status).toBe(431)
    expect(bodyOf(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('70c. TRACE', async () => {
    const { status, text } = await sendBytes(
      door.url,
      'TRACE /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    )
    expect(status).toBe(405)
    expect(text.toLowerCase()).toContain('allow: get, post')
  })

  test('70d. a path that cannot be decoded', async () => {
    const { status, text } = await sendBytes(
      door.url,
      'GET /%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    )
    expect(status).toBe(400)
    expect(bodyOf(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('63. 1,000 connections that never finish their headers', async () => {
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => open(door.url)))
    for (const socket of sockets) socket.on('error', () => {}).write('POST /graphql HTTP/1.1\r\nHost:')
    await expectHealthy(door.url)
    expect(sockets.filter(socket => socket.destroyed)).toEqual([])
    for (const socket of sockets) socket.destroy()
  })
})

const bodyOf = (text: string): unknown => JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))

describe('graphql-cop finds nothing', () => {
  const json = { accept: 'application/json' }

  test('alias_overloading', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')
    expect(await dataOf(door.url, document(`query cop { ${aliases} }`))).not.toHaveProperty('alias100')
  })

  test('batch_query', async () => {
    const { text } = await ask(
      door.url,
      posting(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
    )
    expect(JSON.parse(text)).not.toBeInstanceOf(Array)
  })

  test('directive_overloading', async () => {
    const { text } = await ask(door.url, document(`query cop { __typename ${'@aa'.repeat(10)} }`))
    expect(errorsOf(text)).toHaveLength(1)
  })

  test('circular_query_introspection', async () => {
    const query =
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }'
    expect(await dataOf(door.url, document(query))).toEqual({})
  })

  test('introspection', async () => {
    expect(
      await dataOf(door.url, document('query cop { __schema { types { name fields { name } } } }')),
    ).toEqual({})
  })

  test('field_suggestions', async () => {
    expect((await ask(door.url, document('query cop { __schema { directive } }'))).text).not.toContain(
      'Did you mean',
    )
  })

  test('detect_graphiql', async () => {
    const { text } = await ask(door.url, { method: 'GET', headers: { accept: 'text/html' } })
    expect(text).not.toMatch(/graphiql|playground|sandbox|<html/i)
  })

  test('get_method_support', async () => {
    expect(
      await dataOf(door.url, { method: 'GET', headers: json, search: '?query=query+cop+%7B__typename%7D' }),
    ).toEqual({})
  })

  test('get_based_mutation', async () => {
    expect(
      await dataOf(door.url, {
        method: 'GET',
        headers: json,
        search: '?query=mutation+cop+%7B__typename%7D',
      }),
    ).toEqual({})
  })

  test('post_based_csrf', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...json }
    expect(await dataOf(door.url, { headers: form, body: 'query=query+cop+%7B__typename%7D' })).toEqual({})
  })

  test('trace_mode', async () => {
    expect(JSON.parse((await ask(door.url, document('query cop { __typename }'))).text)).not.toHaveProperty(
      'extensions',
    )
  })

  test('unhandled_error', async () => {
    expect((await ask(door.url, document('qwerty cop { abc }'))).text).not.toContain('exception')
  })
})

async function dataOf(...asked: Parameters<typeof ask>): Promise<Record<string, unknown>> {
  const { text } = await ask(...asked)
  const answer: { data?: Record<string, unknown> } = JSON.parse(text)
  return answer.data ?? {}
}
