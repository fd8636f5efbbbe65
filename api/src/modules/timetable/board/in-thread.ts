import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BoardTasks } from './tasks.ts'

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./board.worker${extname(import.meta.url)}`, import.meta.url)

/** Asks in a thread of its own, so that everybody else is still answered meanwhile. */
export function inThread<Name extends keyof BoardTasks>(
  name: Name,
  asks: BoardTasks[Name]['asks'],
): Promise<BoardTasks[Name]['answer']> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(workerFile, { workerData: { name, asks } })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread ended without an answer')))
  })
}
