import { defineProject } from 'vitest/config'

export default defineProject({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  // graphql 16 ships two copies of itself; tests and externalised packages must meet the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'browser',
    include: ['*.test.ts'],
    // Long, for machines that do other things as well; in-browser.ts waits for a single thing half as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    // A page keeps one core busy, its application and its database hardly another one.
    maxWorkers: 2,
    // After everything else, so that no more than these two run beside each other.
    sequence: { groupOrder: 1 },
  },
})
