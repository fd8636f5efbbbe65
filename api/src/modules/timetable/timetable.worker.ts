import { parentPort, workerData } from 'node:worker_threads'
import type { News, Task } from './messages.ts'
import { perform } from './perform.ts'
import { untilStopped } from './sat/stop.ts'

const port = parentPort
if (port === null) throw new Error('timetable.worker.ts runs as a worker thread only')
const { task, stop }: { task: Task; stop: Int32Array } = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
untilStopped(stop, () => perform(task, (news: News) => port.postMessage(news)))
