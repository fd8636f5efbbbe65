import { Refusal } from '../../platform/refusal.ts'
import type { EventSlot } from './event-day.entity.ts'

interface Stretch {
  from: number
  until: number
}

export interface DayPlan extends Stretch {
  lunch: Stretch | null
  slotMinutes: number
  gapMinutes: number
}

type Session = EventSlot['session']

/** More would be a slip of the pen. */
const mostSlots = 200
const noon = 12 * 60

/** 시간 칸 — slots one after the other with the gap between them, none of them in the lunch break. */
export function slotsOfDay({ from, until, lunch, slotMinutes, gapMinutes }: DayPlan) {
  const slots: (Stretch & { session: Session })[] = []
  const afternoon = lunch?.from ?? noon
  let at = from
  while (at + slotMinutes <= until) {
    if (lunch && at < lunch.until && at + slotMinutes > lunch.from) {
      at = lunch.until
      continue
    }
    slots.push({ from: at, until: at + slotMinutes, session: at < afternoon ? 'morning' : 'afternoon' })
    at += slotMinutes + gapMinutes
  }
  if (slots.length > 0 && slots.length <= mostSlots) return slots
  throw new Refusal(
    'BAD_USER_INPUT',
    slots.length === 0
      ? `No slot of ${slotMinutes} minutes fits; open longer, or make slots shorter.`
      : `That would be ${slots.length} slots in a day; at most ${mostSlots}.`,
    'until',
  )
}
