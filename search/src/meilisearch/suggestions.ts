import type { MultiSearchQuery } from 'meilisearch'
import type { Suggestion } from '../engine.ts'
import { keystrokesOf } from '../korean/keystrokes.ts'
import { wordsOf } from '../korean/words.ts'
import type { Shown } from './answers.ts'
import type { Wording } from './queries.ts'

/** Names first, categories second. */
export function suggestQueries(indexUid: string, wording: Wording, limit: number): MultiSearchQuery[] {
  const common = { indexUid, q: wording.q, matchingStrategy: 'all' as const, limit: limit * 3 }
  if (wording.manner === 'initials') return [{ ...common, attributesToSearchOn: ['kInitials'] }]
  return [
    { ...common, attributesToSearchOn: ['kName'] },
    { ...common, attributesToSearchOn: ['kCategory'] },
  ]
}

export function suggestionsOf(
  [byName = [], byCategory = []]: readonly (readonly Shown[])[],
  wording: Wording,
  limit: number,
): Suggestion[] {
  const names = byName.map(({ name, type }): Suggestion => ({ text: name, kind: type }))
  const categories = byCategory
    .flatMap(({ categoryNames }) => categoryNames)
    .filter(name => keystrokesOf(wordsOf(name).join('')).startsWith(wording.q.replaceAll(' ', '')))
    .map((text): Suggestion => ({ text, kind: 'category' }))
  return withoutRepeats([...names, ...categories]).slice(0, limit)
}

function withoutRepeats(suggestions: readonly Suggestion[]): Suggestion[] {
  const byText = new Map<string, Suggestion>()
  for (const suggestion of suggestions)
    if (!byText.has(suggestion.text)) byText.set(suggestion.text, suggestion)
  return [...byText.values()]
}
