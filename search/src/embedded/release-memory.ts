import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Hands the memory of what is no longer used back at once. A build leaves more behind than the index
 * it made takes, and a thread that afterwards only answers searches would keep it for long.
 */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  // The thorough kind: it also moves what is left together, so that whole pages become free.
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
}
