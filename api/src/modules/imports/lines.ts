import type { Plan } from './plan/plan.ts'
import { fieldsOf, lineChanges, type LineChange, type Noun } from './line-changes.ts'
import type { GoneCertification } from './gone.ts'
import type { Reading } from './read-list.ts'
import type { UnmatchedRecord } from './records.ts'

export type Verdict = 'refused' | 'unmatched' | 'created' | 'changed' | 'ended' | 'gone' | 'same' | 'kept'

/** What one line of a list does, or why it cannot: as it is previewed, applied, and undone. */
export interface ImportLine {
  sheet: string | null
  /** 0 for what is no line of the file: what only we have. */
  row: number
  verdict: Verdict
  /** Whom or what it is about, for the officer. */
  key: string | null
  column: string | null
  /** Such as D17. */
  cell: string | null
  message: string | null
  changes: LineChange[]
  /** A row that could not be matched, whole: a person goes on with it. */
  record: UnmatchedRecord | null
}

/** How many lines of each verdict; together with `same`, the lines of the file. `gone` are none of them. */
export interface LineCounts {
  created: number
  changed: number
  same: number
  refused: number
  unmatched: number
  ended: number
  gone: number
}

export const blank = { key: null, column: null, cell: null, message: null, record: null }

export function linesOf(
  plan: Plan,
  reading: Reading,
  gone: readonly GoneCertification[],
): { lines: ImportLine[]; counts: LineCounts } {
  const lines = [
    ...refusedLines(plan, reading),
    ...plan.unmatched.map(({ sheet, row, name, message, record }) => ({
      ...{ ...blank, sheet, row, verdict: 'unmatched' as const, key: name, message, record, changes: [] },
    })),
    ...changingLines(plan),
    ...gone.map(goneLine),
  ].toSorted(inOrderOfFile(reading))
  return { lines, counts: countsOf(lines, reading.rows) }
}

/** What could not be read at all. */
export const refusedRows = ({ refused }: Reading): ImportLine[] =>
  refused.map(({ place: { sheet, row }, problem: { column, cell, message } }) => ({
    ...{ ...blank, sheet, row, verdict: 'refused', column, cell, message, changes: [] },
  }))

function refusedLines({ foreign }: Plan, reading: Reading): ImportLine[] {
  const verdict = 'refused' as const
  return [
    ...refusedRows(reading),
    ...foreign.map(({ sheet, row, name }) => ({
      ...{ ...blank, sheet, row, verdict, key: name, changes: [] },
      message: '다른 지원센터가 관리하는 기업이라 바꾸지 않습니다. 그 센터에 알려 주세요.',
    })),
  ]
}

/** A line that gives notice of a cancellation counts as that, whatever else it says. */
function changingLines(plan: Plan): ImportLine[] {
  const byPlace = new Map<string, ImportLine>()
  for (const { sheet, row, key, change } of lineChanges(plan)) {
    const place = `${row} ${sheet ?? ''}`
    const known = byPlace.get(place)
    if (known) known.changes.push(change)
    else byPlace.set(place, { ...blank, sheet, row, verdict: 'same', key, changes: [change] })
  }
  for (const line of byPlace.values()) line.verdict = verdictOf(line.changes)
  return [...byPlace.values()]
}

function verdictOf(changes: readonly LineChange[]): Verdict {
  if (changes.some(({ isNotice }) => isNotice)) return 'ended'
  return changes.some(({ before }) => before === null) ? 'created' : 'changed'
}

const goneLine = (gone: GoneCertification): ImportLine => ({
  ...{ ...blank, sheet: null, row: 0, verdict: 'gone', key: `${gone.name} (${gone.businessNumber})` },
  changes: [
    {
      ...{
        noun: 'certification' satisfies Noun,
        id: gone.certificationId,
        version: gone.version,
        isNotice: true,
      },
      before: fieldsOf('certification', gone),
      after: null,
    },
  ],
})

/** Sheets in the order in which the file has them, then by row; what is in no line of the file comes last. */
export function inOrderOfFile({ records, refused }: Reading) {
  const places = [...records, ...refused.map(({ place }) => place)]
  const order = new Map([...new Set(places.map(({ sheet }) => sheet))].map((sheet, i) => [sheet, i]))
  const rank = ({ sheet, row }: ImportLine) => (row === 0 ? Infinity : (order.get(sheet) ?? 0))
  return (a: ImportLine, b: ImportLine) =>
    Number(rank(a) > rank(b)) - Number(rank(a) < rank(b)) || a.row - b.row
}

export function countsOf(lines: readonly ImportLine[], rows: number): LineCounts {
  const placesOf = (verdict: Verdict) =>
    new Set(lines.filter(line => line.verdict === verdict).map(({ sheet, row }) => `${row} ${sheet ?? ''}`))
      .size
  const counts = {
    created: placesOf('created'),
    changed: placesOf('changed'),
    refused: placesOf('refused'),
    unmatched: placesOf('unmatched'),
    ended: placesOf('ended'),
  }
  const busy = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...counts, same: rows - busy, gone: lines.filter(({ verdict }) => verdict === 'gone').length }
}
