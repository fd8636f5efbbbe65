import { modelOf } from './encode/build.ts'
import type { News, Task } from './messages.ts'
import { findCoreReason } from './reasons/core-reason.ts'
import { PROVING } from './encode/model.ts'
import { improve } from './search/improve.ts'
import { prove, type Findings } from './search/prove.ts'

/** Does what a thread is there for. */
export function perform(task: Task, tell: (news: News) => void): void {
  const { instance, fairness, role } = task
  if (role === 'explain') findCoreReason(instance, fairness, reason => tell({ kind: 'reason', reason }))
  else if (!search(task, tell)) tell({ kind: 'infeasible' })
  tell({ kind: 'done' })
}

function search(
  { instance, fairness, seconds, role, start, bound }: Task,
  tell: (news: News) => void,
): boolean {
  const findings: Findings = {
    onBound: proven => {
      Atomics.store(bound, 0, Math.max(Atomics.load(bound, 0), proven))
      tell({ kind: 'bound', bound: proven })
    },
    onSchedule: schedule => tell({ kind: 'schedule', schedule }),
  }
  if (role === 'prove') return prove(modelOf(instance, fairness, PROVING), findings)
  const boundSoFar = () => Atomics.load(bound, 0)
  return improve(instance, { seconds, fairness, seed: 1, start, boundSoFar }, findings)
}
