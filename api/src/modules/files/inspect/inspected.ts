import type { FileFlag } from '../file-kinds.ts'

/** What was found in a file that may be kept. */
export interface Inspected {
  pages?: number | null
  width?: number
  height?: number
  flags?: FileFlag[]
  /** What is kept when that is not just what came: a picture without what its camera wrote into it. */
  cleaned?: Buffer
}
