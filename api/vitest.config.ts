import { defineProject } from 'vitest/config'

export default defineProject({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  // graphql 16 ships two copies of itself; tests and externalised packages must meet the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'launch/**/*.test.ts', 'seeds/**/*.test.ts'],
    testTimeout: 20_000,
    // As in the configuration of the whole, which projects do not take over.
    maxWorkers: 2,
  },
})
