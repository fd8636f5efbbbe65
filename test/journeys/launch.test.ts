import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { read } from '../kit/ask.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'panro-launch-'))
const launched: ChildProcess[] = []

afterAll(() => {
  for (const child of launched) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Launched {
  child: ChildProcess
  url: string
  seconds: number
  said: () => string
}

/** `pnpm start` without pnpm: the very file that it runs. */
async function launch(settings: Record<string, string> = {}): Promise<Launched> {
  const begun = performance.now()
  const { npm_lifecycle_event: _, ...env } = process.env
  const child = spawn(process.execPath, ['api/launch/start.ts'], {
    cwd: root,
    env: { ...env, PORT: '0', DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'info', ...settings },
  })
  launched.push(child)
  let text = ''
  let log = ''
  child.stdout.on('data', chunk => (log += chunk))
  const url = await new Promise<string>((found, failed) => {
    child.stderr.on('data', chunk => {
      text += chunk
      const [, address] = /(http:\/\/localhost:\d+) {3}\(ready/.exec(text) ?? []
      if (address) found(address)
    })
    // Not on exit: the last words may still be on their way.
    child.once('close', () => failed(new Error(text)))
  })
  return { child, url, seconds: (performance.now() - begun) / 1000, said: () => text + log }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))

const productsOf = (app: { url: string }) =>
  read<{ products: { totalCount: number; edges: { node: { id: string; name: string } }[] } }>(
    app,
    '{ products(first: 20) { totalCount edges { node { id name } } } }',
  )

test(
  'it starts from nothing, survives kill -9 with its data, and stops when asked',
  { timeout: 120_000 },
  async () => {
    const first = await launch()
    const products = await productsOf(first)
    expect(products.products.edges).toHaveLength(20)
    expect(await (await fetch(`${first.url}/health`)).json()).toMatchObject({ status: 'ok', database: 'up' })
    const page = await fetch(first.url, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<div id="app">')
    expect(await (await fetch(`${first.url}/schema.graphql`)).text()).toContain(
      'type Product implements Node',
    )

    first.child.kill('SIGKILL')
    await ended(first.child)
    const second = await launch()
    expect(await productsOf(second)).toEqual(products)

    // Another one on the same folder is told so, and does no harm.
    await expect(launch()).rejects.toThrow(/Another Panro \(process \d+\) works on/)
    expect(await productsOf(second)).toEqual(products)

    second.child.kill('SIGINT')
    expect(await ended(second.child)).toBe(0)
    expect(second.said()).toContain('Stopped. The data is safe.')

    const third = await launch()
    expect(await productsOf(third)).toEqual(products)
    // The promise is 5 s for the whole command; a shared machine may take longer than a quiet one.
    expect(third.seconds).toBeLessThan(10)
    third.child.kill('SIGTERM')
    expect(await ended(third.child)).toBe(0)
  },
)

test.each([
  ['PORT', 'abc', 'PORT must be a whole number'],
  ['PORT', '70000', 'PORT must be a whole number'],
  ['DATABASE_URL', 'mysql://somewhere', 'DATABASE_URL is not an address of that kind'],
  ['MEILI_URL', 'somewhere', 'MEILI_URL is not an address of that kind'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
])('a wrong %s is refused in a sentence', { timeout: 30_000 }, async (name, value, sentence) => {
  const refused = await launch({ [name]: value }).catch((error: Error) => error.message)
  expect(refused).toContain(sentence)
  expect(refused).not.toContain('    at ')
})
