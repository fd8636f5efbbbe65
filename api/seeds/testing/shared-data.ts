import { existsSync } from 'node:fs'
import path from 'node:path'

/** Real data for checking, beside the project on the machines that have it; never part of it. */
export function sharedData(file: string): { file: string; isMissing: boolean } {
  const found = path.resolve(import.meta.dirname, '../../../../shared/data', file)
  return { file: found, isMissing: !existsSync(found) }
}
