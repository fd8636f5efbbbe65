import { defineProject } from 'vitest/config'

export default defineProject({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  // graphql 16 ships two copies of itself; tests and externalised packages must meet the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'browser',
    include: ['*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    // A browser, an application and its database keep two cores busy; two of them wait for each other and time out.
    maxWorkers: 1,
    // After everything else, so that nothing else runs beside it.
    sequence: { groupOrder: 1 },
  },
})
