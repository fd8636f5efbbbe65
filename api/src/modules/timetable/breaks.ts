import { meetingsByParticipant, type Instance, type Schedule } from './instance.ts'

/** 휴지 — what a schedule costs its participants in waiting. */
export interface Waiting {
  /** Times at which somebody sits idle between two of their meetings, however long. */
  breaks: number
  /** Slots that pass so. */
  idle: number
  breaksOf: number[]
}

export function waitingIn(instance: Instance, schedule: Schedule): Waiting {
  let idle = 0
  const breaksOf = meetingsByParticipant(instance).map(meetings => {
    const slots = meetings.map(meeting => schedule[meeting] ?? 0).sort((a, b) => a - b)
    const gaps = slots.slice(1).map((slot, place) => slot - (slots[place] ?? slot) - 1)
    for (const gap of gaps) idle += Math.max(0, gap)
    return gaps.filter(gap => gap > 0).length
  })
  return { breaks: breaksOf.reduce((sum, breaks) => sum + breaks, 0), idle, breaksOf }
}
