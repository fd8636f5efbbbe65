import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fileProblem } from '../file-problem.ts'
import type { Findings, Inspection, Verdict } from './messages.ts'

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./inspect.worker${extname(import.meta.url)}`, import.meta.url)

const longestMs = 8_000

/** One thread for all files, one after the other: however many come at once, they take one core and one buffer. */
export class InspectionThread {
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  inspect(inspection: Inspection): Promise<Findings> {
    const mine = this.#last.then(() => this.#inspectNow(inspection))
    this.#last = mine.catch(() => undefined)
    return mine
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }

  async #inspectNow(inspection: Inspection): Promise<Findings> {
    const verdict = await this.#ask(inspection)
    if ('findings' in verdict) return verdict.findings
    throw fileProblem(verdict.problem, verdict.message)
  }

  /** A thread that takes too long, or has run out of memory, is given up; the next file gets a new one. */
  async #ask(inspection: Inspection): Promise<Verdict> {
    const worker = (this.#worker ??= newWorker())
    const { promise, resolve, reject } = Promise.withResolvers<Verdict>()
    const timer = setTimeout(() => reject(tooMuchWork()), longestMs)
    const failed = (error: Error) => reject(isOutOfMemory(error) ? tooMuchWork() : error)
    worker.once('message', resolve).once('error', failed)
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(inspection)
      return await promise
    } catch (error) {
      await this.end()
      throw error
    } finally {
      clearTimeout(timer)
      worker.off('message', resolve).off('error', failed)
    }
  }
}

function newWorker(): Worker {
  const worker = new Worker(workerFile, {
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  })
  // It waits for files; the process need not wait for it.
  worker.unref()
  return worker
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooMuchWork = () =>
  fileProblem('size', '살펴보는 데 시간이 너무 많이 드는 파일입니다. 나누거나 다시 저장해 올려 주세요.')
