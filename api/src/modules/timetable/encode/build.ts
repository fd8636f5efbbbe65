import { isInSession, meetingsByParticipant, type Instance } from '../instance.ts'
import type { Guard, Rule } from '../reasons/rules.ts'
import { Solver } from '../sat/solver.ts'
import { windows } from '../windows.ts'
import { addBreaks } from './breaks.ts'
import { addFairness } from './fairness.ts'
import { PROVING, type Manner, type Model } from './model.ts'
import { addOrder } from './order.ts'
import { addPresence } from './presence.ts'
import { addTables } from './tables.ts'

export function modelOf(instance: Instance, fairness: number, manner: Manner): Model {
  const model = emptyModel(instance, new Solver(manner), () => () => [])
  for (const open of windows(instance)) addMeeting(model, open)
  addRules(model, fairness, manner)
  return model
}

/** The model in which each rule can be lifted. */
export function guardedModelOf(
  instance: Instance,
  fairness: number,
  guard: (solver: Solver) => Guard,
): Model {
  const model = emptyModel(instance, new Solver(), guard)
  const all = Array.from({ length: instance.slots }, (_, slot) => slot)
  for (const [number, meeting] of instance.meetings.entries()) {
    addMeeting(model, all)
    const refuse = (rule: Rule, isRefused: (slot: number) => boolean) => {
      const refused = all.filter(isRefused)
      const guards = refused.length > 0 ? model.guard(rule) : []
      for (const slot of refused) model.solver.clause(...guards, (model.held[number]?.[slot] ?? 0) ^ 1)
    }
    const { session, fixed } = meeting
    refuse({ kind: 'session', meeting: number }, slot => !isInSession(instance, session, slot))
    refuse({ kind: 'fixed', meeting: number }, slot => fixed !== null && slot !== fixed)
    for (const participant of meeting.between)
      refuse({ kind: 'away', participant }, slot => instance.away[participant]?.has(slot) ?? false)
  }
  addRules(model, fairness, PROVING)
  return model
}

function emptyModel(instance: Instance, solver: Solver, guard: (solver: Solver) => Guard): Model {
  const never = solver.variable()
  solver.clause(never ^ 1)
  return { instance, solver, guard: guard(solver), never, held: [], busy: [], breaksOf: [], reach: [] }
}

function addRules(model: Model, fairness: number, manner: Manner): void {
  const meetings = meetingsByParticipant(model.instance)
  addPresence(model, meetings, manner.hasCounts)
  addTables(model, manner)
  addOrder(model)
  addBreaks(model, meetings, fairness)
  addFairness(model, fairness)
}

/** A meeting takes place once. */
function addMeeting({ instance, solver, never, held }: Model, open: readonly number[]): void {
  const literals = Array.from({ length: instance.slots }, () => never)
  for (const slot of open) literals[slot] = solver.variable()
  held.push(literals)
  solver.clause(...literals)
  solver.atMost(1, literals)
}
