import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BoardTasks } from './tasks.ts'

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./board.worker${extname(import.meta.url)}`, import.meta.url)

/** Asks in a thread of its own, so that everybody else is still answered meanwhile. */
export const inThread = <Name extends keyof BoardTasks>(
  name: Name,
  asks: BoardTasks[Name]['asks'],
): Promise<BoardTasks[Name]['answer']> => answerOf(threadFor(name, asks))

/** The same; null when nobody waits for it any more: the thread ends with the signal. */
export async function inThreadUntil<Name extends keyof BoardTasks>(
  signal: AbortSignal,
  name: Name,
  asks: BoardTasks[Name]['asks'],
): Promise<BoardTasks[Name]['answer'] | null> {
  if (signal.aborted) return null
  const thread = threadFor(name, asks)
  const ended = Promise.withResolvers<null>()
  const end = () => ended.resolve(null)
  signal.addEventListener('abort', end)
  try {
    return await Promise.race([answerOf<Name>(thread), ended.promise])
  } finally {
    signal.removeEventListener('abort', end)
    void thread.terminate()
  }
}

const threadFor = <Name extends keyof BoardTasks>(name: Name, asks: BoardTasks[Name]['asks']) =>
  new Worker(workerFile, { workerData: { name, asks } })

const answerOf = <Name extends keyof BoardTasks>(thread: Worker): Promise<BoardTasks[Name]['answer']> =>
  new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread ended without an answer')))
  })
