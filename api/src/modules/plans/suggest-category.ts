import type { MatchReason, SearchRequest, SearchResult } from '@panro/search'
import type { RequestContext } from '../../platform/context.ts'
import { categoriesOf, factsAbout, namesOf, type Fact } from './category-facts.ts'
import { itemWords, type ItemWords } from './item-words.ts'

export type SuggestionGround = 'said' | 'name' | 'products'

export interface CategorySuggestion {
  code: string
  name: string
  /** From 0 to 1. */
  confidence: number
  because: SuggestionGround
}

export interface Suggested {
  item: string
  /** The best first; at most five. */
  suggestions: CategorySuggestion[]
  /** What the words were said not to mean. */
  notThese: { term: string; code: string; name: string }[]
}

/** Below it a guess helps nobody. */
const leastConfidence = 0.25
const most = 5

/**
 * 품목분류 제안 — from what the staff have said of the words, from the names of categories, and from what products
 * that the words find are classified as; what the words were said not to mean is left out, and told.
 */
export async function suggestCategories(ctx: RequestContext, items: readonly string[]): Promise<Suggested[]> {
  const asked = [...new Set(items)].map(item => ({ item, words: itemWords(item) }))
  const facts = Map.groupBy(
    await factsAbout(ctx, [...new Set(asked.flatMap(({ words }) => words.runs.map(({ text }) => text)))]),
    ({ text }) => text,
  )
  const found = await search(
    ctx,
    asked.map(({ words }) => requestsFor(ctx, words, factsOf(words, facts))),
  )
  const codes = await categoriesOf(ctx, [
    ...new Set(found.flat().flatMap(({ hits }) => hits.map(({ id }) => id))),
  ])
  const weighed = asked.map(({ words }, at) => weigh(words, factsOf(words, facts), found[at] ?? [], codes))
  const names = await namesOf(ctx, [
    ...new Set(
      weighed.flatMap(({ grounds, notThese }) => [...grounds.keys(), ...notThese.map(({ code }) => code)]),
    ),
  ])
  const byItem = new Map(
    asked.map(({ item }, at) => [
      item,
      told(item, weighed[at] ?? { grounds: new Map(), notThese: [] }, names),
    ]),
  )
  return items.map(item => byItem.get(item) ?? { item, suggestions: [], notThese: [] })
}

const factsOf = ({ runs }: ItemWords, facts: Map<string, Fact[]>) =>
  runs.flatMap(({ text, share }) => (facts.get(text) ?? []).map(fact => ({ ...fact, share })))
type SharedFact = Fact & { share: number }

/** The whole thing, and the word that says what it is. */
function requestsFor(
  { today }: RequestContext,
  { thing, head }: ItemWords,
  facts: SharedFact[],
): SearchRequest[] {
  const codes = (relation: Fact['relation']) =>
    facts.flatMap(fact => (fact.relation === relation ? [fact.code] : []))
  return [thing, ...(head === thing ? [] : [head])].map(words => ({
    ...{
      words: words.slice(0, 100),
      types: ['product'],
      filter: {},
      on: today,
      offset: 0,
      limit: 20,
      facets: [],
    },
    ...{ orCategories: codes('synonym'), notCategories: codes('not_this') },
  }))
}

/** All of them in one trip; the answers by item. */
async function search({ search }: RequestContext, requests: SearchRequest[][]): Promise<SearchResult[][]> {
  const flat = requests.flat()
  const answers = flat.length === 0 ? [] : await search.multiSearch(flat)
  let at = 0
  return requests.map(own => answers.slice(at, (at += own.length)))
}

interface Ground {
  confidence: number
  because: SuggestionGround
}
interface Weighed {
  grounds: Map<string, Ground>
  notThese: { term: string; code: string }[]
}

const trust: Record<MatchReason, number> = {
  literal: 1,
  spacing: 1,
  particle: 0.9,
  synonym: 0.9,
  layout: 0.5,
  initials: 0.2,
  typo: 0.2,
}

function weigh(
  words: ItemWords,
  facts: SharedFact[],
  found: SearchResult[],
  codes: Record<string, string>,
): Weighed {
  const notThese = facts.flatMap(({ relation, text, code }) =>
    relation === 'not_this' ? [{ term: text, code }] : [],
  )
  const isLeftOut = (code: string) => notThese.some(other => code.startsWith(other.code))
  const grounds = new Map<string, Ground>()
  const add = (code: string, confidence: number, because: SuggestionGround) => {
    if (isLeftOut(code)) return
    const known = grounds.get(code)
    const together = 1 - (1 - (known?.confidence ?? 0)) * (1 - confidence)
    grounds.set(code, {
      confidence: Math.min(0.97, together),
      because: known && known.confidence >= confidence ? known.because : because,
    })
  }
  for (const { relation, code, share } of facts) {
    // A name of two or four digits is an aisle, not a thing.
    const depth = Math.min(1, code.length / 8)
    if (relation === 'synonym') add(code, (0.6 + 0.35 * share) * depth, 'said')
    if (relation === 'name') add(code, (0.3 + 0.6 * share) * depth, 'name')
  }
  for (const [at, answer] of found.entries())
    for (const [code, share] of votes(answer, codes)) add(code, share * (at === 0 ? 0.8 : 0.45), 'products')
  return { grounds, notThese }
}

/** How far what was found agrees on a category: of few products, a weak agreement. */
function votes({ hits, correction }: SearchResult, codes: Record<string, string>): Map<string, number> {
  const byCode = new Map<string, number>()
  let all = 0
  for (const { id, reason } of hits) {
    const code = codes[id]
    if (code === undefined) continue
    const weight = trust[reason] * (correction === null ? 1 : 0.3)
    all += weight
    byCode.set(code, (byCode.get(code) ?? 0) + weight)
  }
  return new Map([...byCode].map(([code, weight]) => [code, weight / Math.max(all, 2)]))
}

function told(item: string, { grounds, notThese }: Weighed, names: Record<string, string>): Suggested {
  const suggestions = [...grounds]
    .map(([code, { confidence, because }]) => ({
      ...{ code, name: names[code] ?? code, because },
      confidence: Math.round(confidence * 100) / 100,
    }))
    .filter(({ confidence }) => confidence >= leastConfidence)
    .toSorted(
      (a, b) => b.confidence - a.confidence || b.code.length - a.code.length || a.code.localeCompare(b.code),
    )
    .slice(0, most)
  return {
    item,
    suggestions,
    notThese: notThese.map(({ term, code }) => ({ term, code, name: names[code] ?? code })),
  }
}
