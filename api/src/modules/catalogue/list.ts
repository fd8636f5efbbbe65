import type { DocumentType, FacetKey, MatchReason, SearchRequest, SearchResult } from '@panro/search'
import type { Connection, Edge } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import type { Page } from '../../platform/page/page.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import type { Shape } from '../../platform/read/shape.ts'
import type { CheckedFilter } from './filter.ts'
import type { Marked } from './marks.ts'
import type { Meaning } from './vocabulary.ts'

/** A list of the catalogue, as asked for: its rows come from PostgreSQL, what words find from the engine. */
export interface AskedList {
  type: DocumentType
  shape: Shape
  /** What was typed; blank: no words. */
  words: string
  /** Whether only those very letters are wanted. */
  exactly: boolean
  filter: CheckedFilter
  conditions: (filter: CheckedFilter, conditions: Conditions) => void
  /** null: by relevance. */
  order: Order | null
  defaultOrder: Order
  page: Page
}

export interface List extends AskedList {
  /** What the staff have said about the words. */
  meaning: Meaning
}

interface ListEdge extends Edge {
  /** How the words were found in it; absent when there were none, or when the order is not by relevance. */
  match?: MatchReason
  /** Where the words stand in its texts; absent when there were none. */
  marks?: Marked[]
}

export interface ListConnection extends Connection<ListEdge> {
  list: List
  /** What the engine made of the words; null when there were none. */
  found: SearchResult | null
}

export function searchRequest(
  list: List,
  part: { offset: number; limit: number; facets?: FacetKey[] },
): SearchRequest {
  const { on, ...filter } = list.filter
  return {
    words: list.words,
    exactly: list.exactly,
    ...list.meaning,
    types: [list.type],
    filter,
    on,
    facets: [],
    ...part,
  }
}

/** What was typed, as it is searched: composed Hangul (NFC), without blanks around it. */
export const wordsOf = (query: string | null | undefined): string => (query ?? '').normalize('NFC').trim()

export const searchInfoOf = ({
  found,
}: ListConnection): { correction: string | null; degraded: boolean } | null =>
  found && { correction: found.correction, degraded: found.isDegraded ?? false }
