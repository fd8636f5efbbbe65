import type { Role } from '../../platform/context.ts'

//   draft ──open──▶ open ──close──▶ curating ──confirm──▶ confirmed ──finish──▶ held
//                     ▲────reopen────┘ ▲──────unconfirm─────┘
//   draft, open, curating, confirmed ──cancel──▶ cancelled
//
// Taking part, wishing and timetabling ask these states; what is not on this page cannot happen.
export const eventStates = ['draft', 'open', 'curating', 'confirmed', 'held', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

interface Step {
  from: readonly EventState[]
  to: EventState
  by: readonly Role[]
}

const desk = ['staff', 'lead'] as const

export const eventSteps = {
  open: { from: ['draft'], to: 'open', by: desk },
  close: { from: ['open'], to: 'curating', by: desk },
  reopen: { from: ['curating'], to: 'open', by: desk },
  confirm: { from: ['curating'], to: 'confirmed', by: desk },
  unconfirm: { from: ['confirmed'], to: 'curating', by: desk },
  finish: { from: ['confirmed'], to: 'held', by: desk },
  cancel: { from: ['draft', 'open', 'curating', 'confirmed'], to: 'cancelled', by: desk },
} as const satisfies Record<string, Step>
export type EventStep = keyof typeof eventSteps
