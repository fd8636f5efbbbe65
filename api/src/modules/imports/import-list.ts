import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readJson } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { regionFinder } from '../regions/find-region.ts'
import { formats, type ImportKind } from './formats.ts'
import { planImport, type Plan, type SourcedRecord } from './plan/plan.ts'
import { readStanding } from './plan/standing.ts'
import { writePlan } from './plan/write-plan.ts'
import type { Place, Problem } from './outcome.ts'
import { readRecords } from './read-records.ts'
import type { TableLimits } from './table/limits.ts'
import type { SourceFile } from './table/table.ts'

export interface ImportRequest {
  kind: ImportKind
  file: SourceFile
  /** Works everything out and writes nothing. */
  isDryRun: boolean
  limits?: TableLimits
  onProgress?: (rows: number) => void
}

/** 가져오기 결과 — what a list would do, or did. */
export interface ImportReport {
  kind: ImportKind
  fileName: string
  sha256: string
  isDryRun: boolean
  /** When this very file was applied before; then nothing is done again. */
  appliedBefore: string | null
  rows: number
  counts: ImportCounts
  plan: Plan
  refused: { place: Place; problem: Problem }[]
}

export interface ImportCounts {
  created: number
  changed: number
  superseded: number
  unchanged: number
  /** Rows, however many problems each has. */
  refused: number
  unmatched: number
}

const progressEvery = 5_000

/** Imports an official list: reads all of it, plans, and, unless it is a dry run, applies the plan in one transaction. */
export async function importList(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const { kind, file, isDryRun } = request
  const reading = await readFile(request)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return ctx.em.transactional(async em => {
    const inside = { ...ctx, em }
    await lockImports(em)
    const appliedBefore = await appliedAt(em, kind, sha256)
    const standing = await readStanding(
      em,
      reading.records.map(({ record }) => record),
    )
    const findRegion = await regionFinder(em)
    const plan = planImport(reading.records, standing, { findRegion, newId, today: ctx.today })
    const report: ImportReport = {
      ...{ kind, fileName: file.name, sha256, isDryRun, appliedBefore, rows: reading.rows, plan },
      ...{ refused: reading.refused, counts: countsOf(plan, reading.refusedRows) },
    }
    if (!isDryRun && appliedBefore === null) await apply(inside, report, reading.asOf)
    return report
  })
}

interface Reading {
  rows: number
  records: SourcedRecord[]
  refused: ImportReport['refused']
  refusedRows: number
  /** The day that the list as a whole speaks of, where its rows agree on one. */
  asOf: Day | null
}

async function readFile({ kind, file, limits, onProgress }: ImportRequest): Promise<Reading> {
  const reading: Reading = { rows: 0, records: [], refused: [], refusedRows: 0, asOf: null }
  for await (const outcome of readRecords(formats[kind], file, limits)) {
    const { place } = outcome
    reading.rows++
    if (reading.rows % progressEvery === 0) onProgress?.(reading.rows)
    if (outcome.verdict === 'refused') {
      reading.refusedRows++
      for (const problem of outcome.problems) reading.refused.push({ place, problem })
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

/** Two imports at once would each plan on a standing that the other is about to change. */
const lockImports = (em: EntityManager) =>
  em.getConnection().execute('select pg_advisory_xact_lock(7010213)', [], 'all', em.getTransactionContext())

const appliedAt = (em: EntityManager, kind: string, sha256: string) =>
  readJson<string | null>(
    em,
    'select (select to_json(applied_at)::text from import_run where kind = $1 and sha256 = $2) as json',
    [kind, sha256],
  )

function countsOf(
  { enterprises, certifications, products, categories, ...plan }: Plan,
  refused: number,
): ImportCounts {
  const parts = [enterprises, certifications, products, categories]
  const sum = (count: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + count(part), 0)
  return {
    created: sum(({ created }) => created.length),
    changed: sum(({ changed }) => changed.length),
    superseded: plan.superseded.length,
    unchanged: plan.unchanged,
    refused,
    unmatched: plan.unmatched.length,
  }
}

async function apply(ctx: Context, report: ImportReport, asOf: Day | null) {
  const { kind, fileName, sha256, rows, counts, plan, refused } = report
  await writePlan(ctx, plan, kind, asOf)
  const id = newId()
  await insertRows(ctx.em, 'import_run', [
    {
      id,
      kind,
      file_name: fileName,
      sha256,
      rows,
      ...counts,
      by_id: ctx.actor.personId,
      applied_at: ctx.now,
    },
  ])
  const row = (
    place: { sheet: string | null; row: number },
    verdict: string,
    column_name: string | null,
    message: string,
  ) => ({
    ...{ run_id: id, sheet: place.sheet, row: place.row },
    ...{ verdict, column_name, message },
  })
  await insertRows(ctx.em, 'import_row', [
    ...refused.map(({ place, problem }) => row(place, 'refused', problem.column, problem.message)),
    ...plan.unmatched.map(({ message, ...place }) => row(place, 'unmatched', null, message)),
  ])
  await insertRows(ctx.em, 'ledger', [
    {
      ...{ at: ctx.now, actor_id: ctx.actor.personId, actor_role: ctx.actor.role },
      ...{
        name: 'import.applied',
        subject_type: 'import',
        subject_id: id,
        detail: { kind, sha256, ...counts },
        reason: null,
      },
    },
  ])
}
