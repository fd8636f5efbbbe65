/** A meeting as the day knows it. */
export interface StandingMeeting {
  id: string
  match: string | null
  slot: string
  place: string | null
  seat: number
  state: string
  enterprise: string
  department: string | null
}

export interface NewMeeting {
  match: string
  slot: string
  place: string
  enterprise: string
  department: string
}

export interface Change {
  added: NewMeeting[]
  moved: { before: StandingMeeting; after: NewMeeting }[]
  off: StandingMeeting[]
  same: StandingMeeting[]
}
