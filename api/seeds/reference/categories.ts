import { categoryTree } from './categories.data.ts'

export interface CategoryRow {
  code: string
  name: string
  name_en: string
}

/** The first tree of an installation, one row per line of the text. */
export const categories: CategoryRow[] = categoryTree.trim().split('\n').map(readLine)

function readLine(line: string): CategoryRow {
  const [, code, name, english] = /^(\d+) (.+) \| (.+)$/.exec(line) ?? []
  if (!code || !name || !english)
    throw new Error(`Not a category: "${line}". Expected \`code name | English\`.`)
  return { code, name, name_en: english }
}
