import type { SearchDocument } from '@panro/search'
import type { SearchIndex } from './search-index.ts'
import type { RefusedDocument } from './parked.ts'
import { isRefusal } from './refusal.ts'

/** From this many failures in a row a batch is taken apart; a passing trouble has passed by then. */
export const patience = 2
/** From this many on even a batch of which nothing is taken: a queue that stands still is worse. */
const longPatience = 10
/** So many refusals without one document taken, and it is the engine that ails, not the documents. */
const mostWithoutSuccess = 16

/** Puts documents into the index; those that it refuses for what they are come back, the others are in. */
export async function putDocuments(
  index: SearchIndex,
  documents: readonly SearchDocument[],
  failures: number,
): Promise<RefusedDocument[]> {
  if (documents.length === 0) return []
  try {
    await put(index, documents)
    return []
  } catch (error) {
    if (!isRefusal(error) || failures < patience) throw error
    // An engine that cannot even say how it is has judged nothing.
    await index.engine.health()
    const isolation: Isolation = {
      suspects: [],
      taken: 0,
      most: failures < longPatience ? mostWithoutSuccess : Infinity,
    }
    await isolate(index, documents, error, isolation)
    return refusedAgain(index, isolation.suspects)
  }
}

interface Isolation {
  suspects: SearchDocument[]
  taken: number
  most: number
}

/** Halves a refused batch until the suspects stand alone. */
async function isolate(
  index: SearchIndex,
  documents: readonly SearchDocument[],
  error: unknown,
  isolation: Isolation,
): Promise<void> {
  const [first] = documents
  if (documents.length === 1 && first) {
    isolation.suspects.push(first)
    if (isolation.taken === 0 && isolation.suspects.length >= isolation.most) throw error
    return
  }
  const middle = Math.ceil(documents.length / 2)
  for (const half of [documents.slice(0, middle), documents.slice(middle)]) {
    try {
      await put(index, half)
      isolation.taken += half.length
    } catch (error) {
      if (!isRefusal(error)) throw error
      await isolate(index, half, error, isolation)
    }
  }
}

/** Asked once more: the trouble may have been the engine's, and have passed while the suspects were looked for. */
async function refusedAgain(
  index: SearchIndex,
  suspects: readonly SearchDocument[],
): Promise<RefusedDocument[]> {
  const refused: RefusedDocument[] = []
  for (const document of suspects) {
    try {
      await put(index, [document])
    } catch (error) {
      if (!isRefusal(error)) throw error
      const reason = error instanceof Error ? error.message : String(error)
      refused.push({ id: document.id, type: document.type, reason: reason.slice(0, 1_000) })
    }
  }
  return refused
}

async function put(index: SearchIndex, documents: readonly SearchDocument[]): Promise<void> {
  index.assertMayWrite()
  await index.engine.upsert([...documents])
}
