import type { Day } from '../../platform/day.ts'

/** The dates that decide whether a certification counts. */
export interface CertificationDates {
  validFrom: Day | null
  /** The last day that counts. */
  validUntil: Day | null
  cancelledOn: Day | null
  returnedOn: Day | null
  hasUnknownDates: boolean
}

export type Validity = 'valid' | 'invalid' | 'unknown'

/**
 * Whether a certification counts on a day (Asia/Seoul). `unknown` is a third value: shown, filterable,
 * and never counted as yes. Twin of the database function `certification_validity`.
 */
export function validityOn(dates: CertificationDates, day: Day): Validity {
  const { validFrom, validUntil, cancelledOn, returnedOn, hasUnknownDates } = dates
  const isEnded = isReached(cancelledOn, day) || isReached(returnedOn, day)
  const isOutside = (validUntil !== null && validUntil < day) || (validFrom !== null && day < validFrom)
  if (isEnded || isOutside) return 'invalid'
  return hasUnknownDates ? 'unknown' : 'valid'
}

const isReached = (end: Day | null, day: Day) => end !== null && end <= day
