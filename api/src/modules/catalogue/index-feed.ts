import type { EntityManager } from '@mikro-orm/postgresql'
import type { LedgerRow } from '../audit/read-ledger.ts'
import { readJson } from '../../platform/read/read.ts'

/** Whose documents may have changed. */
export interface Concerned {
  enterprises: string[]
  products: string[]
  /** Anybody's: what has changed stands in documents all over. */
  everything: boolean
}

/**
 * Which documents a stretch of the ledger concerns. The ledger says only where to look: the rows are then
 * read anew, so repeating a stretch, or taking it late, is harmless.
 */
export async function concernedBy(em: EntityManager, entries: readonly LedgerRow[]): Promise<Concerned> {
  const named = {
    enterprises: subjects(entries, 'enterprise'),
    products: subjects(entries, 'product'),
    credentials: subjects(entries, 'credential'),
    imports: subjects(entries, 'import'),
  }
  // What is shown of a product hangs on its enterprise, so a change there concerns all its products.
  const claimants = await claimantsOf(em, named.credentials)
  const changed = [...named.enterprises, ...claimants]
  const products = new Set([...named.products, ...(await productsOf(em, changed))])
  // And an enterprise is found in the categories of what it sells.
  const enterprises = new Set([...changed, ...(await enterprisesOf(em, named.products))])
  return {
    enterprises: [...enterprises],
    products: [...products],
    everything: await haveCategoriesChanged(em, named.imports),
  }
}

const subjects = (entries: readonly LedgerRow[], type: string) => [
  ...new Set(entries.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
]

const productsOf = (em: EntityManager, enterprises: string[]) =>
  readJson<string[]>(
    em,
    `select coalesce(json_agg(id), '[]')::text as json from product where enterprise_id = any($1::uuid[])`,
    [enterprises],
  )

/** Whose passport has changed: they are found by what of it has been confirmed. */
const claimantsOf = (em: EntityManager, credentials: string[]) =>
  readJson<string[]>(
    em,
    `select coalesce(json_agg(distinct enterprise_id), '[]')::text as json from credential where id = any($1::uuid[])`,
    [credentials],
  )

const enterprisesOf = (em: EntityManager, products: string[]) =>
  readJson<string[]>(
    em,
    `select coalesce(json_agg(distinct enterprise_id), '[]')::text as json from product where id = any($1::uuid[])`,
    [products],
  )

/** A list of categories renames what documents of any enterprise are found by, and has no row for each. */
const haveCategoriesChanged = (em: EntityManager, imports: string[]) =>
  readJson<boolean>(
    em,
    `select exists(select from import_run where id = any($1::uuid[]) and kind = 'categories' and created + changed > 0)::text as json`,
    [imports],
  )
