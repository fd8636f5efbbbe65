import { setTimeout } from 'node:timers/promises'
import {
  MeilisearchApiError,
  MeilisearchRequestError,
  type EnqueuedTask,
  type Meilisearch,
} from 'meilisearch'

/** The server took the work on and then could not do it. */
class TaskFailed extends Error {
  override name = 'TaskFailed'
}

/** Nobody knows whether the work was done; it must be sent again. */
class TaskUnknown extends Error {
  override name = 'TaskUnknown'
}

export interface Patience {
  /** Milliseconds to wait for a task before calling its end unknown. */
  taskTimeout: number
  /** Milliseconds between two looks at a task. */
  interval: number
}

/**
 * Resolves when the server has done the work, not when it has put it in its queue: an answer of 202
 * promises nothing, and a task may fail minutes later.
 */
export async function done(
  client: Meilisearch,
  enqueued: PromiseLike<EnqueuedTask>,
  patience: Patience,
): Promise<void> {
  const { taskUid } = await enqueued
  const deadline = performance.now() + patience.taskTimeout
  while (performance.now() < deadline) {
    const task = await look(client, taskUid)
    if (task?.status === 'succeeded') return
    if (task?.status === 'failed' || task?.status === 'canceled') {
      throw new TaskFailed(
        `Meilisearch task ${taskUid} ${task.status}: ${task.error?.message ?? 'no reason given'}`,
      )
    }
    await setTimeout(patience.interval)
  }
  throw new TaskUnknown(`Meilisearch task ${taskUid} did not end within ${patience.taskTimeout} ms`)
}

/** Undefined when this look brought no answer; the task goes on regardless, and the next look may. */
async function look(client: Meilisearch, taskUid: number) {
  try {
    return await client.tasks.getTask(taskUid)
  } catch (error) {
    const isPassing = error instanceof MeilisearchRequestError || isServerTrouble(error)
    if (isPassing) return undefined
    throw error
  }
}

function isServerTrouble(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.response.status >= 500
}
