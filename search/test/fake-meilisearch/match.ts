import type { Settings } from 'meilisearch'
import { valuesAt } from './filter.ts'

/** How a document answers the words, in the terms of Meilisearch's ranking rules; smaller is better. */
export interface Match {
  typoCount: number
  /** 0: a field is just that; 1: every word stands as typed; 2: some only begin so. */
  inexactness: number
  /** Place of the best field in the list of searchable ones. */
  attribute: number
}

interface Token {
  text: string
  attribute: number
  isWholeField: boolean
  allowsTypos: boolean
}

/** Undefined where a word is missing. The last word may be unfinished; words may stand joined. */
export function match(
  document: Record<string, unknown>,
  q: string,
  settings: Settings,
  attributes: readonly string[] | undefined,
): Match | undefined {
  const words = split(q)
  if (words.length === 0) return { typoCount: 0, inexactness: 0, attribute: 0 }
  const tokens = tokensOf(document, settings, attributes)
  const apart = matchAll(words, tokens)
  const joined = words.length > 1 ? matchAll([words.join('')], tokens) : undefined
  return [apart, joined].filter(one => one !== undefined).sort(byRules)[0]
}

export function byRules(a: Match, b: Match): number {
  return a.typoCount - b.typoCount || a.inexactness - b.inexactness || a.attribute - b.attribute
}

function matchAll(words: readonly string[], tokens: readonly Token[]): Match | undefined {
  const sum: Match = { typoCount: 0, inexactness: 0, attribute: 0 }
  for (const [place, word] of words.entries()) {
    const isLast = place === words.length - 1
    const [best] = tokens.flatMap(token => matchWord(word, token, isLast) ?? []).sort(byRules)
    if (best === undefined) return undefined
    sum.typoCount += best.typoCount
    sum.inexactness = Math.max(sum.inexactness, best.inexactness)
    sum.attribute = Math.max(sum.attribute, best.attribute)
  }
  return sum
}

function matchWord(word: string, token: Token, isPrefix: boolean): Match | undefined {
  const { text, attribute } = token
  if (text === word) return { typoCount: 0, inexactness: token.isWholeField ? 0 : 1, attribute }
  if (isPrefix && text.startsWith(word)) return { typoCount: 0, inexactness: 2, attribute }
  if (!token.allowsTypos || /^\d+$/.test(word)) return undefined
  const most = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0
  const edits = most === 0 ? Infinity : typos(word, text, isPrefix)
  return edits <= most ? { typoCount: edits, inexactness: 2, attribute } : undefined
}

/** Edits between word and text, or the nearest beginning of the text; one in the first letter counts twice. */
function typos(word: string, text: string, isPrefix: boolean): number {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column)
  for (const [place, letter] of Array.from(word).entries()) {
    const next = [place + 1]
    for (let column = 1; column <= text.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (text[column - 1] === letter ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  const edits = isPrefix ? Math.min(...row) : (row.at(-1) ?? Infinity)
  return edits + (edits > 0 && word[0] !== text[0] ? 1 : 0)
}

function tokensOf(
  document: Record<string, unknown>,
  { searchableAttributes, typoTolerance }: Settings,
  attributes: readonly string[] | undefined,
): Token[] {
  return (searchableAttributes ?? []).flatMap((name, attribute) => {
    if (attributes !== undefined && !attributes.includes(name)) return []
    const allowsTypos = !typoTolerance?.disableOnAttributes?.includes(name)
    return valuesAt(document, name).flatMap(value => {
      const words = split(String(value))
      return words.map(text => ({ text, attribute, allowsTypos, isWholeField: words.length === 1 }))
    })
  })
}

function split(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
