import type { ParticipationState, Side } from './participation.states.ts'

/** What must hold of the participations of a list. */
export interface ParticipationFilter {
  side?: Side | null
  states?: ParticipationState[] | null
  /** Words of the name. */
  query?: string | null
  /** Name of a quota that it counts in. */
  quota?: string | null
}

export const participationSorts = ['rank', 'name', 'newest', 'decided'] as const
export type ParticipationSort = (typeof participationSorts)[number]

/** What a participant is called; a department with its institution. */
export const partyName = (p: string) => `coalesce(
  (select e.name from enterprise e where e.id = ${p}.enterprise_id),
  (select i.name || ' ' || d.name from department d join institution i on i.id = d.institution_id where d.id = ${p}.department_id))`
