import type { Day } from '../../platform/day.ts'
import type { Visibility } from '../plans/planned-purchase.entity.ts'

/** 인증 종류 — the codes that official lists are read into; what each stands for is data in `certification_kind`. */
export const kindCodes = [
  'social_enterprise',
  'pre_social_regional',
  'pre_social_ministry',
  'cooperative',
  'social_cooperative',
  'village_enterprise',
  'self_support',
  'disabled_standard_workplace',
  'severely_disabled_producer',
  'women_enterprise',
  'disabled_enterprise',
  'startup',
  'small_business',
  'social_venture',
] as const
export type KindCode = (typeof kindCodes)[number]

/** One row of a list becomes none, one or several of these. Null: the list does not say. Official lists name no person. */
export type ImportRecord =
  | EnterpriseRecord
  | CertificationRecord
  | OfferRecord
  | CategoryRecord
  | UnmatchedRecord
  | PlanRecord
  | BuyerRecord
  | ExhibitorRecord

/** What a list knows of an enterprise besides its number. */
export interface EnterpriseFacts {
  /** As printed, with its （주） or ㈜. */
  name: string
  /** 시도, or 시도 and 시군구, as printed. */
  regionName: string | null
  address: string | null
  homepage: string | null
  /** 사업내용, or what is made. */
  summary: string | null
}

export interface EnterpriseRecord extends EnterpriseFacts {
  type: 'enterprise'
  businessNumber: string
  /** 0000, the head office: official lists give workplaces a business number of their own. */
  branch: '0000'
}

/** What a list knows of a certificate besides whose it is. */
export interface CertificationFacts extends CertificationDates {
  kind: KindCode
  number: string | null
  /** 사회적목적 실현유형. */
  purposeType: string | null
  /** Null: the usual issuer of the kind. */
  issuer: string | null
}

export interface CertificationDates {
  issuedOn: Day | null
  validFrom: Day | null
  /** The last day that counts; null: no end while the requirements hold. */
  validUntil: Day | null
  cancelledOn: Day | null
  returnedOn: Day | null
  /**
   * 일자미상 — the list names the enterprise without the dates. An end that is given all the same is a bound:
   * listed as expired on a day, the certificate had ended before that day.
   */
  hasUnknownDates: boolean
  /** The day the list speaks of, where it says so. */
  asOf: Day | null
}

export interface CertificationRecord extends CertificationFacts {
  type: 'certification'
  businessNumber: string
}

/** 판매 품목 — something an enterprise offers elsewhere. */
export interface OfferRecord {
  type: 'offer'
  businessNumber: string
  externalId: string
  title: string
  /** The path of the other shop, such as "서비스 > 청소/소독 > 소독"; not one of our categories. */
  categoryText: string | null
  /** Won; null: not stated. */
  price: number | null
}

/** 품목분류 — a code cut to its meaningful digits: 2, 4, 6, 8 or 10. */
export interface CategoryRecord {
  type: 'category'
  code: string
  name: string
  nameEn: string | null
}

/** What both lists of a consultation say of somebody. */
export interface ListedFacts {
  /** What the list calls it. */
  number: string
  items: string | null
  /** Numbers or names of the other list. */
  wished: string[]
}

/** 구매담당자 — personal data: it becomes an officer of the centre, and is in no line of the preview. */
export interface BuyerRecord extends ListedFacts {
  type: 'buyer'
  institution: string
  department: string
  name: string
  phone: string | null
  email: string | null
  onDay: Day | null
}

/** 참가기업 of a consultation. */
export interface ExhibitorRecord extends ListedFacts {
  type: 'exhibitor'
  name: string
  businessNumber: string | null
  category: string | null
}

/** 구매예정품목 — what a department plans to buy. */
export interface PlanRecord {
  type: 'plan'
  institution: string | null
  department: string
  item: string
  categoryCode: string | null
  won: number | null
  month: number | null
  budgetLine: string | null
  visibility: Visibility
}

/**
 * 미대조 — a row without a business number. It belongs to the enterprise that already holds a certificate of
 * this kind and number; if none does, or the number is null, it is kept for a person to look at. Never by name.
 */
export interface UnmatchedRecord {
  type: 'unmatched'
  enterprise: EnterpriseFacts
  certification: CertificationFacts
  /** For the officer: why it could not be matched. */
  message: string
}
