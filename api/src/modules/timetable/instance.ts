/**
 * 상담 시간표 — a timetable of 1:1 meetings. Everything in this room counts from 0; files and people count
 * from 1, and only the doors (`read-dzn.ts`, `answer.ts`, the reasons) translate.
 */
export interface Instance {
  participants: number
  slots: number
  /** 오전 — the slots of the morning session come first. */
  morningSlots: number
  /** 테이블 — how many meetings may take place at once. */
  tables: number
  meetings: readonly Meeting[]
  /** For each participant, the slots in which they are away. */
  away: readonly ReadonlySet<number>[]
}

/** 상담 — one meeting of two participants, one slot long. */
export interface Meeting {
  between: readonly [number, number]
  session: Session
  /** The one slot it must take, if that is settled. */
  fixed: number | null
  /** Meetings that must be over before this one begins. */
  after: readonly number[]
}

export type Session = 'morning' | 'afternoon' | 'any'

/** The slot of each meeting. */
export type Schedule = readonly number[]

/** The meetings of each participant. */
export function meetingsByParticipant({ participants, meetings }: Instance): number[][] {
  const lists: number[][] = Array.from({ length: participants }, () => [])
  for (const [meeting, { between }] of meetings.entries())
    for (const participant of between) lists[participant]?.push(meeting)
  return lists
}

/** Whether the session of a meeting takes in a slot. */
export function isInSession({ morningSlots }: Instance, session: Session, slot: number): boolean {
  if (session === 'any') return true
  return session === 'morning' ? slot < morningSlots : slot >= morningSlots
}
