import { parentPort, workerData } from 'node:worker_threads'
import { untilStopped } from '../sat/stop.ts'
import { performOnBoard, type BoardTask } from './tasks.ts'

const port = parentPort
if (port === null) throw new Error('board.worker.ts runs as a worker thread only')
const { task, stop }: { task: BoardTask; stop: Int32Array } = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
untilStopped(stop, () => port.postMessage(performOnBoard(task)))
