import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { expect, test } from 'vitest'
import { playKills } from '../bench/kill-search/play.ts'

// Each death costs the start of a process: `pnpm bench:kill-search` dies 300 times, and measures how long the rest
// takes after that; here other tests have the machine too, and a limit would judge them (7 s alone, 48 s beside them).
test(
  'whoever is killed, and whenever, 8 times and the database once: no index is wrong in the end',
  // Above the patience of the play itself, which can say what it waited for.
  { timeout: 420_000 },
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
  },
)
