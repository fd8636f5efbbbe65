import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import { eventually, read, refusal } from './ask.ts'

export interface BulkRun {
  id: string
  state: string
  total: number
  worked: number
  wouldChange: number
  changed: number
  refused: number
  canBeUndone: boolean
  refusals: { code: string; block: string | null; message: string; count: number; examples: string[] }[]
}

const fields = `{ id state total worked wouldChange changed refused canBeUndone
  refusals { code block message count examples } }`

/** Bulk work as somebody of a centre asks for it. */
export const bulkBy = (app: Pick<TestApp, 'url'>, question: { token: string }) => {
  const call = async (mutation: string) => {
    const answer = await read<Record<string, BulkRun>>(app, `mutation { ${mutation} ${fields} }`, question)
    const [run] = Object.values(answer)
    if (!run) throw new Error(`${mutation} gave nothing`)
    return run
  }
  const find = async (id: string) =>
    (await read<{ bulkRun: BulkRun | null }>(app, `{ bulkRun(id: "${id}") ${fields} }`, question)).bulkRun
  /** The run once it has come so far. */
  const until = async ({ id }: BulkRun, state: string): Promise<BulkRun> => {
    let run = await find(id)
    await eventually(async () => {
      run = await find(id)
      expect(run?.state).toBe(state)
    }, 20_000)
    if (!run) throw new Error('The run is gone')
    return run
  }
  return {
    find,
    until,
    plan: async (mutation: string) => until(await call(mutation), 'CHECKED'),
    start: async ({ id }: BulkRun) => until(await call(`startBulk(id: "${id}")`), 'DONE'),
    undo: async ({ id }: BulkRun) => until(await call(`undoBulk(id: "${id}")`), 'DONE'),
    stop: ({ id }: BulkRun) => call(`stopBulk(id: "${id}")`),
    refused: (mutation: string) => refusal(app, `mutation { ${mutation} { id } }`, question),
  }
}
