import type { PlannedCategory, PlannedProduct } from '../plan/plan.ts'
import type { StandingCertification, StandingEnterprise } from '../plan/standing.ts'

// What a plan knows of each thing, in the columns of its table. `version` is the one that was read.

export const categoryRow = ({ code, name, nameEn }: PlannedCategory) => ({
  code,
  name,
  name_en: nameEn,
  is_active: true,
})

export const enterpriseRow = (enterprise: StandingEnterprise) => ({
  id: enterprise.id,
  version: enterprise.version,
  business_number: enterprise.businessNumber,
  name: enterprise.name,
  region_code: enterprise.regionCode,
  address: enterprise.address,
  homepage: enterprise.homepage,
  summary: enterprise.summary,
})

export const certificationRow = (certification: StandingCertification) => ({
  id: certification.id,
  version: certification.version,
  enterprise_id: certification.enterpriseId,
  kind_code: certification.kind,
  number: certification.number,
  purpose_type: certification.purposeType,
  issuer: certification.issuer,
  issued_on: certification.issuedOn,
  valid_from: certification.validFrom,
  valid_until: certification.validUntil,
  cancelled_on: certification.cancelledOn,
  returned_on: certification.returnedOn,
  has_unknown_dates: certification.hasUnknownDates,
})

export const productRow = (product: PlannedProduct) => ({
  id: product.id,
  version: product.version,
  enterprise_id: product.enterpriseId,
  external_id: product.externalId,
  name: product.name,
  price: product.price,
  spec: product.spec,
})
