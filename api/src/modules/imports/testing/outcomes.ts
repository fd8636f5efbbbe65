import { formats, type ImportKind } from '../formats.ts'
import type { Outcome, Problem } from '../outcome.ts'
import { readRecords } from '../read-records.ts'
import type { ImportRecord } from '../records.ts'

/** What reading a whole file comes to. */
export async function outcomesOf(kind: ImportKind, bytes: Buffer): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const outcome of readRecords(formats[kind], { name: 'test', bytes })) outcomes.push(outcome)
  return outcomes
}

export const recordsOf = (outcomes: readonly Outcome[]): ImportRecord[] =>
  outcomes.flatMap(outcome => (outcome.verdict === 'read' ? outcome.records : []))

export const problemsOf = (outcomes: readonly Outcome[]): (Problem & { row: number })[] =>
  outcomes.flatMap(outcome =>
    outcome.verdict === 'refused'
      ? outcome.problems.map(problem => ({ row: outcome.place.row, ...problem }))
      : [],
  )
