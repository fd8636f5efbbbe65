import type { Role } from '../../platform/context.ts'
import type { EventState } from '../events/event.states.ts'

//   invited ──accept──▶ confirmed ◀──confirm── applied, waitlisted, not_selected
//     ├──decline──▶ declined ◀──decline── confirmed, waitlisted     (whoever takes part says so)
//     └──expire──▶ declined                                        (the system, when the day to answer by has passed)
//   applied, confirmed ──wait──▶ waitlisted ──promote──▶ confirmed  (the system, when a place falls free)
//   applied, waitlisted, confirmed ──notSelect──▶ not_selected
//   declined ──apply──▶ applied                                    (whoever has taken back an application, while open)
//
// What a participant may do goes by what it has been told, not by what the desk has decided meanwhile.
export const participationStates = [
  'invited',
  'applied',
  'confirmed',
  'waitlisted',
  'not_selected',
  'declined',
] as const
export type ParticipationState = (typeof participationStates)[number]

export const sides = ['enterprise', 'department'] as const
export type Side = (typeof sides)[number]

interface Step {
  from: readonly ParticipationState[]
  to: ParticipationState
  /** The states of the event in which it may be taken. */
  during: readonly EventState[]
  by: readonly (Role | 'system')[]
}

const desk = ['staff', 'lead'] as const
const participants = ['enterprise', 'buyer'] as const

export const participationSteps = {
  confirm: {
    from: ['applied', 'waitlisted', 'not_selected'],
    to: 'confirmed',
    during: ['open', 'curating', 'confirmed'],
    by: desk,
  },
  wait: {
    from: ['applied', 'confirmed', 'not_selected'],
    to: 'waitlisted',
    during: ['open', 'curating', 'confirmed'],
    by: desk,
  },
  notSelect: {
    from: ['applied', 'waitlisted', 'confirmed', 'not_selected'],
    to: 'not_selected',
    during: ['open', 'curating', 'confirmed'],
    by: desk,
  },
  apply: { from: ['declined'], to: 'applied', during: ['open'], by: [...participants, ...desk] },
  accept: { from: ['invited'], to: 'confirmed', during: ['open', 'curating', 'confirmed'], by: participants },
  decline: {
    from: ['invited', 'applied', 'confirmed', 'waitlisted'],
    to: 'declined',
    during: ['open', 'curating', 'confirmed'],
    by: [...participants, ...desk],
  },
  expire: {
    from: ['invited'],
    to: 'declined',
    during: ['open', 'curating', 'confirmed'],
    by: ['system'],
  },
  promote: { from: ['waitlisted'], to: 'confirmed', during: ['curating', 'confirmed'], by: ['system'] },
} as const satisfies Record<string, Step>
export type ParticipationStep = keyof typeof participationSteps
