import type { Day } from '../../../platform/day.ts'
import type {
  CertificationFacts,
  CertificationRecord,
  CategoryRecord,
  EnterpriseRecord,
  ImportRecord,
  OfferRecord,
  UnmatchedRecord,
} from '../records.ts'
import { comparableName } from '../cell/name.ts'
import type { FindRegion } from '../../regions/find-region.ts'
import { sameCertificate } from './same-certificate.ts'
import {
  holderKey,
  productKey,
  type Standing,
  type StandingCertification,
  type StandingEnterprise,
  type StandingProduct,
} from './standing.ts'

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
  products: Changes<StandingProduct & { spec: string | null }>
  categories: Changes<{ code: string; name: string; nameEn: string | null }>
  /** Which certification comes after which; both ends may be new. */
  superseded: { id: string; byId: string }[]
  unchanged: number
  unmatched: (Source & { name: string; message: string })[]
}

interface Changes<T> {
  created: T[]
  changed: { before: T; after: T }[]
}

interface Means {
  findRegion: FindRegion
  newId: () => string
  today: Day
}

/** Pure: the same records on the same standing give the same plan. */
export function planImport(records: readonly SourcedRecord[], standing: Standing, means: Means): Plan {
  const planner = new Planner(standing, means)
  // Enterprises first, wherever they stand in the file: their certificates and offers lean on them.
  for (const source of records) if (source.record.type === 'enterprise') planner.enterprise(source.record)
  // Then in the order of time, so that a renewal comes after what it renews.
  for (const source of records.toSorted((a, b) => beginning(a).localeCompare(beginning(b))))
    planner.rest(source)
  return planner.plan()
}

const beginning = ({ record }: SourcedRecord) =>
  record.type === 'certification' ? (record.validFrom ?? '') : ''

const changes = <T>(): Changes<T> => ({ created: [], changed: [] })

class Planner {
  private readonly standing: Standing
  private readonly means: Means
  private readonly enterprises = changes<StandingEnterprise>()
  private readonly certifications = changes<StandingCertification>()
  private readonly products: Plan['products'] = changes()
  private readonly categories: Plan['categories'] = changes()
  private readonly superseded: Plan['superseded'] = []
  private readonly unmatched: Plan['unmatched'] = []
  private unchanged = 0

  constructor(standing: Standing, means: Means) {
    this.standing = standing
    this.means = means
  }

  plan(): Plan {
    const { enterprises, certifications, products, categories, superseded, unchanged, unmatched } = this
    return { enterprises, certifications, products, categories, superseded, unchanged, unmatched }
  }

  enterprise(record: EnterpriseRecord) {
    const { findRegion, newId } = this.means
    const { businessNumber, name, address, homepage, summary } = record
    const regionCode = findRegion(record.regionName) ?? findRegion(address)
    const known = this.standing.enterprises.get(businessNumber)
    if (!known) {
      const created = { id: newId(), businessNumber, name, regionCode, address, homepage, summary }
      this.enterprises.created.push(created)
      this.standing.enterprises.set(businessNumber, created)
      return
    }
    // A list fills gaps; it does not overwrite what somebody has entered, except a name that has really changed.
    const after = {
      ...known,
      name: comparableName(known.name) === comparableName(name) ? known.name : name,
      regionCode: known.regionCode ?? regionCode,
      address: known.address ?? address,
      homepage: known.homepage ?? homepage,
      summary: known.summary ?? summary,
    }
    this.settle(this.enterprises, known, after)
    this.standing.enterprises.set(businessNumber, after)
  }

  rest({ record, ...source }: SourcedRecord) {
    if (record.type === 'certification') this.certification(record)
    else if (record.type === 'offer') this.offer(record)
    else if (record.type === 'category') this.category(record)
    else if (record.type === 'unmatched') this.match(record, source)
  }

  private certification({ businessNumber, ...facts }: CertificationRecord) {
    const enterprise = this.standing.enterprises.get(businessNumber)
    if (enterprise) this.certify(enterprise.id, facts)
  }

