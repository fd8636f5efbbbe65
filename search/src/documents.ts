/**
 * What can be found. A document is a copy, made from rows and thrown away freely: nothing is
 * true because it stands here, and no personal data ever does.
 */
export type DocumentType = 'product' | 'enterprise'

/** A stretch of days (Asia/Seoul, both ends included) on which a certification counts. */
export interface CertifiedPeriod {
  /** Code of the certification kind, e.g. `social_enterprise`. */
  kind: string
  /** `YYYY-MM-DD`; null: since ever. */
  from: string | null
  /** `YYYY-MM-DD`, the last day that counts; null: no end. */
  until: string | null
}

export interface SearchDocument {
  /** UUID of the row; the engine gives it back and reads nothing into it. */
  id: string
  type: DocumentType
  /** Product or enterprise name, as printed. */
  name: string
  /** Name of the offering enterprise; for an enterprise, its former names joined by a space. */
  enterpriseName: string
  /** 물품분류번호, 2 to 10 digits; a product has one, an enterprise those of its products. */
  categoryCodes: string[]
  /** Korean names of those categories and of the categories above them. */
  categoryNames: string[]
  /** Korean names of the certification kinds ever held, so that a kind can be searched by its name. */
  certificationNames: string[]
  certifications: CertifiedPeriod[]
  /** 10-digit region code, null where unknown. */
  regionCode: string | null
  regionName: string
  /** Won; null: on quotation, or not a product. */
  price: number | null
  /** Days from order to delivery; null where not stated. */
  leadDays: number | null
  /** Whether the enterprise has at least one verified delivery record (납품실적). */
  hasDeliveryRecord: boolean
  /** Free text: specification, summary. */
  description: string
  /** Breaks ties; higher first. */
  weight: number
}
