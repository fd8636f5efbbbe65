import { extname } from 'node:path'
import { Thread } from '../thread.ts'
import type { BoardTasks } from './tasks.ts'

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./board.worker${extname(import.meta.url)}`, import.meta.url)

/** Asks in a thread of its own, so that everybody else is still answered meanwhile. */
export const inThread = <Name extends keyof BoardTasks>(
  name: Name,
  asks: BoardTasks[Name]['asks'],
): Promise<BoardTasks[Name]['answer']> => answerOf(new Thread(workerFile, { name, asks }))

/** The same; null when nobody waits for it any more: the thread ends with the signal. */
export async function inThreadUntil<Name extends keyof BoardTasks>(
  signal: AbortSignal,
  name: Name,
  asks: BoardTasks[Name]['asks'],
): Promise<BoardTasks[Name]['answer'] | null> {
  if (signal.aborted) return null
  const thread = new Thread(workerFile, { name, asks })
  const ended = Promise.withResolvers<null>()
  const end = () => ended.resolve(null)
  signal.addEventListener('abort', end)
  try {
    return await Promise.race([answerOf<Name>(thread), ended.promise])
  } finally {
    signal.removeEventListener('abort', end)
    await thread.end()
  }
}

const answerOf = <Name extends keyof BoardTasks>({ worker }: Thread): Promise<BoardTasks[Name]['answer']> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended without an answer')))
  })
