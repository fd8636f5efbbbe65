/** 수치 — a figure of a report, with everything that makes it believable. */
export interface Figure {
  key: string
  section: Section
  label: string
  value: number
  unit: Unit
  /** How many rows it is counted from. */
  n: number
  /** How it comes about, in words and figures. */
  formula: string
  /** What it is a part of, as a share does; null: of nothing. */
  denominator: number | null
  rows: FigureRow[]
}

export interface FigureRow {
  id: string
  label: string
  detail: string | null
}

export const sections = ['overview', 'composition', 'rounds', 'meetings', 'results', 'surveys'] as const
export type Section = (typeof sections)[number]
type Unit = '곳' | '건' | '명' | '원' | '개'

interface Counted<Row> {
  key: string
  section: Section
  label: string
  unit: Unit
  rows: readonly Row[]
  describe: (row: Row) => FigureRow
  /** What is counted, in words. */
  what: string
  denominator?: number
}

/** As many as there are rows. */
export function count<Row>(counted: Counted<Row>): Figure {
  return { ...figureOf(counted), value: counted.rows.length, formula: `${counted.what}의 수` }
}

/** Of things that several rows share: each once. */
export function countDistinct<Row>(counted: Counted<Row>, identify: (row: Row) => string): Figure {
  const distinct = new Map(counted.rows.map(row => [identify(row), row]))
  return count({ ...counted, rows: [...distinct.values()] })
}

/** What the rows amount to together. */
export function sum<Row>(counted: Counted<Row>, amountOf: (row: Row) => number): Figure {
  const value = counted.rows.reduce((total, row) => total + amountOf(row), 0)
  return { ...figureOf(counted), value, formula: `${counted.what}의 합 (${counted.rows.length}건)` }
}

function figureOf<Row>({ key, section, label, unit, rows, describe, denominator }: Counted<Row>) {
  return {
    key,
    section,
    label,
    unit,
    n: rows.length,
    denominator: denominator ?? null,
    rows: rows.map(describe),
  }
}
