import { modelOf } from './encode/build.ts'
import type { News, Task } from './messages.ts'
import { findCoreReason } from './reasons/core-reason.ts'
import { prove } from './search/prove.ts'

/** Does what a thread is there for. */
export function perform({ instance, fairness, role }: Task, tell: (news: News) => void): void {
  if (role === 'explain') findCoreReason(instance, fairness, reason => tell({ kind: 'reason', reason }))
  else {
    const tables = role === 'prove' ? 'totaliser' : 'counter'
    const isFeasible = prove(modelOf(instance, fairness, { tables, hasStretches: true }), {
      onBound: bound => tell({ kind: 'bound', bound }),
      onSchedule: schedule => tell({ kind: 'schedule', schedule }),
    })
    if (!isFeasible) tell({ kind: 'infeasible' })
  }
  tell({ kind: 'done' })
}
