import type { EntityManager } from '@mikro-orm/postgresql'
import type { DocumentType, SearchEngine } from '@panro/search'
import type { LedgerRow } from '../audit/read-ledger.ts'
import { readJson } from '../../platform/read/read.ts'
import { loadDocuments } from './documents.ts'

/**
 * Makes the index agree with the rows that a stretch of the ledger speaks of. What the ledger says is
 * only *which* rows to look at: they are read anew, so repeating a stretch, or taking it late, is harmless.
 */
export async function feedIndex(
  em: EntityManager,
  engine: SearchEngine,
  entries: readonly LedgerRow[],
): Promise<void> {
  const enterprises = idsOf(entries, 'enterprise')
  // What is shown of a product hangs on its enterprise, so a change there concerns all its products.
  const products = new Set([...idsOf(entries, 'product'), ...(await productsOf(em, enterprises))])
  // And an enterprise is found in the categories of what it sells.
  const sellers = new Set([...enterprises, ...(await enterprisesOf(em, idsOf(entries, 'product')))])
  await agree(em, engine, 'enterprise', [...sellers])
  await agree(em, engine, 'product', [...products])
}

async function agree(em: EntityManager, engine: SearchEngine, type: DocumentType, ids: string[]) {
  if (ids.length === 0) return
  const documents = await loadDocuments(em, type, ids)
  const kept = new Set(documents.map(({ id }) => id))
  await engine.upsert(documents)
  await engine.remove(ids.filter(id => !kept.has(id)))
}

const idsOf = (entries: readonly LedgerRow[], type: DocumentType) => [
  ...new Set(entries.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
]

const productsOf = (em: EntityManager, enterprises: string[]) =>
  readJson<string[]>(
    em,
    `select coalesce(json_agg(id), '[]')::text as json from product where enterprise_id = any($1::uuid[])`,
    [enterprises],
  )

const enterprisesOf = (em: EntityManager, products: string[]) =>
  readJson<string[]>(
    em,
    `select coalesce(json_agg(distinct enterprise_id), '[]')::text as json from product where id = any($1::uuid[])`,
    [products],
  )
