import type { Model, Reach } from './model.ts'
import { totaliser } from '../sat/totaliser.ts'

/** Literals for how often each participant waits between two meetings. */
export function addBreaks(model: Model, meetings: readonly number[][], fairness: number): void {
  const { busy, never, breaksOf } = model
  const mosts = meetings.map(({ length }, participant) => {
    const open = (busy[participant] ?? []).filter(literal => literal !== never).length
    // Slots in which they are away are waited through as well.
    return open === 0 ? 0 : Math.max(0, Math.min(length - 1, spanOf(model, participant) - length))
  })
  // Where somebody can have no break, the bound of fairness holds for everybody as it is.
  const cap = mosts.includes(0) ? fairness : Infinity
  for (const [participant, { length }] of meetings.entries()) {
    const most = mosts[participant] ?? 0
    if (most === 0) {
      breaksOf.push([])
      if (length > 1) addStretch(model, participant, length, undefined)
      continue
    }
    const { solver } = model
    const counts = totaliser(solver, breakStarts(model, participant), Math.min(most, cap) + 1, true)
    const over = counts[Math.min(most, cap)]
    if (over !== undefined) solver.clause(...model.guard({ kind: 'fairness' }), over ^ 1)
    const possible = counts.slice(0, Math.min(most, cap))
    breaksOf.push(possible)
    addStretch(model, participant, length, counts[0])
  }
}

/** From the first to the last slot that may be theirs. */
function spanOf({ busy, never }: Model, participant: number): number {
  const mine = busy[participant] ?? []
  return mine.findLastIndex(literal => literal !== never) - mine.findIndex(literal => literal !== never) + 1
}

function reachOf({ solver, busy }: Model, participant: number): Reach {
  const mine = busy[participant] ?? []
  const along = (slots: readonly number[]) => {
    let previous: number | undefined
    return slots.map(literal => {
      const reached = previous === undefined ? literal : either(solver, literal, previous)
      previous = reached
      return reached
    })
  }
  return { met: along(mine), meets: along(mine.toReversed()).toReversed() }
}

function either(solver: Model['solver'], one: number, other: number): number {
  const either = solver.variable()
  solver.clause(either ^ 1, one, other)
  solver.clause(either, one ^ 1)
  solver.clause(either, other ^ 1)
  return either
}

/** For each slot: they go back into a meeting after waiting. */
function breakStarts(model: Model, participant: number): number[] {
  const { solver, busy, never } = model
  const mine = busy[participant] ?? []
  const { met } = (model.reach[participant] ??= reachOf(model, participant))
  return mine.slice(2).flatMap((literal, place) => {
    const before = mine[place + 1] ?? never
    const once = met[place] ?? never
    if (literal === never) return []
    const starts = solver.variable()
    solver.clause(starts, literal ^ 1, before, once ^ 1)
    solver.clause(starts ^ 1, literal)
    solver.clause(starts ^ 1, before ^ 1)
    solver.clause(starts ^ 1, once)
    return [starts]
  })
}

/** Without a break, the meetings of a participant are one stretch, as long as they are many. */
function addStretch(model: Model, participant: number, length: number, unless: number | undefined): void {
  const { solver, busy } = model
  const { met, meets } = (model.reach[participant] ??= reachOf(model, participant))
  const escape = unless === undefined ? [] : [unless]
  for (const [slot, literal] of (busy[participant] ?? []).entries()) {
    const once = met[slot]
    const still = meets[slot]
    const later = meets[slot + length]
    if (once === undefined || still === undefined) continue
    solver.clause(...escape, once ^ 1, still ^ 1, literal)
    if (later !== undefined) solver.clause(...escape, once ^ 1, later ^ 1)
    // Whoever has not met yet still needs so many slots, breaks or none.
    solver.clause(once, ...(later === undefined ? [] : [later]))
  }
}
