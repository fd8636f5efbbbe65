import * as app from '../src/app/mistakes.ts'
import { FolderInUse } from './data-folder.ts'

/** The sentence for a mistake that a person can mend; null for anything else, which keeps its stack. */
export const sentenceFor = (error: unknown): string | null =>
  error instanceof FolderInUse ? error.message : app.sentenceFor(error)
