import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const admin = path.resolve(import.meta.dirname, '../..')

test('the types of the documents are those of api/schema.graphql as it is now', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-schema-'))
  const fresh = path.join(folder, 'schema.gen.d.ts')
  execFileSync(path.join(admin, 'node_modules/.bin/gql.tada'), ['generate-output', '--output', fresh], {
    cwd: admin,
  })
  const printed = readFileSync(fresh, 'utf8')
  rmSync(folder, { recursive: true })
  expect(printed.length).toBeGreaterThan(10_000)
  // Stale? `pnpm --filter @panro/admin schema` prints them again.
  expect(readFileSync(path.join(admin, 'src/api/schema.gen.d.ts'), 'utf8')).toBe(printed)
})
