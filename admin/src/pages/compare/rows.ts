import type { MessageKey } from '../../locales/text.ts'
import type { Tone } from '../../ui/AppBadge.vue'

/** One line of a cell; what has a state says it in a badge beside the text. */
export interface Line {
  text?: string
  badge?: { tone: Tone; text: string }
}

/** What is compared: a name, and what it reads like for one thing. */
export interface RowOf<Thing> {
  label: MessageKey
  lines: (thing: Thing) => readonly Line[]
  /** Quantities stand at the end of their cell. */
  align?: 'end'
}

export interface ComparedRow {
  label: MessageKey
  align?: 'end' | undefined
  /** One cell per column; null where there is no such thing any more. */
  cells: readonly (readonly Line[] | null)[]
  isDifferent: boolean
}

/** The table, row by row. What is missing differs from nothing. */
export function compared<Thing>(
  rows: readonly RowOf<Thing>[],
  things: readonly (Thing | null)[],
): ComparedRow[] {
  return rows.map(({ label, align, lines }) => {
    const cells = things.map(thing => (thing === null ? null : lines(thing)))
    const different = new Set(cells.filter(cell => cell !== null).map(cell => JSON.stringify(cell)))
    return { label, align, cells, isDifferent: different.size > 1 }
  })
}

export const plain = (text: string | null): Line[] => (text === null || text === '' ? [] : [{ text }])
