import { defineProject } from 'vitest/config'

export default defineProject({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  // graphql 16 ships two copies of itself; tests and externalised packages must meet the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'test',
    include: ['**/*.test.ts'],
    exclude: ['browser/**', '**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a database and an application of its own; the code of the house is loaded once a worker, which is
    // a third of the work of a run.
    isolate: false,
    // As in the configuration of the whole, which projects do not take over.
    maxWorkers: 2,
  },
})
