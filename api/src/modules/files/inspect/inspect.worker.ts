import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../../platform/refusal.ts'
import { fileProblems, type FileProblem } from '../file-problem.ts'
import { inspectors } from './inspect.ts'
import type { Inspection, Verdict } from './messages.ts'

// A thread of its own, because a file is looked through in one go and nobody else should wait for it.
if (parentPort === null) throw new Error('inspect.worker runs as a worker thread')
const port = parentPort

port.on('message', (inspection: Inspection) => {
  void judge(inspection).then(verdict => port.postMessage(verdict))
})

async function judge({ path, target, kind }: Inspection): Promise<Verdict> {
  try {
    const bytes = await readFile(path)
    const { cleaned, flags = [], pages = null, width = null, height = null } = await inspectors[kind](bytes)
    const content = cleaned ?? bytes
    await write(target, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { findings: { sha256, size: content.length, pages, width, height, flags } }
  } catch (error) {
    if (error instanceof Refusal) return { problem: problemOf(error), message: error.message }
    // A length in the file that leads beyond its end.
    if (error instanceof RangeError)
      return { problem: 'interrupted', message: '파일이 손상되어 읽을 수 없습니다. 다시 저장해 올려 주세요.' }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return {
        problem: 'interrupted',
        message: '이미 받았거나 올리기를 그만둔 파일입니다. 목록을 새로 읽어 주세요.',
      }
    throw error
  }
}

const problemOf = ({ figures }: Refusal): FileProblem =>
  fileProblems.find(problem => problem === figures.problem) ?? 'type'

async function write(target: string, content: Buffer): Promise<void> {
  const file = await open(target, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
