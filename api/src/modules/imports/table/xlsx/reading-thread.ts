import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fileRefusal } from '../file-refusal.ts'
import type { FromWorker, Piece, ToWorker, WorkerInput } from './messages.ts'

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./xlsx.worker${extname(import.meta.url)}`, import.meta.url)

/**
 * The thread that reads one workbook, on a clock. `resourceLimits` bounds only the heap of the thread, not
 * the inflated bytes; those are counted in archive.ts.
 */
export class ReadingThread {
  readonly #worker: Worker
  readonly #failed: Promise<never>
  #milliseconds: number

  constructor(input: WorkerInput) {
    this.#worker = new Worker(workerFile, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 },
    })
    this.#failed = failureOf(this.#worker)
    this.#milliseconds = input.limits.seconds * 1000
  }

  /** The next piece, or undefined at the end of the file. The clock runs only while this waits. */
  async next(answer?: ToWorker): Promise<Piece | undefined> {
    const startedAt = performance.now()
    const message = new Promise<FromWorker>(resolve => this.#worker.once('message', resolve))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    if (answer !== undefined) this.#worker.postMessage(answer)
    const received = await this.#inTime(message)
    this.#milliseconds -= performance.now() - startedAt
    if (received.type === 'refused') throw fileRefusal(received.message)
    return received.type === 'done' ? undefined : received
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  async #inTime(message: Promise<FromWorker>): Promise<FromWorker> {
    const { promise: timeIsUp, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(tooSlow()), Math.max(0, this.#milliseconds))
    try {
      return await Promise.race([message, this.#failed, timeIsUp])
    } finally {
      clearTimeout(timer)
    }
  }
}

function failureOf(worker: Worker): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', error => reject(isOutOfMemory(error) ? tooMuch() : error))
  })
  // Heard by whoever waits in next(); between two waits it must not count as unhandled.
  failed.catch(() => undefined)
  return failed
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooMuch = () =>
  fileRefusal('읽는 데 메모리가 너무 많이 드는 파일입니다. 필요한 시트와 행만 남겨 다시 저장해 주세요.')

const tooSlow = () =>
  fileRefusal('읽는 데 시간이 너무 오래 걸리는 파일입니다. 필요한 시트와 행만 남겨 다시 저장해 주세요.')
