import type { CertificationFacts } from '../records.ts'
import type { StandingCertification } from './standing.ts'

export interface Sameness {
  /** The certificate that the record speaks of again. */
  same: StandingCertification | null
  /** Otherwise, the one that it comes after: a certificate it renews, or a row without dates that it dates. */
  earlier: StandingCertification | null
}

/**
 * Whether a list speaks of a certificate we hold. By its number, where both have one; else by the day it
 * began. A row without dates stands for whatever certificate of the kind there is, and adds nothing to one.
 */
export function sameCertificate(held: readonly StandingCertification[], facts: CertificationFacts): Sameness {
  const ofKind = held.filter(({ kind }) => kind === facts.kind)
  const same =
    ofKind.find(known => hasSameNumber(known, facts) && !isRenewal(known, facts)) ??
    ofKind.find(known => hasSameBeginning(known, facts)) ??
    (facts.hasUnknownDates ? ofKind.find(known => known.number === null || facts.number === null) : undefined)
  if (same) return { same, earlier: null }
  return {
    same: null,
    earlier: ofKind.findLast(known => isRenewal(known, facts) || isDated(known, facts)) ?? null,
  }
}

const hasSameNumber = (known: StandingCertification, { number }: CertificationFacts) =>
  number !== null && known.number === number

const hasSameBeginning = (known: StandingCertification, { number, validFrom }: CertificationFacts) =>
  validFrom !== null && known.validFrom === validFrom && (known.number === null || number === null)

/** Some issuers renew under the old number: then the new period begins after the old one. */
const isRenewal = (known: StandingCertification, { validFrom }: CertificationFacts) =>
  validFrom !== null && known.validUntil !== null && validFrom > known.validUntil

const isDated = (known: StandingCertification, { hasUnknownDates }: CertificationFacts) =>
  known.hasUnknownDates && !hasUnknownDates
