import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { expect, test } from 'vitest'
import { playKills } from '../bench/kill-search/play.ts'

// Each death costs the start of a process: `pnpm bench:kill-search` dies 300 times, and holds the five seconds that
// the rest may take after that; here other tests have the machine too.
test(
  'whoever is killed, and whenever, 8 times and the database once: no index is wrong in the end, within 30 s',
  { timeout: 300_000 },
  async () => {
    const say = () => {}
    await buildWhatChanged(say)
    const outcome = await playKills({ kills: 8, databaseCrashes: 1, pauseMs: 600, seed: 20, say })
    const right = { missing: 0, stale: 0, ghosts: 0 }
    expect(outcome.differences).toEqual({
      'on Meilisearch': right,
      'found by Meilisearch': right,
      'found by the own index': right,
    })
    expect(outcome.changes).toBeGreaterThan(8)
    expect(outcome.drainedMs).toBeLessThan(30_000)
  },
)
