import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export interface Contestant {
  url: string
  pid: number
}

const root = path.resolve(import.meta.dirname, '../..')

/** Seeds the database and starts both servers on it, each in a process of its own. */
export async function startContestants(
  databaseUrl: string,
  products: number,
  say: (sentence: string) => void,
) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' }
  const run = (file: string, port: number) =>
    spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, PORT: String(port), NODE_ENV: 'production' },
    })
  say(`Seeding ${products} products …`)
  const { seedForBench } = await import(path.join(root, 'api/dist/commands/seed-bulk.js'))
  await seedForBench(databaseUrl, products)
  say('Starting both servers …')
  const children = [run('api/dist/main.js', 4391), run('test/bench/peer.ts', 4392)] as const
  const [ours, peer] = await Promise.all([untilUp(children[0], 4391), untilUp(children[1], 4392)])
  return {
    ours,
    peer,
    stop: async () => {
      await Promise.all(children.map(ended))
    },
  }
}

async function untilUp(child: ChildProcess, port: number): Promise<Contestant> {
  const url = `http://127.0.0.1:${port}/graphql`
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('A server ended before it was up')
    const isUp = await fetch(url, { method: 'POST' }).then(
      () => true,
      () => false,
    )
    if (isUp) return { url, pid: child.pid ?? 0 }
    await new Promise(resume => setTimeout(resume, 100))
  }
  throw new Error(`Nothing answers on ${url}`)
}

const ended = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
