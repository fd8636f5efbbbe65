import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'search',
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As in the configuration of the whole, which projects do not take over.
    maxWorkers: 2,
  },
})
