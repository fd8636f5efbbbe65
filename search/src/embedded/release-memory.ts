import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Hands the memory of what is no longer used back at once. A build leaves about as much behind as
 * the index it made takes, and a thread that afterwards only answers searches would keep it for long.
 */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
