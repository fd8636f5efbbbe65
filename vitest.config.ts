import { defineConfig } from 'vitest/config'
import LongestFirst from './test/house/longest-first.ts'

export default defineConfig({
  test: {
    projects: ['api', 'admin', 'search', 'test', 'test/browser'],
    // Here and not in the projects: one database server for the whole run.
    globalSetup: ['./test/kit/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/house/count-reporter.ts'],
    // The database servers of the run; each project says the same number once more.
    maxWorkers: 2,
  },
})
