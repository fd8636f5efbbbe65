import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const longest = 400

/** Tables of facts may be long; so may what is printed by a program. */
const isData = (file: string) =>
  /\.data\.ts$|\.gen\.|\.(json|yaml|svg|csv)$|^api\/schema\.graphql$|LICENSE/.test(file)

test('no file is longer than 400 lines, tables of data aside', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(file => /\.\w+$/.test(file) && !isData(file) && existsSync(path.join(root, file)))
  expect(files.length).toBeGreaterThan(100)
  const tooLong = files
    .map(file => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > longest)
  expect(tooLong).toEqual([])
})
