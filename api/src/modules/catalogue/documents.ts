import type { EntityManager } from '@mikro-orm/postgresql'
import type { DocumentType, SearchDocument } from '@panro/search'
import { readJson } from '../../platform/read/read.ts'
import { hasVerifiedDeliveryRecord } from '../credentials/credential.shape.ts'
import { isPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { isOnSale } from '../products/product.shape.ts'

/**
 * The rows as the search engine gets them. A row that must not be found has no document, so making the
 * index agree with the rows is: load the ids, put what comes back, drop the rest.
 */
export const loadDocuments = (
  em: EntityManager,
  type: DocumentType,
  ids: readonly string[],
): Promise<SearchDocument[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : readDocuments(em, type, 't.id = any($1::uuid[])', [ids], ids.length)

const batchSize = 2_000

/** All documents there are, in the order of their ids. */
export async function* everyDocument(em: EntityManager): AsyncGenerator<SearchDocument[]> {
  for (const type of ['enterprise', 'product'] as const) {
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const documents = await readDocuments(em, type, 't.id > $1::uuid', [last], batchSize)
      if (documents.length > 0) yield documents
      const end = documents.at(-1)
      if (!end || documents.length < batchSize) break
      last = end.id
    }
  }
}

function readDocuments(
  em: EntityManager,
  type: DocumentType,
  condition: string,
  values: unknown[],
  limit: number,
) {
  const select = type === 'product' ? productDocuments : enterpriseDocuments
  return readJson<SearchDocument[]>(
    em,
    `select coalesce(json_agg(d), '[]')::text as json from (${select} and ${condition} order by t.id limit ${limit}) d`,
    values,
  )
}

/** A cancelled or returned certificate counts until the day before; one without dates never counts. */
const periods = (enterpriseId: string) => `(
  select coalesce(json_agg(json_build_object('kind', c.kind_code, 'from', c.valid_from,
    'until', least(c.valid_until, c.cancelled_on - 1, c.returned_on - 1))), '[]')
  from certification c where c.enterprise_id = ${enterpriseId} and not c.has_unknown_dates)`

const kindNames = (enterpriseId: string) => `array(
  select distinct k.name from certification c join certification_kind k on k.code = c.kind_code where c.enterprise_id = ${enterpriseId})`

const pathNames = (codes: string) => `array(
  select distinct a.name from category a where a.code = any(select left(code, n) from unnest(${codes}) code, unnest(array[2, 4, 6, 8, 10]) n))`

const productDocuments = `
  select t.id, 'product' as type, t.name, e.name as "enterpriseName",
    array_remove(array[t.category_code], null) as "categoryCodes",
    ${pathNames('array[t.category_code]')} as "categoryNames",
    ${kindNames('e.id')} as "certificationNames",
    ${periods('e.id')} as certifications,
    e.region_code as "regionCode", coalesce(r.full_name, '') as "regionName",
    t.price, t.lead_days as "leadDays",
    ${hasVerifiedDeliveryRecord('e.id')} as "hasDeliveryRecord",
    coalesce(t.spec, '') as description, 0 as weight
  from product t join enterprise e on e.id = t.enterprise_id left join region r on r.code = e.region_code
  where ${isOnSale('t')}`

const categoryCodes = `array(
  select distinct p.category_code from product p where p.enterprise_id = t.id and p.state = 'on_sale' and p.category_code is not null)`

const enterpriseDocuments = `
  select t.id, 'enterprise' as type, t.name,
    coalesce((select string_agg(f.name, ' ' order by f.id) from enterprise_name f where f.enterprise_id = t.id), '') as "enterpriseName",
    ${categoryCodes} as "categoryCodes",
    ${pathNames(categoryCodes)} as "categoryNames",
    ${kindNames('t.id')} as "certificationNames",
    ${periods('t.id')} as certifications,
    t.region_code as "regionCode", coalesce(r.full_name, '') as "regionName",
    null as price, null as "leadDays",
    ${hasVerifiedDeliveryRecord('t.id')} as "hasDeliveryRecord",
    concat_ws(' ', t.summary, t.social_mission) as description,
    (select count(*) from product p where p.enterprise_id = t.id and p.state = 'on_sale') as weight
  from enterprise t left join region r on r.code = t.region_code
  where ${isPublicEnterprise('t')}`
