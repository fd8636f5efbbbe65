import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../../../platform/refusal.ts'
import type { FromWorker, Piece, ToWorker, WorkerInput } from './messages.ts'
import { readSheets } from './read-sheets.ts'

// A thread of its own, because XML is parsed in one go and a hostile file would stop every other request.
if (parentPort === null) throw new Error('xlsx.worker runs as a worker thread')
const port = parentPort
const { bytes, limits }: WorkerInput = workerData

async function send(piece: Piece): Promise<ToWorker> {
  const answer = once(port, 'message')
  post(piece)
  return (await answer)[0]
}

const post = (message: FromWorker) => port.postMessage(message)

try {
  await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits, send)
  post({ type: 'done' })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  post({ type: 'refused', message: error.message })
}
