import { modelOf } from './encode/build.ts'
import { MANY, type News, type Task } from './messages.ts'
import { findCoreReason } from './reasons/core-reason.ts'
import { FINDING, PROVING } from './encode/model.ts'
import { descend } from './search/descend.ts'
import { improve } from './search/improve.ts'
import { prove, type Findings } from './search/prove.ts'

/** Of the time, for a proof; a search for fewer breaks is the better use of the rest. */
const PROVING_SHARE = 0.6

/** Does what a thread is there for. */
export function perform(task: Task, tell: (news: News) => void): void {
  const { instance, fairness, role } = task
  if (role === 'explain') findCoreReason(instance, fairness, reason => tell({ kind: 'reason', reason }))
  else if (!search(task, tell)) tell({ kind: 'infeasible' })
  tell({ kind: 'done' })
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
  const model = modelOf(instance, fairness, PROVING)
  const isPossible = prove(model, findings, seconds * PROVING_SHARE)
  if (isPossible !== 'given up') return isPossible
  // Nobody has found a first timetable yet: then that goes before all else.
  if (standing().breaks === MANY) return prove(model, findings) !== false
  // A proof that has not come by now hardly comes at all: then both look for fewer, from different beginnings.
  descend(modelOf(instance, fairness, FINDING), { standing, isTrueFirst: false, ...findings })
  return true
}
