import path from 'node:path'
import type { FileRoom } from '../modules/files/file-settings.ts'
import { InspectionThread } from '../modules/files/inspect/inspection-thread.ts'
import { FileStore } from '../modules/files/store/file-store.ts'
import type { Env } from './env.ts'

const mostFiles = 1_000

export const filesFolder = ({ filesDir, dataDir }: Env): string => filesDir ?? path.join(dataDir, 'files')

/** Where evidence files go, by the settings. */
export const fileRoomOf = (env: Env): FileRoom => ({
  store: new FileStore(filesFolder(env)),
  inspection: new InspectionThread(),
  largestBytes: (env.largestFileMb ?? 20) * 1_000_000,
  quotaBytes: (env.filesQuotaMb ?? 1_000) * 1_000_000,
  mostFiles,
})
