import type { Plan } from './plan/plan.ts'

/** How many things a plan makes and changes; a line of a list may do several. */
export interface ImportCounts {
  created: number
  changed: number
  superseded: number
  unchanged: number
  /** Rows, however many problems each has. */
  refused: number
  unmatched: number
}

export function countsOf(
  { enterprises, certifications, products, categories, ...plan }: Plan,
  refusedRows: number,
): ImportCounts {
  const parts = [enterprises, certifications, products, categories]
  const sum = (count: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + count(part), 0)
  return {
    created: sum(({ created }) => created.length),
    changed: sum(({ changed }) => changed.length),
    superseded: plan.superseded.length,
    unchanged: plan.unchanged,
    refused: refusedRows + plan.foreign.length,
    unmatched: plan.unmatched.length,
  }
}
