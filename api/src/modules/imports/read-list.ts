import type { Day } from '../../platform/day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { formatOf, type ImportKind } from './formats.ts'
import type { GivenHeader } from './header.ts'
import type { ListOptions } from './list-options.ts'
import type { Place, Problem } from './outcome.ts'
import type { SourcedRecord } from './plan/plan.ts'
import { readRecords } from './read-records.ts'
import type { TableLimits } from './table/limits.ts'
import type { SourceFile } from './table/table.ts'

export interface ListFile {
  kind: ImportKind
  file: SourceFile
  limits?: TableLimits
  /** Which columns mean what, where a person has said so. */
  header?: GivenHeader | undefined
  options?: ListOptions
}

/** Everything that a file says, and which of its rows cannot be read. */
export interface Reading {
  rows: number
  records: SourcedRecord[]
  refused: { place: Place; problem: Problem }[]
  refusedRows: number
  /** Whom the refused rows are about, as far as they say. */
  refusedNumbers: string[]
  /** The day that the list as a whole speaks of, where its rows agree on one. */
  asOf: Day | null
}

const progressEvery = 1_000

/** Reads a list to its end. Throws a refusal when the file as a whole is not that list. */
export async function readList(
  { kind, file, limits, header, options = {} }: ListFile,
  onProgress: (rows: number) => void = () => {},
): Promise<Reading> {
  const reading: Reading = {
    ...{ rows: 0, records: [], refused: [], refusedRows: 0, refusedNumbers: [], asOf: null },
  }
  for await (const outcome of readRecords(formatOf(kind, options), file, { limits, header })) {
    const { place } = outcome
    reading.rows++
    if (reading.rows % progressEvery === 0) onProgress(reading.rows)
    if (outcome.verdict === 'refused') {
      reading.refusedRows++
      for (const problem of outcome.problems) reading.refused.push({ place, problem })
      if (outcome.businessNumber !== null) reading.refusedNumbers.push(outcome.businessNumber)
      continue
    }
    for (const record of outcome.records) {
      reading.records.push({ sheet: place.sheet, row: place.row, record })
      if (record.type === 'certification') reading.asOf ??= record.asOf
    }
  }
  if (reading.rows === 0)
    throw new Refusal(
      'BAD_USER_INPUT',
      '파일에 자료가 한 줄도 없습니다. 내려받은 파일이 맞는지 열어 확인해 주세요.',
      'file',
    )
  return reading
}
