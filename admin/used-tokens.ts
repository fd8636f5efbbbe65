import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const token = /--krds-[\w-]+/g
const declaration = /(--krds-[\w-]+):([^;]*);/g

/** Of the 768 tokens of the KRDS kit, those that the pages use, and those that these are made of. */
export function usedTokens(): Plugin {
  return {
    name: 'used-tokens',
    apply: 'build',
    enforce: 'pre',
    transform(css, id) {
      if (!id.includes('/krds_tokens.css')) return undefined
      const values = new Map([...css.matchAll(declaration)].map(([, name = '', value = '']) => [name, value]))
      const used = new Set<string>()
      for (const name of inPages()) add(name)
      return css.replaceAll(declaration, (line, name: string) => (used.has(name) ? line : ''))

      function add(name: string) {
        if (used.has(name)) return
        used.add(name)
        for (const [other] of (values.get(name) ?? '').matchAll(token)) add(other)
      }
    },
  }
}

function inPages(): string[] {
  const cwd = path.join(import.meta.dirname, 'src')
  return globSync('**/*.{vue,css,ts}', { cwd }).flatMap(
    file => readFileSync(path.join(cwd, file), 'utf8').match(token) ?? [],
  )
}