  private certify(enterpriseId: string, facts: CertificationFacts) {
    const held = this.standing.certifications.get(enterpriseId) ?? []
    const { same, earlier } = sameCertificate(held, facts)
    if (same) {
      const after = merged(same, facts)
      this.settle(this.certifications, same, after)
      this.replaceHeld(enterpriseId, same, after)
      return
    }
    const {
      kind,
      number,
      purposeType,
      issuer,
      issuedOn,
      validFrom,
      validUntil,
      cancelledOn,
      returnedOn,
      hasUnknownDates,
    } = facts
    const created: StandingCertification = {
      ...{ id: this.means.newId(), enterpriseId, kind, number, purposeType, issuer },
      ...{ issuedOn, validFrom, validUntil, cancelledOn, returnedOn, hasUnknownDates },
    }
    this.certifications.created.push(created)
    this.standing.certifications.set(enterpriseId, [...held, created])
    if (earlier) this.superseded.push({ id: earlier.id, byId: created.id })
  }

  private offer({ businessNumber, externalId, title, categoryText, price }: OfferRecord) {
    const enterprise = this.standing.enterprises.get(businessNumber)
    if (!enterprise) return
    const key = productKey(enterprise.id, externalId)
    const known = this.standing.products.get(key)
    const after = {
      id: known?.id ?? this.means.newId(),
      enterpriseId: enterprise.id,
      externalId,
      name: title,
      price,
      spec: categoryText,
    }
    this.standing.products.set(key, after)
    if (!known) this.products.created.push(after)
    else if (known.name === title && known.price === price) this.unchanged++
    else this.products.changed.push({ before: { ...known, spec: categoryText }, after })
  }

  private category({ code, name, nameEn }: CategoryRecord) {
    const known = this.standing.categories.get(code)
    const after = { code, name, nameEn: nameEn ?? known?.nameEn ?? null }
    if (known) this.settle(this.categories, known, after)
    else this.categories.created.push(after)
    this.standing.categories.set(code, after)
  }

  private match({ enterprise, certification, message }: UnmatchedRecord, source: Source) {
    const { number, kind } = certification
    const businessNumber = number === null ? undefined : this.standing.holders.get(holderKey(kind, number))
    if (businessNumber === undefined) {
      this.unmatched.push({ ...source, name: enterprise.name, message })
      return
    }
    this.enterprise({ type: 'enterprise', businessNumber, branch: '0000', ...enterprise })
    this.certification({ type: 'certification', businessNumber, ...certification })
  }

  private settle<T extends object>(list: Changes<T>, before: T, after: T) {
    if (isEqual(before, after)) {
      this.unchanged++
      return
    }
    // A row may come up several times in one file: what was created or changed before is changed once.
    const fresh = list.created.indexOf(before)
    const again = list.changed.find(change => change.after === before)
    if (fresh >= 0) list.created[fresh] = after
    else if (again) again.after = after
    else list.changed.push({ before, after })
  }

  private replaceHeld(enterpriseId: string, before: StandingCertification, after: StandingCertification) {
    const held = this.standing.certifications.get(enterpriseId) ?? []
    this.standing.certifications.set(
      enterpriseId,
      held.map(certification => (certification === before ? after : certification)),
    )
  }
}

/** What the list says, over what was known; what the list leaves open stays. */
function merged(known: StandingCertification, facts: CertificationFacts): StandingCertification {
  return {
    ...known,
    number: facts.number ?? known.number,
    purposeType: facts.purposeType ?? known.purposeType,
    issuer: facts.issuer ?? known.issuer,
    issuedOn: facts.issuedOn ?? known.issuedOn,
    validFrom: facts.validFrom ?? known.validFrom,
    validUntil: facts.validUntil ?? known.validUntil,
    cancelledOn: facts.cancelledOn ?? known.cancelledOn,
    returnedOn: facts.returnedOn ?? known.returnedOn,
    hasUnknownDates: known.hasUnknownDates && facts.hasUnknownDates,
  }
}

const isEqual = (a: object, b: object) =>
  JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b))
