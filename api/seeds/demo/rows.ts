import type { Day } from '../../src/platform/day.ts'

/** Rows as the tables hold them, keyed by column; JSON carries instants as text. */
interface Edited {
  id: string
  version: number
  created_at: string
  updated_at: string
}

export interface EnterpriseRow extends Edited {
  business_number: string
  branch: string
  organisation_form: string
  name: string
  region_code: string
  address: string
  founded_on: Day
  summary: string
  social_mission: string
  homepage: string | null
  state: 'draft' | 'published' | 'withdrawn'
  source: string
  /** 관할 센터; set when the rows are written. */
  center_id: string | null
}

export interface EnterpriseNameRow {
  id: string
  enterprise_id: string
  name: string
  valid_from: Day
  valid_until: Day
}

export interface ContactRow {
  id: string
  enterprise_id: string
  duty: 'representative' | 'sales' | 'billing'
  name: string
  phone: string
  email: string
  purpose: string
  retain_until: Day
}

export interface CertificationRow extends Edited {
  enterprise_id: string
  kind_code: string
  number: string | null
  purpose_type: string | null
  issuer: string
  issued_on: Day | null
  valid_from: Day | null
  valid_until: Day | null
  cancelled_on: Day | null
  returned_on: Day | null
  has_unknown_dates: boolean
  source: string
  source_as_of: Day
  /** The renewal that took its place. */
  superseded_by_id: string | null
}

export interface ProductRow extends Edited {
  enterprise_id: string
  category_code: string
  name: string
  spec: string
  unit: string
  price: number | null
  includes_vat: boolean
  minimum_order: number
  lead_days: number
  delivery_regions: string[]
  state: 'draft' | 'on_sale' | 'withdrawn'
  source: string
}

export interface ProductImageRow {
  id: string
  product_id: string
  url: string
  alt: string
  position: number
}

export interface CredentialRow extends Edited {
  enterprise_id: string
  kind: 'supply_capacity' | 'delivery_record' | 'delivery_terms'
  category_code: string | null
  stated_on: Day
}

export interface SupplyCapacityRow {
  credential_id: string
  quantity_per_month: number
  unit: string
  people: number
  facilities: string
}

export interface DeliveryRecordRow {
  credential_id: string
  client: string
  item: string
  amount: number
  delivered_on: Day
  contract_number: string | null
}

export interface DeliveryTermsRow {
  credential_id: string
  regions: string[]
  lead_days: number
  minimum_order: number
  payment: string
  after_service: string
}

export interface EvidenceRow {
  id: string
  credential_id: string | null
  certification_id: string | null
  issuer: string
  number: string
  issued_on: Day
}

export interface VerificationRow {
  id: string
  credential_id: string
  result: 'confirmed' | 'not_confirmed'
  verified_on: Day
  method: string
  next_check_on: Day | null
  /** The member of staff who looked; set when the rows are written. */
  by_id: string | null
}

/** Everything one demo consists of, in the order in which the tables refer to each other. */
export type Catalogue = {
  enterprise: EnterpriseRow[]
  enterprise_name: EnterpriseNameRow[]
  enterprise_contact: ContactRow[]
  certification: CertificationRow[]
  product: ProductRow[]
  product_image: ProductImageRow[]
  credential: CredentialRow[]
  supply_capacity: SupplyCapacityRow[]
  delivery_record: DeliveryRecordRow[]
  delivery_terms: DeliveryTermsRow[]
  evidence: EvidenceRow[]
  verification: VerificationRow[]
}

export const emptyCatalogue = (): Catalogue => ({
  enterprise: [],
  enterprise_name: [],
  enterprise_contact: [],
  certification: [],
  product: [],
  product_image: [],
  credential: [],
  supply_capacity: [],
  delivery_record: [],
  delivery_terms: [],
  evidence: [],
  verification: [],
})
