/**
 * PostgreSQL from the npm registry: a real server in processes of its own, for people who have none
 * and for the tests. Loopback only, no password; production uses DATABASE_URL.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asServerUser, makeDataFolder, serverBinaries } from './server-user.ts'

export interface EmbeddedPostgres {
  url: string
  stop(): Promise<void>
}

interface OwnPostgres extends EmbeddedPostgres {
  /** Ends it as a power cut would: what was not written to disk is lost, and the next start has to recover. */
  crash(): Promise<void>
}

interface Options {
  /** The data folder; made when it is missing, kept when it is there. */
  folder: string
  /** False for tests: faster, and a power cut may lose everything. */
  isDurable?: boolean
  /** Any free one when left out; the one of before for a server that comes back. */
  port?: number
  say?: (sentence: string) => void
}

const unsafeButFast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]

export async function startPostgres({ folder, isDurable = true, ...options }: Options): Promise<OwnPostgres> {
  const binaries = await serverBinaries()
  const data = makeDataFolder(folder)
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    options.say?.('Making the database …')
    await initialise(binaries.initdb, data)
  }
  await stopLeftOver(data)

  const port = options.port ?? (await freePort())
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=60', ...(isDurable ? [] : unsafeButFast)]
  const server = spawn(
    binaries.postgres,
    ['-D', data, '-p', String(port), '-k', '', ...settings.flatMap(setting => ['-c', setting])],
    // Detached: Ctrl-C in the terminal must reach us first, so that we close the connections before the server goes.
    { ...asServerUser(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  await untilReady(server)
  return {
    url: urlOf(port),
    stop: () => stop(server, isDurable ? 'SIGINT' : 'SIGQUIT'),
    crash: () => stop(server, 'SIGQUIT'),
  }
}

/** The server that already runs on a folder; its owner stops it. Null when there is none. */
export function attachPostgres(folder: string): EmbeddedPostgres | null {
  const pidFile = path.join(makeDataFolder(folder), 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  return port > 0 ? { url: urlOf(port), stop: async () => {} } : null
}

const urlOf = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`

/** Made aside and renamed: a start that is killed in the middle leaves no half database to open. */
async function initialise(initdb: string, data: string) {
  rmSync(`${data}.unfinished`, { recursive: true, force: true })
  const unfinished = makeDataFolder(`${data}.unfinished`)
  await runInitdb(initdb, unfinished)
  renameSync(unfinished, data)
}

const runInitdb = (initdb: string, data: string) =>
  new Promise<void>((made, failed) => {
    const server = spawn(
      initdb,
      [
        ...['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '--no-instructions', '--encoding=UTF8'],
        // Korean names in 가나다 order; and a C character type would see no Hangul at all.
        ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ko'],
      ],
      // Detached, as the server below: Ctrl-C is for us.
      { ...asServerUser(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    )
    let log = ''
    server.stderr.on('data', chunk => (log += chunk))
    server.once('error', failed)
    server.once('close', code => {
      if (code === 0) made()
      else failed(new Error(`The database could not be made in ${data}:\n${log}`))
    })
  })

/** After a kill -9 of ours the server may still run on the folder; it has to end before a new one starts. */
async function stopLeftOver(data: string) {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!isPostgresOn(pid, data)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === 5_000) process.kill(pid, 'SIGQUIT')
    if (waited > 10_000)
      throw new Error(`The database server ${pid} on ${data} does not end; end it by hand.`)
    await sleep(50)
  }
}

/** The number in the file may by now belong to somebody else's process. */
function isPostgresOn(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(data)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('No free port')),
      )
    })
  })

const untilReady = (server: ChildProcess) =>
  new Promise<void>((ready, failed) => {
    let log = ''
    server.stderr?.on('data', chunk => {
      log += chunk
      if (log.includes('ready to accept connections')) ready()
      // The end of it, not the beginning: everybody who knocks during a recovery gets a line there.
      log = log.slice(-20_000)
    })
    server.once('exit', () => failed(new Error(`The database server did not start:\n${log}`)))
    server.once('error', failed)
  })

const stop = (server: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>(stopped => {
    if (server.exitCode !== null || server.signalCode !== null) return stopped()
    server.once('exit', () => stopped())
    server.kill(signal)
  })
