import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { isUuid } from '../../../platform/id.ts'

export interface StoredFile {
  /** By the last part of its path: the hash of what is kept, the id of what is still coming in. */
  key: string
  changedAt: Date
}

/**
 * 파일 보관 — a folder that no web server serves: what is kept under its hash, what comes in under the id of its upload.
 * A file is whole and on the disk before it gets its last name.
 */
export class FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  incomingPath(id: string): string {
    if (!isUuid(id)) throw new Error(`${id} is no id of an upload`)
    return path.join(this.#folder, 'incoming', `${id}.part`)
  }

  contentPath(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${sha256} is no hash`)
    return path.join(this.#folder, sha256.slice(0, 2), sha256)
  }

  /** How much of an upload has come; nothing at first. */
  async received(id: string): Promise<number> {
    return (await statOf(this.incomingPath(id)))?.size ?? 0
  }

  async openIncoming(id: string): Promise<FileHandle> {
    const file = this.incomingPath(id)
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    return open(file, (await statOf(file)) ? 'r+' : 'wx+', 0o600)
  }

  /** Gives what has come in its last name; the folder is synchronised as well, or the name could be lost. */
  async keep(id: string, sha256: string): Promise<void> {
    const target = this.contentPath(sha256)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    await rename(this.incomingPath(id), target)
    await syncFolder(path.dirname(target))
  }

  async dropIncoming(id: string): Promise<void> {
    await rm(this.incomingPath(id), { force: true })
  }

  async dropContent(sha256: string): Promise<void> {
    await rm(this.contentPath(sha256), { force: true })
  }

  async contentChangedAt(sha256: string): Promise<Date | null> {
    return (await statOf(this.contentPath(sha256)))?.mtime ?? null
  }

  listIncoming(): Promise<StoredFile[]> {
    return list(path.join(this.#folder, 'incoming'), name =>
      name.endsWith('.part') ? name.slice(0, -5) : null,
    )
  }

  async listContent(): Promise<StoredFile[]> {
    const folders = (await names(this.#folder)).filter(name => /^[0-9a-f]{2}$/.test(name))
    const found = await Promise.all(
      folders.map(name =>
        list(path.join(this.#folder, name), key => (/^[0-9a-f]{64}$/.test(key) ? key : null)),
      ),
    )
    return found.flat()
  }
}

async function list(folder: string, keyOf: (name: string) => string | null): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  for (const name of await names(folder)) {
    const key = keyOf(name)
    const stats = key === null ? null : await statOf(path.join(folder, name))
    if (key !== null && stats) found.push({ key, changedAt: stats.mtime })
  }
  return found
}

/** Nothing was kept yet, when there is no such folder. */
const names = (folder: string) => readdir(folder).catch(unlessMissing<string[]>([]))

const statOf = (file: string) => stat(file).catch(unlessMissing(null))

const unlessMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead
    throw error
  }

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
