import { connect } from '@panro/api/src/app/database.ts'
import { everyDocument } from '@panro/api/src/modules/catalogue/documents.ts'
import { contentHash, startMeilisearchEngine } from '@panro/search'
import { read } from '../../kit/ask.ts'
import type { Truth } from './catalogue.ts'

/** Documents of an index that are not as the rows are. */
export interface Differences {
  missing: number
  stale: number
  ghosts: number
}

/** Document by document, by their contents. */
export async function differencesOfMeilisearch(url: string, databaseUrl: string): Promise<Differences> {
  const engine = await startMeilisearchEngine({ url })
  const held = new Map<string, string>()
  for await (const some of engine.fingerprints()) for (const { id, hash } of some) held.set(id, hash)
  await engine.close()

  const differences = { missing: 0, stale: 0, ghosts: 0 }
  const orm = await connect(databaseUrl)
  for await (const documents of everyDocument(orm.em.fork()))
    for (const document of documents) {
      const hash = held.get(document.id)
      held.delete(document.id)
      if (hash === undefined) differences.missing++
      else if (hash !== contentHash(document)) differences.stale++
    }
  await orm.close()
  return { ...differences, ghosts: held.size }
}

/** By what a visitor is told when asking for each alone. The counts are the engine's: no row is looked at for them. */
export async function differencesOfAnswers(url: string, truth: Truth): Promise<Differences> {
  const differences = { missing: 0, stale: 0, ghosts: 0 }
  for (const some of stretches(truth.products, 10)) {
    const found = await counts(url, 'products', [
      ...some.map(({ token }) => ({ query: token })),
      ...some.map(({ token, price }) => ({
        query: token,
        filter: `price: { min: ${price}, max: ${price} }`,
      })),
    ])
    for (const [place, { isOnSale }] of some.entries()) {
      const [all = 0, ofThatPrice = 0] = [found[place], found[some.length + place]]
      if (!isOnSale && all > 0) differences.ghosts++
      if (isOnSale && all === 0) differences.missing++
      if (isOnSale && all > 0 && ofThatPrice !== 1) differences.stale++
    }
  }
  for (const some of stretches(truth.enterprises, 20)) {
    const queries = some.map(({ token }) => ({ query: token }))
    const itself = await counts(url, 'enterprises', queries)
    const itsProducts = await counts(url, 'products', queries)
    for (const [place, { isPublic, onSale }] of some.entries()) {
      const found = itself[place] ?? 0
      if (isPublic && found === 0) differences.missing++
      if (!isPublic && found > 0) differences.ghosts++
      // What it sells says whose it is: by its present name, and not at all once it has been withdrawn.
      if (itsProducts[place] !== (isPublic ? onSale : 0)) differences.stale++
    }
  }
  return differences
}

async function counts(
  url: string,
  list: string,
  asked: { query: string; filter?: string }[],
): Promise<number[]> {
  const fields = asked.map(
    ({ query, filter = '' }, place) =>
      `f${place}: ${list}(first: 1, query: "${query}", filter: { ${filter} }) { totalCount }`,
  )
  const answer = await read<Record<string, { totalCount: number }>>({ url }, `{ ${fields.join(' ')} }`)
  return asked.map((_, place) => answer[`f${place}`]?.totalCount ?? Number.NaN)
}

function* stretches<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
