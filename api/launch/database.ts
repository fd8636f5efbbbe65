import path from 'node:path'
import type { Env } from '../src/app/env.ts'
import { claimFolder, FolderInUse } from './data-folder.ts'
import { makeDataFolder } from './server-user.ts'
import { attachPostgres, startPostgres, type EmbeddedPostgres } from './postgres.ts'

type Say = (sentence: string) => void

const folderIn = (dataDir: string) => path.join(dataDir, 'postgres')

/** Where the data of these settings lies, for the first line a person reads. */
export function placeOf({ databaseUrl, dataDir }: Env): string {
  if (databaseUrl !== null) return 'the database of DATABASE_URL'
  const folder = makeDataFolder(folderIn(dataDir))
  if (folder === folderIn(dataDir)) return dataDir
  return `${folder}, because PostgreSQL does not run as root and nobody else may enter ${dataDir}`
}

/** The database of the settings: the one of DATABASE_URL, or an embedded one that lives as long as we do. */
export async function openDatabase({ databaseUrl, dataDir }: Env, say: Say): Promise<EmbeddedPostgres> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: async () => {} }
  const release = claimFolder(dataDir)
  const database = await startPostgres({ folder: folderIn(dataDir), say })
  return {
    url: database.url,
    stop: async () => {
      await database.stop()
      release()
    },
  }
}

/** For a command: joins the database of a Panro that is running on the folder, or opens one for itself. */
export async function joinDatabase(env: Env, say: Say): Promise<EmbeddedPostgres> {
  try {
    return await openDatabase(env, say)
  } catch (error) {
    const running = error instanceof FolderInUse ? attachPostgres(folderIn(env.dataDir)) : null
    if (running) return running
    throw error
  }
}
