import type { EntityManager } from '@mikro-orm/postgresql'
import type { Day } from '../../platform/day.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { eventFactsSql } from './event-facts.sql.ts'

/** What is recorded of an event, as a report counts it. No person in it. */
export interface EventFacts {
  id: string
  title: string
  year: number
  edition: number
  series: string
  /** The first day; null while there is none. */
  on: Day | null
  rounds: { number: number; title: string; theme: string | null }[]
  groups: string[]
  /** Korean names of the kinds of certification, in the order of the house. */
  kindNames: Record<string, string>
  enterprises: EnterpriseFact[]
  departments: DepartmentFact[]
  meetings: MeetingFact[]
  /** 구매예정 of the departments that take part, of the year of the event. */
  plans: { id: string; label: string; won: number | null }[]
  followUps: { id: string; label: string; isDone: boolean }[]
  responses: { survey: string; audience: string; n: number }[]
}

export interface EnterpriseFact {
  /** Of the participation. */
  id: string
  name: string
  state: string
  group: string | null
  /** Kinds of certification that counted on the first day: a set. */
  kinds: string[]
  isSocialEconomy: boolean
  /** Numbers of the rounds it takes part in. */
  rounds: number[]
}

export interface DepartmentFact {
  id: string
  name: string
  state: string
  institutionId: string
  institution: string
  institutionKind: string
  rounds: number[]
  officers: number
  checkedIn: number
}

export interface MeetingFact {
  id: string
  label: string
  round: number
  origin: 'timetable' | 'walk_in'
  state: 'planned' | 'started' | 'held' | 'no_show' | 'cancelled'
  /** 상담액 as each side wrote it down. */
  amounts: Partial<Record<'department' | 'enterprise' | 'staff', number>>
  results: string[]
}

/** Everything a report of the event is made of, in one statement; null when there is no such event here. */
export const readEventFacts = (em: EntityManager, eventId: string): Promise<EventFacts | null> =>
  readInside<EventFacts | null>(em, eventFactsSql, [eventId])
