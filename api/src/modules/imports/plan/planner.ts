import { comparableName } from '../cell/name.ts'
import type {
  CategoryRecord,
  CertificationFacts,
  CertificationRecord,
  EnterpriseRecord,
  OfferRecord,
  UnmatchedRecord,
} from '../records.ts'
import { ChangeList } from './change-list.ts'
import { mergedCertification, mergedNewCertification } from './merged-certification.ts'
import type { Ending, Means, Plan, PlannedCategory, PlannedProduct, Source, SourcedRecord } from './plan.ts'
import { sameCertificate } from './same-certificate.ts'
import {
  holderKey,
  productKey,
  type Standing,
  type StandingCertification,
  type StandingEnterprise,
} from './standing.ts'

const byId = ({ id }: { id: string }) => id

/** Takes the records of a file one by one and holds each against what stands, and against what the file said before. */
export class Planner {
  private readonly standing: Standing
  private readonly means: Means
  private readonly enterprises = new ChangeList<StandingEnterprise>(byId)
  private readonly certifications = new ChangeList<StandingCertification>(byId)
  private readonly products = new ChangeList<PlannedProduct>(byId)
  private readonly categories = new ChangeList<PlannedCategory>(({ code }) => code)
  private readonly superseded: Plan['superseded'] = []
  private readonly endings: Ending[] = []
  private readonly unmatched: Plan['unmatched'] = []
  private readonly foreign: Plan['foreign'] = []
  private readonly sources = new Map<string, Source>()
  private unchanged = 0

  constructor(standing: Standing, means: Means) {
    this.standing = standing
    this.means = means
  }

  plan(): Plan {
    const { superseded, endings, unchanged, unmatched, foreign, sources } = this
    return {
      ...{ superseded, endings, unchanged, unmatched, foreign, sources },
      enterprises: this.enterprises.done(),
      certifications: this.certifications.done(),
      products: this.products.done(),
      categories: this.categories.done(),
      names: new Map([...this.standing.enterprises.values()].map(enterprise => [enterprise.id, enterprise])),
    }
  }

  enterprise(record: EnterpriseRecord, source: Source) {
    const { findRegion, newId } = this.means
    const { businessNumber, name, address, homepage, summary } = record
    const regionCode = findRegion(record.regionName) ?? findRegion(address)
    const known = this.standing.enterprises.get(businessNumber)
    if (!known) {
      const facts = { businessNumber, name, regionCode, address, homepage, summary }
      const created = { id: newId(), version: 1, isForeign: false, ...facts }
      this.create(this.enterprises, created, created.id, source)
      this.standing.enterprises.set(businessNumber, created)
      return
    }
    if (known.isForeign) {
      this.foreign.push({ sheet: source.sheet, row: source.row, name })
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
    this.settle(this.enterprises, known, after, known.id, source)
    this.standing.enterprises.set(businessNumber, after)
  }

  rest({ record, ...source }: SourcedRecord) {
    if (record.type === 'certification') this.certification(record, source)
    else if (record.type === 'offer') this.offer(record, source)
    else if (record.type === 'category') this.category(record, source)
    else if (record.type === 'unmatched') this.match(record, source)
  }

  private certification({ businessNumber, ...facts }: CertificationRecord, source: Source) {
    const enterprise = this.standing.enterprises.get(businessNumber)
    if (enterprise && !enterprise.isForeign) this.certify(enterprise.id, facts, source)
  }

  private certify(enterpriseId: string, facts: CertificationFacts, source: Source) {
    const held = this.standing.certifications.get(enterpriseId) ?? []
    const { same, earlier } = sameCertificate(held, facts)
    if (same) return this.certifyAgain(same, facts, source)
    const created = newCertification(this.means.newId(), enterpriseId, facts)
    this.create(this.certifications, created, created.id, source)
    this.standing.certifications.set(enterpriseId, [...held, created])
    if (earlier) this.supersede(enterpriseId, earlier, created.id)
  }

  private supersede(enterpriseId: string, earlier: StandingCertification, byId: string) {
    if (earlier.isSuperseded) return
    this.superseded.push({ id: earlier.id, byId, version: earlier.version })
    this.replaceHeld(enterpriseId, earlier, { ...earlier, isSuperseded: true })
  }

  private certifyAgain(same: StandingCertification, facts: CertificationFacts, source: Source) {
    const { enterpriseId, id: certificationId, kind } = same
    const { after, ending } = this.certifications.isNew(same)
      ? { after: mergedNewCertification(same, facts), ending: null }
      : mergedCertification(same, facts)
    if (ending) this.endings.push({ ...source, certificationId, enterpriseId, kind, ...ending })
    this.settle(this.certifications, same, after, certificationId, source)
    this.replaceHeld(enterpriseId, same, after)
  }

  private replaceHeld(enterpriseId: string, before: StandingCertification, after: StandingCertification) {
    const held = this.standing.certifications.get(enterpriseId) ?? []
    this.standing.certifications.set(
      enterpriseId,
      held.map(certification => (certification === before ? after : certification)),
    )
  }

  private offer(record: OfferRecord, source: Source) {
    const { businessNumber, externalId, title: name, categoryText: spec, price } = record
    const enterprise = this.standing.enterprises.get(businessNumber)
    if (!enterprise || enterprise.isForeign) return
    const { id: enterpriseId } = enterprise
    const key = productKey(enterpriseId, externalId)
    const known = this.standing.products.get(key)
    const facts = { enterpriseId, externalId, name, price }
    if (!known) {
      const created = { id: this.means.newId(), version: 1, ...facts, spec }
      this.create(this.products, created, created.id, source)
      this.standing.products.set(key, created)
      return
    }
    const after = { ...known, name, price }
    this.settle(this.products, { ...known, spec }, { ...after, spec }, known.id, source)
    this.standing.products.set(key, after)
  }

  private category({ code, name, nameEn }: CategoryRecord, source: Source) {
    const known = this.standing.categories.get(code)
    const after = { code, name, nameEn: nameEn ?? known?.nameEn ?? null }
    if (known) this.settle(this.categories, known, after, code, source)
    else this.create(this.categories, after, code, source)
    this.standing.categories.set(code, after)
  }

  private match(record: UnmatchedRecord, source: Source) {
    const { enterprise, certification, message } = record
    const { number, kind } = certification
    const businessNumber = number === null ? undefined : this.standing.holders.get(holderKey(kind, number))
    if (businessNumber === undefined) {
      this.unmatched.push({ ...source, name: enterprise.name, message, record })
      return
    }
    this.enterprise({ type: 'enterprise', businessNumber, branch: '0000', ...enterprise }, source)
    this.certification({ type: 'certification', businessNumber, ...certification }, source)
  }

  private create<T extends object>(list: ChangeList<T>, thing: T, id: string, { sheet, row }: Source) {
    list.create(thing)
    this.sources.set(id, { sheet, row })
  }

  private settle<T extends object>(
    list: ChangeList<T>,
    before: T,
    after: T,
    id: string,
    { sheet, row }: Source,
  ) {
    if (!list.change(before, after)) this.unchanged++
    else if (!this.sources.has(id)) this.sources.set(id, { sheet, row })
  }
}

function newCertification(
  id: string,
  enterpriseId: string,
  facts: CertificationFacts,
): StandingCertification {
  const { asOf: _, ...known } = facts
  return { id, version: 1, enterpriseId, ...known, isSuperseded: false }
}
