export interface Repeating {
  stop(): Promise<void>
}

interface Work {
  /** One pass; true when there is more to do at once. `failures`: how often it has failed in a row. */
  pass: (failures: number) => Promise<boolean>
  onFailure: (error: unknown, failures: number) => void
  pauseMs?: number
}

const longestPauseMs = 3_000
/** Whoever stops does not wait for ever on a server that does not answer; what is cut off comes again. */
const patienceAtEndMs = 5_000

/** Does a pass over and over: at once while there is more, after a pause when not, after longer ones while it fails. */
export function repeat({ pass, onFailure, pauseMs = 200 }: Work): Repeating {
  let isStopping = false
  let failures = 0
  let wake = () => {}

  const pause = (ms: number) =>
    new Promise<void>(resume => {
      if (isStopping) return resume()
      const timer = setTimeout(resume, ms)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })

  const running = (async () => {
    while (!isStopping) {
      try {
        const hasMore = await pass(failures)
        failures = 0
        if (!hasMore) await pause(pauseMs)
      } catch (error) {
        if (isStopping) return
        failures++
        onFailure(error, failures)
        await pause(Math.min(longestPauseMs, 200 * 2 ** failures))
      }
    }
  })()

  return {
    stop: async () => {
      isStopping = true
      wake()
      const tooLong = AbortSignal.timeout(patienceAtEndMs)
      await Promise.race([running, new Promise(resolve => tooLong.addEventListener('abort', resolve))])
    },
  }
}
