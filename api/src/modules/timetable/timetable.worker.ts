import { parentPort, workerData } from 'node:worker_threads'
import type { News, Task } from './messages.ts'
import { perform } from './perform.ts'

/** A thread for one task; it ends with it, or is ended. */
const port = parentPort
if (port === null) throw new Error('timetable.worker.ts runs as a worker thread only')
const task: Task = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
perform(task, (news: News) => port.postMessage(news))
