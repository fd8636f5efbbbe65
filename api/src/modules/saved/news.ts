import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import type { RequestContext } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { movePlace, type Move } from '../audit/place.ts'
import type { LedgerRow } from '../audit/read-ledger.ts'
import { concernedBy } from '../catalogue/index-feed.ts'
import { findAmong } from './find-matches.ts'
import { askedOn, type SavedFilter } from './saved-filter.ts'
import type { SavedScope } from './saved-search.entity.ts'

/** 새 소식 — a thing that a saved search finds since a change. */
export interface News {
  saved_search_id: string
  product_id: string | null
  enterprise_id: string | null
}

interface Asked {
  /** Of all saved searches that ask just this. */
  ids: string[]
  scope: SavedScope
  words: string
  filter: SavedFilter
}

const atOnce = 1_000

type Finding = Pick<RequestContext, 'em' | 'search' | 'today'>

/**
 * What saved searches find among the things that a stretch of the ledger concerns; whether it is new to
 * them is for `storeNews` to say. A list of categories that has changed is no news of any thing.
 */
export async function findNews(ctx: Finding, entries: readonly LedgerRow[]): Promise<News[]> {
  const { products, enterprises } = await concernedBy(ctx.em, entries)
  const concerned = { product: products, enterprise: enterprises }
  if (products.length + enterprises.length === 0) return []
  const news: News[] = []
  for (const { ids, scope, words, filter } of await everyQuestion(ctx.em)) {
    const question = { scope, words, filter: askedOn(filter, ctx.today) }
    for (let from = 0; from < concerned[scope].length; from += atOnce) {
      const found = await findAmong(ctx, question, concerned[scope].slice(from, from + atOnce))
      news.push(...found.flatMap(thing => ids.map(id => newsOf(id, scope, thing))))
    }
  }
  return news
}

const newsOf = (id: string, scope: SavedScope, thing: string): News => ({
  saved_search_id: id,
  product_id: scope === 'product' ? thing : null,
  enterprise_id: scope === 'enterprise' ? thing : null,
})

/** Who saves the same question as others is no more work. */
const everyQuestion = (em: EntityManager) =>
  readJson<Asked[]>(
    em,
    `select coalesce(json_agg(q), '[]')::text as json from (
       select json_agg(id) as ids, scope, words, filter from saved_search group by scope, words, filter
     ) q`,
    [],
  )

/**
 * Stores news and moves the reader's place in the ledger, both or neither; false when another process
 * has moved it first. What a search has found before, or knew when it was saved, is no news.
 */
export function storeNews(em: EntityManager, news: readonly News[], now: Date, move: Move): Promise<boolean> {
  return em.transactional(async em => {
    if (!(await movePlace(em, move))) return false
    if (news.length === 0) return true
    await run(
      em,
      `insert into saved_search_match (saved_search_id, product_id, enterprise_id, found_at)
       select s.id, n.product_id, n.enterprise_id, $2
       from json_populate_recordset(null::saved_search_match, $1::json) n join saved_search s on s.id = n.saved_search_id
       where coalesce(n.product_id, n.enterprise_id) <> all (s.known)
       on conflict do nothing`,
      [JSON.stringify(news), now],
    )
    return true
  })
}

export const markMatchesSeen = (em: EntityManager, savedSearchId: string, now: Date): Promise<number> =>
  run(em, `update saved_search_match set seen_at = $2 where saved_search_id = $1 and seen_at is null`, [
    savedSearchId,
    now,
  ])

/** In the transaction of `em`; returns how many rows it wrote. */
async function run(em: EntityManager, text: string, values: unknown[]): Promise<number> {
  const { numAffectedRows } = await em.getKysely().executeQuery(CompiledQuery.raw(text, values))
  return Number(numAffectedRows ?? 0n)
}
