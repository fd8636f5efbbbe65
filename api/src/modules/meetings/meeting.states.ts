import type { Role } from '../../platform/context.ts'

//   planned ──start──▶ started ──finish──▶ held
//      │ └──────report──────┴──report──▶ held       (an outcome was written: so they have met)
//   planned, started ──noShow──▶ no_show;  planned, no_show ──cancel──▶ cancelled
//   planned, no_show ──move──▶ planned, in another slot or place
//   started, held, no_show, cancelled ──undo──▶ what it was before, for ten minutes
export const meetingStates = ['planned', 'started', 'held', 'no_show', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** In these nobody sits anywhere: the place and both sides are free for another meeting. */
export const seatless: readonly MeetingState[] = ['no_show', 'cancelled']

export const noShowSides = ['enterprise', 'department', 'both'] as const
export type NoShowSide = (typeof noShowSides)[number]

interface Step {
  from: readonly MeetingState[]
  to: MeetingState
  by: readonly (Role | 'participant')[]
}

const desk = ['staff', 'lead'] as const

export const meetingSteps = {
  start: { from: ['planned'], to: 'started', by: desk },
  finish: { from: ['started'], to: 'held', by: desk },
  noShow: { from: ['planned', 'started'], to: 'no_show', by: desk },
  move: { from: ['planned', 'no_show'], to: 'planned', by: desk },
  cancel: { from: ['planned', 'no_show'], to: 'cancelled', by: desk },
  report: { from: ['planned', 'started'], to: 'held', by: [...desk, 'participant'] },
} as const satisfies Record<string, Step>
export type MeetingStep = keyof typeof meetingSteps

/** What can be done to a meeting by hand at the desk. */
export const meetingActions = ['start', 'finish', 'noShow', 'move', 'cancel', 'undo', 'record'] as const
export type MeetingAction = (typeof meetingActions)[number]

/** How long a step can be taken back. */
const undoMs = 10 * 60_000

export interface Standing {
  state: MeetingState
  hasStarted: boolean
  changedAt: Date
  /** The day of its slot; null while it has none. */
  onDate: string | null
}

/** 되돌리기 — what it was before; null when there is nothing to take back, or no more. */
export function stateBefore({ state, hasStarted, changedAt }: Standing, now: Date): MeetingState | null {
  if (now.getTime() - changedAt.getTime() > undoMs) return null
  if (state === 'started' || state === 'cancelled') return 'planned'
  if (state === 'held' || state === 'no_show') return hasStarted ? 'started' : 'planned'
  return null
}

/** The steps of the day itself: nothing of the kind happens before it. */
const ofTheDay: readonly MeetingAction[] = ['start', 'finish', 'noShow', 'record']

export function allowedMeetingActions(standing: Standing, now: Date, today: string): MeetingAction[] {
  const isBefore = standing.onDate !== null && today < standing.onDate
  return meetingActions.filter(action => {
    if (isBefore && ofTheDay.includes(action)) return false
    if (action === 'undo') return stateBefore(standing, now) !== null
    if (action === 'record') return standing.state !== 'cancelled'
    return meetingSteps[action].from.some(state => state === standing.state)
  })
}
