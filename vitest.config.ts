import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['api', 'admin', 'search', 'test'],
    // Here and not in the projects: one database server for the whole run.
    globalSetup: ['./test/kit/global-setup.ts'],
    reporters: ['default', './test/house/count-reporter.ts'],
    maxWorkers: 2,
  },
})
