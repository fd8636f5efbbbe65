import type { Candidate } from '../timetable/board/choose.ts'
import { explainPair, type Explained } from './explain-pair.ts'
import type { KnownMatch, MatchFacts } from './match-facts.ts'
import { sharedWords } from './listed-words.ts'
import { matchTypes, type LeftOutCode, type MatchType } from './match.entity.ts'
import { isIn } from './read-round.ts'

/** A pair that something speaks for, or that staff have settled. */
export interface PairOf {
  enterprise: string
  department: string
  explained: Explained
  known: KnownMatch | null
  /** Settled before anything is chosen; null: to be chosen or not. */
  verdict: 'firm' | LeftOutCode | null
}

/** Every pair of the event with a reason of its own, the most wanted first; `types` are those to choose from. */
export function pairsOf(facts: MatchFacts, types: ReadonlySet<MatchType>): PairOf[] {
  const wish = lookup(facts.wishes, ({ from, to }) => `${from} ${to}`)
  const item = lookup(facts.items, ({ enterprise, department }) => `${enterprise} ${department}`)
  const region = lookup(facts.regions, ({ enterprise, department }) => `${enterprise} ${department}`)
  const known = lookup(facts.known, ({ enterprise, department }) => `${enterprise} ${department}`)
  const words = sharedWords(facts.listed)
  const departments = facts.parties.filter(({ side }) => side === 'department')
  const pairs: PairOf[] = []
  for (const { id: enterprise } of facts.parties.filter(({ side }) => side === 'enterprise'))
    for (const { id: department } of departments) {
      const key = `${enterprise} ${department}`
      const wishes = {
        enterprise: wish.get(key)?.choice ?? null,
        department: wish.get(`${department} ${enterprise}`)?.choice ?? null,
      }
      const settled = known.get(key) ?? null
      const explained =
        explainPair({
          ...{ wishes, item: item.get(key) ?? null, regionDigits: region.get(key)?.digits ?? 0 },
          words: words(enterprise, department),
          ...{ held: facts.held[enterprise] ?? [], rules: facts.rules },
        }) ?? (settled && isStaffs(settled) ? byStaff : null)
      if (explained === null) continue
      // Most pairs of an event share a region and nothing else: they are said for all of them at once (`silentReason`).
      const isKept = settled !== null && (isStaffs(settled) || settled.isPublished)
      if (explained.type === 'region' && !isKept && !types.has('region')) continue
      const isRefused = wishes.enterprise === 'no' || wishes.department === 'no'
      const verdict = verdictOn(settled, isRefused, types.has(explained.type))
      pairs.push({ enterprise, department, explained, known: settled, verdict })
    }
  return inOrder(pairs)
}

const byStaff: Explained = {
  type: 'staff',
  weight: 0,
  because: [{ type: 'staff', text: '센터가 정함', weight: 0, rule: null }],
}

const isStaffs = ({ type, leftOutCode, isPinned }: KnownMatch) =>
  type === 'staff' || isPinned || leftOutCode === 'by_hand'

function verdictOn(known: KnownMatch | null, isRefused: boolean, isAsked: boolean): PairOf['verdict'] {
  if (known?.leftOutCode === 'by_hand') return 'by_hand'
  if (known?.state === 'chosen' && (known.isPinned || known.isPublished || known.type === 'staff'))
    return 'firm'
  if (isRefused) return 'not_wanted'
  return isAsked ? null : 'not_filled'
}

/** What is firm first, then by type, then by weight; among equals whoever has the fewest wishes before them. */
function inOrder(pairs: readonly PairOf[]): PairOf[] {
  const seen = new Map<string, number>()
  const rank = new Map(
    pairs.map(pair => {
      const turn = [pair.enterprise, pair.department].map(party => {
        const before = seen.get(`${party} ${pair.explained.type}`) ?? 0
        seen.set(`${party} ${pair.explained.type}`, before + 1)
        return before
      })
      return [pair, turn.reduce((sum, before) => sum + before, 0)]
    }),
  )
  const tier = ({ verdict, explained }: PairOf) =>
    verdict === 'firm' ? -1 : matchTypes.indexOf(explained.type)
  return pairs.toSorted(
    (a, b) =>
      tier(a) - tier(b) || b.explained.weight - a.explained.weight || (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
  )
}

/** The pairs still to be chosen from, as the room of timetables asks for them. */
export function candidatesOf({ parties, rounds }: MatchFacts, pairs: readonly PairOf[]): Candidate[] {
  const number = new Map(parties.map(({ id }, index) => [id, index]))
  const wished: readonly MatchType[] = ['mutual', 'buyer', 'enterprise']
  return pairs.map(({ enterprise, department, explained, known, verdict }) => {
    const one = number.get(enterprise) ?? -1
    const other = number.get(department) ?? -1
    const both = [parties[one], parties[other]].filter(party => party !== undefined)
    const boards = rounds.flatMap((round, index) =>
      both.every(party => isIn(party, round.id)) ? [index] : [],
    )
    const settled = rounds.findIndex(({ id }) => id === known?.round)
    const isFirm = verdict === 'firm'
    return {
      between: [one, other],
      boards: isFirm && settled !== -1 ? [settled] : boards,
      isFirm,
      isProven: wished.includes(explained.type),
    }
  })
}

const lookup = <Row>(rows: readonly Row[], key: (row: Row) => string) =>
  new Map(rows.map(row => [key(row), row]))
