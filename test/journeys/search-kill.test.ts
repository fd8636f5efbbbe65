import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { expect, test } from 'vitest'
import { playKills } from '../bench/kill-search/play.ts'

test(
  'whoever is killed, and whenever: no index is wrong in the end, and soon',
  { timeout: 180_000 },
  async () => {
    const say = () => {}
    await buildWhatChanged(say)
    const outcome = await playKills({ kills: 20, databaseCrashes: 1, pauseMs: 600, seed: 20, say })
    const right = { missing: 0, stale: 0, ghosts: 0 }
    expect(outcome.differences).toEqual({
      'on Meilisearch': right,
      'found by Meilisearch': right,
      'found by the own index': right,
    })
    expect(outcome.changes).toBeGreaterThan(20)
    expect(outcome.drainedMs).toBeLessThan(5_000)
  },
)
