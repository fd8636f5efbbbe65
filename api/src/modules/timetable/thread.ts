import { Worker } from 'node:worker_threads'

/** A thread for one task; it ends with it, or when it is asked to. */
export class Thread {
  readonly worker: Worker
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))
  readonly #exit: Promise<unknown>

  constructor(file: URL, task: unknown) {
    this.worker = new Worker(file, { workerData: { task, stop: this.#stop } })
    this.#exit = new Promise(resolve => this.worker.once('exit', resolve))
  }

  /**
   * Asked, and waited for, rather than cut off: terminated in the middle of WebAssembly, Node 24 goes down with all
   * that it does besides.
   */
  async end(): Promise<void> {
    Atomics.store(this.#stop, 0, 1)
    await this.#exit
  }
}
