import { marksIn, type DocumentType, type MatchReason } from '@panro/search'
import type { GraphQLResolveInfo } from 'graphql'
import { asksFor, type Row } from '../../platform/read/read.ts'

/** Texts of a result in which the words can stand. */
export type MarkedText = 'name' | 'enterpriseName' | 'categoryName' | 'spec' | 'summary'

export interface Marked {
  text: MarkedText
  from: number
  to: number
}

interface Searched {
  type: DocumentType
  words: string
}

/** How each of the texts reads as SQL over a row of the list. */
const textsOf: Record<DocumentType, Partial<Record<MarkedText, string>>> = {
  product: {
    name: 't.name',
    enterpriseName: '(select m.name from enterprise m where m.id = t.enterprise_id)',
    categoryName: '(select m.name from category m where m.code = t.category_code)',
    spec: 't.spec',
  },
  enterprise: { name: 't.name', summary: 't.summary' },
}

/** Further columns for `marksOf`, where the caller asks for the marks. */
export function markedColumns(info: GraphQLResolveInfo, { type }: Searched): string[] {
  if (!asksFor(info, 'edges', 'marks')) return []
  return Object.entries(textsOf[type]).map(([text, sql]) => `${sql} as "__${text}"`)
}

/** In the texts as the rows have them, for the index may be a moment behind. */
export function marksOf({ type, words }: Searched, row: Row, reason: MatchReason): Marked[] {
  return Object.keys(textsOf[type]).flatMap(name => {
    const text = isMarked(name) ? row[`__${name}`] : undefined
    if (!isMarked(name) || typeof text !== 'string') return []
    return marksIn(text, words, reason).map(mark => ({ text: name, ...mark }))
  })
}

const isMarked = (name: string): name is MarkedText => name in { ...textsOf.product, ...textsOf.enterprise }
