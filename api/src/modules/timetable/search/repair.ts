import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import { totaliser } from '../encode/totaliser.ts'
import { meetingsByParticipant, type Schedule } from '../instance.ts'

/** What one attempt may cost. */
const MOST_CONFLICTS = 500

/**
 * Betters a schedule by proof (large neighbourhood search): most meetings stay where they are, the solver
 * finds a place for the others with fewer breaks in all. True when nothing better can be; before that it
 * goes on until its thread is ended.
 */
export function repair(
  model: Model,
  start: Schedule,
  random: () => number,
  onSchedule: (schedule: Schedule) => void,
): boolean {
  const { solver, instance, held, never } = model
  const counts = totaliser(solver, model.breaksOf.flat(), waitingIn(instance, start).breaks)
  let best = start
  let { breaks } = waitingIn(instance, best)
  let size = 0.2
  for (;;) {
    const fewer = counts[breaks - 1]
    if (fewer === undefined) return true
    const freed = chooseFreed(model, best, size, random)
    for (const [meeting, slot] of best.entries()) solver.prefer(held[meeting]?.[slot] ?? never)
    const kept = best.flatMap((slot, meeting) => (freed.has(meeting) ? [] : [held[meeting]?.[slot] ?? never]))
    const verdict = solver.solve([fewer ^ 1, ...kept], MOST_CONFLICTS)
    if (verdict === 'satisfiable') {
      best = scheduleIn(model)
      breaks = waitingIn(instance, best).breaks
      onSchedule(best)
    } else if (verdict === 'given up') size = Math.max(0.05, size * 0.93)
    else if (solver.core.every(literal => literal === (fewer ^ 1))) return true
    else size = Math.min(1, size * 1.04)
  }
}

/** People near somebody who waits, or some of the slots: their meetings may move. */
function chooseFreed(
  { instance }: Model,
  schedule: Schedule,
  size: number,
  random: () => number,
): ReadonlySet<number> {
  const below = (count: number) => Math.floor(random() * count)
  const wanted = Math.max(2, size * instance.meetings.length)
  const { breaksOf } = waitingIn(instance, schedule)
  const mine = meetingsByParticipant(instance)
  const waiting = [...breaksOf.keys()].filter(person => (breaksOf[person] ?? 0) > 0)
  const centre = waiting[below(waiting.length)] ?? 0
  const freed = new Set(mine[centre])
  if (random() < 0.4) {
    const slots = new Set([...freed].map(meeting => schedule[meeting]))
    while (freed.size < wanted && slots.size < instance.slots) {
      slots.add(below(instance.slots))
      for (const [meeting, slot] of schedule.entries()) if (slots.has(slot)) freed.add(meeting)
    }
    return freed
  }
  // Meeting by meeting to the people they meet, and theirs.
  const seen = new Set([centre])
  const circle = [centre]
  while (freed.size < wanted && circle.length > 0) {
    const [person = centre] = circle.splice(below(Math.min(circle.length, 4)), 1)
    for (const meeting of mine[person] ?? []) {
      freed.add(meeting)
      for (const next of instance.meetings[meeting]?.between ?? []) if (!seen.has(next)) circle.push(next)
      for (const next of instance.meetings[meeting]?.between ?? []) seen.add(next)
    }
  }
  return freed
}
