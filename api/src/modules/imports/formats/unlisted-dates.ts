import type { CertificationFacts, KindCode } from '../records.ts'

/** 일자미상 — the certificate of somebody whom a list names without number or dates. */
export const withUnlistedDates = (kind: KindCode): CertificationFacts => ({
  kind,
  number: null,
  purposeType: null,
  issuer: null,
  issuedOn: null,
  validFrom: null,
  validUntil: null,
  cancelledOn: null,
  returnedOn: null,
  hasUnknownDates: true,
  asOf: null,
})
