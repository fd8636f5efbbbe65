import type { EntityManager } from '@mikro-orm/postgresql'
import type { Day } from '../../../platform/day.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import type { ImportRecord } from '../records.ts'

/** What the database holds of the enterprises and certificates that a list speaks of. */
export interface Standing {
  /** By business number; head offices only, which is what official lists name. */
  enterprises: Map<string, StandingEnterprise>
  /** By enterprise id. */
  certifications: Map<string, StandingCertification[]>
  /** Business number by kind and certificate number, for lists without business numbers. */
  holders: Map<string, string>
  /** By enterprise id and external id. */
  products: Map<string, StandingProduct>
  categories: Map<string, { code: string; name: string; nameEn: string | null }>
}

export interface StandingEnterprise {
  id: string
  /** As it was read; what somebody has changed since is not written over. */
  version: number
  /** Kept by another centre than the one that imports. */
  isForeign: boolean
  businessNumber: string
  name: string
  regionCode: string | null
  address: string | null
  homepage: string | null
  summary: string | null
}

export interface StandingCertification {
  id: string
  version: number
  enterpriseId: string
  kind: string
  number: string | null
  purposeType: string | null
  issuer: string | null
  issuedOn: Day | null
  validFrom: Day | null
  validUntil: Day | null
  cancelledOn: Day | null
  returnedOn: Day | null
  hasUnknownDates: boolean
  /** Another one came after it. */
  isSuperseded: boolean
}

export interface StandingProduct {
  id: string
  version: number
  enterpriseId: string
  externalId: string
  name: string
  price: number | null
}

export const holderKey = (kind: string, number: string) => `${kind}:${number}`
export const productKey = (enterpriseId: string, externalId: string) => `${enterpriseId}:${externalId}`

/** Read in the transaction of `em`, so that what is planned is what that transaction finds. */
export async function readStanding(
  { em, actor }: Pick<Context, 'em' | 'actor'>,
  records: readonly ImportRecord[],
): Promise<Standing> {
  const numbers = new Set(
    records.flatMap(record =>
      record.type !== 'exhibitor' && 'businessNumber' in record ? [record.businessNumber] : [],
    ),
  )
  const holders = await readHolders(em, records)
  for (const number of holders.values()) numbers.add(number)
  const enterprises = await readEnterprises(em, actor, [...numbers])
  const ids = enterprises.map(({ id }) => id)
  const certifications = await readCertifications(em, ids)
  const hasOffers = records.some(({ type }) => type === 'offer')
  const products = hasOffers ? await readProducts(em, ids) : []
  const codes = records.flatMap(record => (record.type === 'category' ? [record.code] : []))
  const categories = codes.length > 0 ? await readCategories(em, codes) : []
  return {
    enterprises: new Map(enterprises.map(enterprise => [enterprise.businessNumber, enterprise])),
    certifications: Map.groupBy(certifications, ({ enterpriseId }) => enterpriseId),
    holders,
    products: new Map(
      products.map(product => [productKey(product.enterpriseId, product.externalId), product]),
    ),
    categories: new Map(categories.map(category => [category.code, category])),
  }
}

const readEnterprises = (em: EntityManager, { role, centerId }: Actor, numbers: string[]) =>
  readInside<StandingEnterprise[]>(
    em,
    `select coalesce(json_agg(e), '[]')::text as json from (
       select id, version, not ($2 or center_id is null or center_id is not distinct from $3::uuid) as "isForeign",
         business_number as "businessNumber", name, region_code as "regionCode", address, homepage, summary
       from enterprise where branch = '0000' and business_number = any($1)
     ) e`,
    [numbers, role === 'system', centerId],
  )

const readCertifications = (em: EntityManager, enterpriseIds: string[]) =>
  readInside<StandingCertification[]>(
    em,
    `select coalesce(json_agg(c), '[]')::text as json from (
       select id, version, enterprise_id as "enterpriseId", kind_code as kind, number, purpose_type as "purposeType", issuer,
         issued_on as "issuedOn", valid_from as "validFrom", valid_until as "validUntil",
         cancelled_on as "cancelledOn", returned_on as "returnedOn", has_unknown_dates as "hasUnknownDates",
         superseded_by_id is not null as "isSuperseded"
       from certification where enterprise_id = any($1::uuid[]) order by valid_from nulls first, id
     ) c`,
    [enterpriseIds],
  )

/** A certificate number belongs to one enterprise; where the rows say otherwise it settles nothing. */
async function readHolders(
  em: EntityManager,
  records: readonly ImportRecord[],
): Promise<Map<string, string>> {
  const numbers = records.flatMap(record =>
    record.type === 'unmatched' && record.certification.number ? [record.certification.number] : [],
  )
  if (numbers.length === 0) return new Map()
  const rows = await readInside<{ kind: string; number: string; businessNumber: string }[]>(
    em,
    `select coalesce(json_agg(h), '[]')::text as json from (
       select c.kind_code as kind, c.number, min(e.business_number) as "businessNumber"
       from certification c join enterprise e on e.id = c.enterprise_id and e.branch = '0000'
       where c.number = any($1) group by c.kind_code, c.number having count(distinct e.id) = 1
     ) h`,
    [numbers],
  )
  return new Map(rows.map(({ kind, number, businessNumber }) => [holderKey(kind, number), businessNumber]))
}

const readProducts = (em: EntityManager, enterpriseIds: string[]) =>
  readInside<StandingProduct[]>(
    em,
    `select coalesce(json_agg(p), '[]')::text as json from (
       select id, version, enterprise_id as "enterpriseId", external_id as "externalId", name, price
       from product where external_id is not null and enterprise_id = any($1::uuid[])
     ) p`,
    [enterpriseIds],
  )

const readCategories = (em: EntityManager, codes: string[]) =>
  readInside<{ code: string; name: string; nameEn: string | null }[]>(
    em,
    `select coalesce(json_agg(c), '[]')::text as json from (
       select code, name, name_en as "nameEn" from category where code = any($1)
     ) c`,
    [codes],
  )
