import { parentPort, workerData } from 'node:worker_threads'
import { performOnBoard, type BoardTask } from './tasks.ts'

/** A thread for one question about a board; it ends with its answer. */
const port = parentPort
if (port === null) throw new Error('board.worker.ts runs as a worker thread only')
const task: BoardTask = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
port.postMessage(performOnBoard(task))
