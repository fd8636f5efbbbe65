import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'

interface Progress {
  breaks: number | null
  bound: number
}

interface Watch {
  /** Aborted when somebody stops or discards the run, wherever they are. */
  signal: AbortSignal
  onProgress: (progress: Progress) => void
  stop: () => Promise<void>
}

const pauseMs = 400

/** Tells the row how far the search is, and hears from it whether it is still wanted. */
export async function watchRun({ em }: Context, id: string): Promise<Watch> {
  const begun = performance.now()
  const abort = new AbortController()
  const ended = new AbortController()
  let latest: Progress = { breaks: null, bound: 0 }
  const tell = async () => {
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    const isWanted = await readInside<boolean | null>(
      em.fork(),
      `with told as (update timetable_run set progress = coalesce(progress, '{}') || $2::jsonb
         where id = $1::uuid and state = 'solving' returning progress)
       select (coalesce(progress->>'isStopping', 'false') = 'false')::text as json from told`,
      [id, JSON.stringify({ ...latest, seconds })],
    )
    if (isWanted !== true) abort.abort()
  }
  await tell()
  let failure: unknown = null
  const telling = (async () => {
    while (!ended.signal.aborted) {
      await pause(ended.signal)
      if (!ended.signal.aborted) await tell()
    }
  })().catch(error => {
    // A search that can tell nobody is not worth going on; `stop` says so.
    failure = error
    abort.abort()
  })
  return {
    signal: abort.signal,
    onProgress: progress => {
      latest = progress
    },
    stop: async () => {
      ended.abort()
      await telling
      if (failure !== null) throw failure
    },
  }
}

const pause = (signal: AbortSignal) =>
  new Promise<void>(resume => {
    const timer = setTimeout(resume, pauseMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resume()
    })
  })
