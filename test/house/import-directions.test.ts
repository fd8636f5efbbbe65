import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** The rules that a tree breaks, as dependency-cruiser names them. */
function brokenRules(...folders: string[]): string[] {
  const { stdout, stderr } = spawnSync(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    { cwd: root, encoding: 'utf8', maxBuffer: 64e6 },
  )
  if (stdout === '') throw new Error(stderr)
  const report: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout)
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].sort()
}

test('imports point downhill', { timeout: 60_000 }, () => {
  expect(brokenRules('api/src', 'api/seeds', 'search/src', 'admin/src')).toEqual([])
})

test('every wall falls over a planted violation', { timeout: 60_000 }, () => {
  expect(brokenRules('test/house/planted')).toEqual([
    'downhill-enterprises',
    'downhill-timetable',
    'entity-knows-no-graphql',
    'every-room-is-listed',
    'no-cycles',
    'pages-keep-to-themselves',
    'search-is-a-leaf',
    'states-are-pure',
    'timetable-is-a-leaf',
    'ui-knows-nothing-of-ours',
  ])
})
