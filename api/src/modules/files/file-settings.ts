import type { InspectionThread } from './inspect/inspection-thread.ts'
import type { FileStore } from './store/file-store.ts'

/** Where files go, and how much of them. */
export interface FileLimits {
  largestBytes: number
  /** Of all files of one enterprise. */
  quotaBytes: number
  /** Files of one enterprise, those under way included. */
  mostFiles: number
}

/** What operations on files need besides their context. */
export interface FileRoom extends FileLimits {
  store: FileStore
  inspection: InspectionThread
}
