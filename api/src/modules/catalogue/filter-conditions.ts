import type { Conditions } from '../../platform/read/conditions.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import { hasVerifiedDeliveryRecord } from '../credentials/credential.shape.ts'
import { isPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { isOnSale } from '../products/product.shape.ts'
import type { CheckedFilter } from './filter.ts'

/** The filter as SQL over `product t`; also holds answers of the search engine against the rows. */
export function productConditions(filter: CheckedFilter, conditions: Conditions): void {
  conditions.add(isOnSale('t'))
  ofEnterprise('t.enterprise_id', filter, conditions)
  if (filter.categories) conditions.add(startsWith('t.category_code', filter.categories, conditions))
  if (filter.regions)
    conditions.add(
      `exists (select 1 from enterprise r where r.id = t.enterprise_id and ${startsWith('r.region_code', filter.regions, conditions)})`,
    )
  if (filter.price?.min !== undefined) conditions.add(`t.price >= ${conditions.value(filter.price.min)}`)
  if (filter.price?.max !== undefined) conditions.add(`t.price <= ${conditions.value(filter.price.max)}`)
  if (filter.leadDaysMax !== undefined)
    conditions.add(`t.lead_days <= ${conditions.value(filter.leadDaysMax)}`)
}

/** The filter as SQL over `enterprise t`; an enterprise is in the categories of what it has on sale. */
export function enterpriseConditions(filter: CheckedFilter, conditions: Conditions): void {
  conditions.add(isPublicEnterprise('t'))
  ofEnterprise('t.id', filter, conditions)
  if (filter.regions) conditions.add(startsWith('t.region_code', filter.regions, conditions))
  if (filter.categories)
    conditions.add(
      `exists (select 1 from product p where p.enterprise_id = t.id and p.state = 'on_sale' and ${startsWith('p.category_code', filter.categories, conditions)})`,
    )
}

function ofEnterprise(enterpriseId: string, filter: CheckedFilter, conditions: Conditions) {
  if (filter.certifications) {
    const day = `${conditions.value(filter.on)}::date`
    const kinds = conditions.value(filter.certifications)
    conditions.add(
      `exists (select 1 from certification c where c.enterprise_id = ${enterpriseId} and c.kind_code = any(${kinds}) and ${validitySql('c', day)} = 'valid')`,
    )
  }
  if (filter.hasDeliveryRecord !== undefined)
    conditions.add(`${filter.hasDeliveryRecord ? '' : 'not '}${hasVerifiedDeliveryRecord(enterpriseId)}`)
}

const startsWith = (column: string, prefixes: readonly string[], conditions: Conditions) =>
  `${column} like any(${conditions.value(prefixes.map(prefix => `${prefix}%`))})`
