import type { FileFlag, FileKind } from '../file-kinds.ts'
import type { FileProblem } from '../file-problem.ts'

/**
 * To the thread that inspects: the file lies there, and what may be kept of it is written to a file of its own, which
 * nobody else writes to. What is kept is then what was looked at, whatever still comes in.
 */
export interface Inspection {
  path: string
  target: string
  kind: FileKind
}

/** What is known of a file that may be kept. */
export interface Findings {
  sha256: string
  size: number
  pages: number | null
  width: number | null
  height: number | null
  flags: FileFlag[]
}

export type Verdict = { findings: Findings } | { problem: FileProblem; message: string }
