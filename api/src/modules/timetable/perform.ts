import { modelOf } from './encode/build.ts'
import type { News, Task } from './messages.ts'
import { findCoreReason } from './reasons/core-reason.ts'
import { PROVING } from './encode/model.ts'
import { improve } from './search/improve.ts'
import { prove, type Findings } from './search/prove.ts'

/** Does what a thread is there for. */
export function perform(task: Task, tell: (news: News) => void): void {
  const { instance, fairness } = task
  if (search(task, tell)) return
  tell({ kind: 'infeasible' })
  findCoreReason(instance, fairness, reason => tell({ kind: 'reason', reason }))
  tell({ kind: 'explained' })
}

function search(task: Task, tell: (news: News) => void): boolean {
  const { instance, fairness, seconds, start, known } = task
  const findings: Findings = {
    onBound: bound => tell({ kind: 'bound', bound }),
    onSchedule: schedule => tell({ kind: 'schedule', schedule }),
  }
  const standing = () => ({ bound: Atomics.load(known, 0), breaks: Atomics.load(known, 1) })
  if (task.role === 'improve')
    return improve(instance, { seconds, fairness, seed: 1, start, standing }, findings)
  return prove(modelOf(instance, fairness, PROVING), findings)
}
