import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'admin',
    include: ['src/**/*.test.ts'],
    testTimeout: 20_000,
    // As in the configuration of the whole, which projects do not take over.
    maxWorkers: 2,
  },
})
