import { tidyQuery } from '../../search-url.ts'
import { keystrokes } from './keystrokes.ts'

/** 최근 검색어: the newest first, at most ten, each once. They stay on this device. */
export const mostRecents = 10

export function withRecent(recents: readonly string[], words: string): string[] {
  const tidy = tidyQuery(words)
  return tidy === '' ? [...recents] : [tidy, ...withoutRecent(recents, tidy)].slice(0, mostRecents)
}

export const withoutRecent = (recents: readonly string[], words: string): string[] =>
  recents.filter(other => other.toLowerCase() !== words.toLowerCase())

/** Those that begin as what is being typed does; to nothing typed all of them. */
export function recentsLike(recents: readonly string[], typed: string): string[] {
  const keys = keystrokes(typed)
  return recents.filter(words => keystrokes(words).startsWith(keys))
}

/** Whatever stands in the storage of a browser is read; what means nothing is left out. */
export const readRecents = (text: string | null): string[] =>
  (text ?? '').split('\n').reduceRight<string[]>(withRecent, [])

export const writeRecents = (recents: readonly string[]): string | null =>
  recents.length === 0 ? null : recents.join('\n')
