import type { SearchDocument } from '../documents.ts'
import type { IndexStore } from './index-store.ts'
import { BATCH, type Writes, type Written } from './writes.ts'

/** Batches that may be in the server's queue at a time; it indexes several together faster than one by one. */
const MOST_UNDERWAY = 4

/**
 * Builds a second index beside the live one, brings it up to the writes of the meantime, and swaps
 * the two. The live index answers throughout. What was live is deleted only once the swap is known
 * to have succeeded; what a failed build leaves behind goes when the next one begins.
 */
export async function rebuild(
  store: IndexStore,
  writes: Writes,
  liveUid: string,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<{ documents: number }> {
  const prefix = `${liveUid}_build_`
  for (const abandoned of await store.uidsBeginning(prefix)) await store.delete(abandoned)

  const uid = `${prefix}${Date.now()}`
  await store.createForBuild(uid)
  const written = await writes.remember()
  try {
    await fill(store, uid, batches)
    await writes.alone(async () => {
      await catchUp(store, uid, written)
      await store.swap(liveUid, uid)
    })
  } finally {
    writes.forget()
  }
  await store.delete(uid)
  return { documents: await store.documentCount(liveUid) }
}

async function fill(store: IndexStore, uid: string, batches: AsyncIterable<SearchDocument[]>): Promise<void> {
  const underway = new Set<Promise<void>>()
  for await (const batch of batches) {
    for (let from = 0; from < batch.length; from += BATCH) {
      const put = store.put(uid, batch.slice(from, from + BATCH))
      underway.add(put)
      // One that fails stays in the set, and fails the build when it is next waited for.
      put.then(
        () => underway.delete(put),
        () => undefined,
      )
      if (underway.size >= MOST_UNDERWAY) await Promise.race(underway)
    }
  }
  await Promise.all(underway)
}

/** What was written since the build began is newer than what the build was given. */
async function catchUp(store: IndexStore, uid: string, written: Written): Promise<void> {
  const documents = [...written.values()].filter(document => document !== null)
  for (let from = 0; from < documents.length; from += BATCH) {
    await store.put(uid, documents.slice(from, from + BATCH))
  }
  await store.drop(
    uid,
    [...written].flatMap(([id, document]) => (document === null ? [id] : [])),
  )
}
