import type { Day } from '../../../platform/day.ts'
import type { CertificationFacts } from '../records.ts'
import type { StandingCertification } from './standing.ts'

export type EndingHow = 'cancelled' | 'returned'

export interface Merged {
  after: StandingCertification
  /** An end before its time that the list tells of, and we do not know yet. */
  ending: { how: EndingHow; on: Day } | null
}

/**
 * What the list says, over what was known; what the list leaves open stays. That a certificate we hold was cancelled
 * or returned is a decision with consequences for somebody: a list only gives notice of it, a person decides. The
 * other dates of such a row stay out as well, for lists put the cancellation into the last valid day, too.
 */
export function mergedCertification(known: StandingCertification, facts: CertificationFacts): Merged {
  const ending = endingIn(facts)
  const isEnded = known.cancelledOn !== null || known.returnedOn !== null
  const after = {
    ...known,
    number: facts.number ?? known.number,
    purposeType: facts.purposeType ?? known.purposeType,
    issuer: facts.issuer ?? known.issuer,
    issuedOn: facts.issuedOn ?? known.issuedOn,
    validFrom: facts.validFrom ?? known.validFrom,
    validUntil: ending === null ? (facts.validUntil ?? known.validUntil) : known.validUntil,
    hasUnknownDates: known.hasUnknownDates && facts.hasUnknownDates,
  }
  return { after, ending: isEnded ? null : ending }
}

/** One that this very file makes has no past to protect: the rows of the file are put together. */
export function mergedNewCertification(
  known: StandingCertification,
  facts: CertificationFacts,
): StandingCertification {
  return {
    ...mergedCertification(known, facts).after,
    validUntil: facts.validUntil ?? known.validUntil,
    cancelledOn: facts.cancelledOn ?? known.cancelledOn,
    returnedOn: facts.returnedOn ?? known.returnedOn,
  }
}

function endingIn({ cancelledOn, returnedOn }: CertificationFacts): Merged['ending'] {
  if (cancelledOn !== null) return { how: 'cancelled', on: cancelledOn }
  return returnedOn === null ? null : { how: 'returned', on: returnedOn }
}
