import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { read } from '../kit/ask.ts'
import { freshDatabase } from '../kit/database.ts'
import { openSql } from '../kit/sql.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'panro-launch-'))
// The server's user must come through, as through a project folder.
chmodSync(folder, 0o755)
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
function begin(settings: Record<string, string> = {}) {
  const { npm_lifecycle_event: _, ...env } = process.env
  const child = spawn(process.execPath, ['api/launch/start.ts'], {
    cwd: root,
    env: { ...env, PORT: '0', DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'info', ...settings },
  })
  launched.push(child)
  let text = ''
  let log = ''
  child.stdout.on('data', chunk => (log += chunk))
  child.stderr.on('data', chunk => (text += chunk))
  /** Resolves with the match as soon as it has been said. */
  const saying = (words: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const look = () => {
        const match = words.exec(text)
        if (match) found(match)
      }
      child.stderr.on('data', look)
      // Not on exit: the last words may still be on their way.
      child.once('close', () => failed(new Error(text)))
      look()
    })
  return { child, saying, said: () => text + log }
}

async function launch(settings: Record<string, string> = {}): Promise<Launched> {
  const begun = performance.now()
  const { child, saying, said } = begin(settings)
  const [, url = ''] = await saying(/(http:\/\/localhost:\d+) {3}\(ready/)
  return { child, url, seconds: (performance.now() - begun) / 1000, said }
}

/** Processes whose command line names the folder: the database server and what it has started. */
const processesOn = (place: string) =>
  globSync('/proc/[0-9]*/cmdline').filter(file => {
    // It may have ended since it was listed.
    return existsSync(file) && readFileSync(file, 'utf8').includes(place)
  })

const ended = (child: ChildProcess) =>
  new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))

const productsOf = (app: { url: string }) =>
  read<{ products: { totalCount: number; edges: { node: { id: string; name: string } }[] } }>(
    app,
    '{ products(first: 20) { totalCount edges { node { id name } } } }',
  )

test(
  'it starts from nothing, survives kill -9 with its data, and stops when asked',
  { timeout: 240_000 },
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
  ['while the database is made', /Making the database/, 'SIGINT'],
  ['while demo data is written', /filling it with fictional demo data/, 'SIGTERM'],
  // On the data of the first test: the index is filled at every start.
  ['while the index is filled', /Filling the search index/, 'SIGHUP', 'data'],
] as const)(
  'asked to stop %s it leaves no server behind',
  { timeout: 60_000 },
  async (...[, words, signal, known]) => {
    const place = known ? path.join(folder, known) : mkdtempSync(path.join(folder, 'early-'))
    const { child, saying, said } = begin({ DATA_DIR: place })
    await saying(words)
    child.kill(signal)
    expect(await ended(child)).toBe(0)
    expect(said()).toContain('Stopped. The data is safe.')
    expect(processesOn(place)).toEqual([])
    expect(existsSync(path.join(place, 'postgres/postmaster.pid'))).toBe(false)
  },
)

test('a data folder that only root may enter is opened for the server, and nothing above it', async () => {
  const closed = mkdtempSync(path.join(folder, 'closed-'))
  const { child, saying } = begin({ DATA_DIR: closed })
  const [, place] = await saying(/data in (.+?)\)/)
  expect(place).toBe(closed)
  child.kill('SIGINT')
  await ended(child)
  expect(existsSync(path.join(closed, 'postgres/PG_VERSION'))).toBe(true)
})

test.skipIf(process.getuid?.() !== 0)(
  'below a closed home folder it says where the data really is',
  async () => {
    const home = mkdtempSync(path.join(folder, 'home-'))
    const wanted = path.join(home, 'panro/.data')
    mkdirSync(wanted, { recursive: true })
    const { child, saying } = begin({ DATA_DIR: wanted })
    const [, place = ''] = await saying(/data in (\S+), because PostgreSQL does not run as root/)
    try {
      child.kill('SIGINT')
      await ended(child)
      expect(place).toBe(`/var/lib/panro/${path.join(wanted, 'postgres').replaceAll('/', '-')}`)
      expect(existsSync(path.join(place, 'PG_VERSION'))).toBe(true)
      expect(statSync(home).mode & 0o777).toBe(0o700)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  },
)

test('a database of the person is given no demo data, and the way to it is said', async () => {
  const database = await freshDatabase('bare')
  const sql = await openSql(database.url)
  try {
    const { child, url, said } = await launch({ DATABASE_URL: database.url })
    expect((await productsOf({ url })).products.totalCount).toBe(0)
    expect(await sql.run('select 1 from person')).toEqual([])
    expect(said()).toContain('`pnpm seed` adds it to an empty one')
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  } finally {
    await sql.end()
    await database.drop()
  }
})

test.each([
  [
    { PORT: 'abc', DATABASE_URL: 'mysql://somewhere', MEILI_URL: 'somewhere', LOG_LEVEL: 'loud' },
    [
      'PORT must be a whole number',
      'DATABASE_URL is not an address of that kind',
      'MEILI_URL is not an address of that kind',
      'LOG_LEVEL must be one of',
    ],
  ],
  [{ PORT: '70000' }, ['PORT must be a whole number']],
])('wrong settings are refused at once, each in a sentence: %o', { timeout: 30_000 }, async (wrong, said) => {
  const refused = await launch(wrong).catch((error: Error) => error.message)
  for (const sentence of said) expect(refused).toContain(sentence)
  expect(refused).not.toContain('    at ')
})

test.each([
  ['main', { PORT: 'abc', DATABASE_URL: '' }, 'PORT must be a whole number'],
  ['main', { DATABASE_URL: '' }, 'DATABASE_URL is not set'],
  ['worker', { DATABASE_URL: 'postgres://127.0.0.1:1/panro' }, 'Nothing answers at DATABASE_URL'],
] as const)('in production %s with %o says what to mend', { timeout: 30_000 }, (name, settings, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [`api/dist/${name}.js`], {
    cwd: root,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  })
  expect(stderr).toContain(sentence)
  expect(stderr).not.toContain('    at ')
  expect(status).toBe(1)
})
