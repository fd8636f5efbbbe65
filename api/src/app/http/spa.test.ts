import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallDoor, type SmallDoor } from './testing/small-door.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'panro-spa-'))
const page = '<!doctype html><title>판로</title>'
let door: SmallDoor

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), page)
  writeFileSync(path.join(folder, 'assets', 'main-4f2a.js'), 'export {}')
  writeFileSync(path.join(folder, '.secret'), 'hidden')
  door = await openSmallDoor({ spaFolder: folder })
})
afterAll(async () => {
  await door.server.close()
  rmSync(folder, { recursive: true })
})

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each(['/', '/products', '/enterprises/abc?tab=passport', '/index.html'])(
  '%s is the page',
  async address => {
    const response = await fetch(door.url + address, { headers: browser })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(page)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

test('a file whose name changes with its content is kept for a year', async () => {
  const response = await fetch(`${door.url}/assets/main-4f2a.js`)
  expect(await response.text()).toBe('export {}')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test.each([
  ['a file that is gone', '/assets/main-0000.js', browser],
  ['a browser that mistypes /graphql', '/graphql/', browser],
  ['a program that mistypes', '/graphq', {}],
  ['a hidden file', '/.secret', {}],
  ['a way out of the folder', '/..%2f..%2fetc/passwd', {}],
])('%s gets 404 as JSON', async (_name, address, headers) => {
  const response = await fetch(door.url + address, { headers })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
})

test('/graphql is never the page', async () => {
  const response = await fetch(`${door.url}/graphql`, { headers: browser })
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('json')
})

test.each(['/', '/assets/main-4f2a.js', '/health', '/graphql', '/nowhere'])(
  '%s carries the security headers',
  async address => {
    const { headers } = await fetch(door.url + address)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  },
)
