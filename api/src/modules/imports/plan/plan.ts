import type { Day } from '../../../platform/day.ts'
import type { FindRegion } from '../../regions/find-region.ts'
import type { ImportRecord, UnmatchedRecord } from '../records.ts'
import type { EndingHow } from './merged-certification.ts'
import type { StandingCertification, StandingEnterprise, StandingProduct } from './standing.ts'

/** Where in the file a record stands. */
export interface Source {
  sheet: string | null
  row: number
}

export interface SourcedRecord extends Source {
  record: ImportRecord
}

/** What applying a list would do, worked out before anything is written. */
export interface Plan {
  enterprises: Changes<StandingEnterprise>
  certifications: Changes<StandingCertification>
  products: Changes<PlannedProduct>
  categories: Changes<PlannedCategory>
  /** Which certification comes after which; both ends may be new. */
  superseded: { id: string; byId: string; version: number }[]
  /**
   * 취소·반납 통보 — certificates we hold that the list calls cancelled or returned. Official registers are the source
   * of truth for most of what they say, but an end before its time is not applied: it is recorded as found, and a
   * person reviews it (issue 4). What was already over when we first hear of it is history and recorded as such.
   */
  endings: Ending[]
  unchanged: number
  unmatched: (Source & { name: string; message: string; record: UnmatchedRecord })[]
  /** Rows about enterprises that another centre keeps: not ours to change. */
  foreign: (Source & { name: string })[]
  /** By the id of what is made or changed: the first row that does it. */
  sources: ReadonlyMap<string, Source>
  /** Everything known of the enterprises that the file speaks of, as it will be: for names. */
  names: ReadonlyMap<string, { name: string; businessNumber: string }>
}

export type PlannedProduct = StandingProduct & { spec: string | null }
export interface PlannedCategory {
  code: string
  name: string
  nameEn: string | null
}

export interface Ending extends Source {
  certificationId: string
  enterpriseId: string
  kind: string
  how: EndingHow
  on: Day
}

export interface Change<T> {
  before: T
  after: T
}

interface Changes<T> {
  created: T[]
  changed: Change<T>[]
}

export interface Means {
  findRegion: FindRegion
  newId: () => string
}
