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
    asked.map(({ words }) => ({ words, facts: factsOf(words, facts) })),
  )
  const codes = await categoriesOf(ctx, [
    ...new Set(found.flat().flatMap(({ answer }) => answer.hits.map(({ id }) => id))),
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

/** What products are looked for by: the whole thing; where that finds nothing, its last words. */
function requestFor({ today }: RequestContext, words: string, facts: SharedFact[]): SearchRequest {
  const codes = (relation: Fact['relation']) =>
    facts.flatMap(fact => (fact.relation === relation ? [fact.code] : []))
  return {
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
  }
}

interface Asked {
  words: ItemWords
  facts: SharedFact[]
}

/** In two trips at most, however many items; the answers by item, and how much each is worth. */
async function search(ctx: RequestContext, asked: readonly Asked[]): Promise<Found[][]> {
  const whole = await trip(
    ctx,
    asked.map(({ words, facts }) => requestFor(ctx, words.thing, facts)),
  )
  const again = asked.flatMap(({ words, facts }, at) => {
    if (whole[at]?.hits.length) return []
    const parts = words.thing.split(' ')
    const texts = new Set([parts.slice(-2).join(' '), words.head].filter(text => text !== words.thing))
    return [...texts].map(text => ({
      at,
      request: requestFor(ctx, text, facts),
      worth: text === words.head ? 0.45 : 0.65,
    }))
  })
  const later = await trip(
    ctx,
    again.map(({ request }) => request),
  )
  return asked.map((_, at) => [
    ...(whole[at] ? [{ answer: whole[at], worth: 0.8 }] : []),
    ...again.flatMap((one, index) => {
      const answer = later[index]
      return one.at === at && answer ? [{ answer, worth: one.worth }] : []
    }),
  ])
}

interface Found {
  answer: SearchResult
  worth: number
}

const trip = async ({ search }: RequestContext, requests: SearchRequest[]) =>
  requests.length === 0 ? [] : search.multiSearch(requests)

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
  found: Found[],
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
    const together = 1 - (1 - (known?.confidence ?? 0)) * (1 - confidence * fit(code, words.buys))
    grounds.set(code, {
      confidence: Math.min(0.97, together),
      because: known && known.confidence >= confidence ? known.because : because,
    })
  }
  for (const { relation, code, share } of facts) {
    // A name of two or four digits is an aisle, not a thing.
    const depth = Math.min(1, (2 + code.length) / 10)
    if (relation === 'synonym') add(code, (0.6 + 0.35 * share) * depth, 'said')
    if (relation === 'name') add(code, (0.3 + 0.6 * share) * depth, 'name')
    if (relation === 'part') add(code, (0.25 + 0.5 * share) * depth, 'name')
  }
  for (const { answer, worth } of found)
    for (const [code, share] of votes(answer, codes)) add(code, share * worth, 'products')
  return { grounds, notThese }
}

/** From segment 70 on the classification holds work; before it, goods. */
const fit = (code: string, buys: ItemWords['buys']): number =>
  buys === null || code >= '70' === (buys === 'work') ? 1 : 0.5

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
