import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { findImport, requireStep } from './find-import.ts'
import { dropUnusedFiles, readFile } from './import-files.ts'
import type { ImportRun } from './import-run.entity.ts'
import { inspectHead, targetsOf, type MappedHeader } from './inspect.ts'

export interface ColumnChoice {
  /** Letters, as a spreadsheet shows them. */
  column: string
  /** One of the targets; null leaves the column out. */
  to: string | null
}

/** 열 맞추기 — says where the header is and what the columns mean. Whatever was previewed before is void. */
export function mapColumns(
  ctx: Context,
  id: string,
  headerRow: number | null,
  choices: readonly ColumnChoice[] | null,
): Promise<ImportRun> {
  return change(ctx, id, async (inside, run) => {
    requireStep(inside, run, 'map')
    if (!run.header || run.centerId == null) throw new Error(`Import ${id} has no header to map`)
    const { row } = run.header
    const moved =
      headerRow === null || headerRow === row ? run.header : await headerAt(inside, run, headerRow)
    run.header = { ...(choices === null ? moved : chosen(run, moved, choices)), isRemembered: false }
    Object.assign(run, { state: 'uploaded', diffHash: null, problem: null, lines: {} })
    record(inside, 'import.mapped', subject(run), {
      headerRow: run.header.row,
      columns: Object.fromEntries(run.header.columns.flatMap(({ column, to }) => (to ? [[column, to]] : []))),
    })
  })
}

/** 미리 보기 시작 — the work itself is done behind the scenes, and goes on when nobody watches. */
export function startDryRun(ctx: Context, id: string): Promise<ImportRun> {
  return change(ctx, id, async (inside, run) => {
    requireStep(inside, run, 'check')
    Object.assign(run, { state: 'checking', problem: null, diffHash: null, lines: {}, done: 0, attempts: 0 })
    record(inside, 'import.check_started', subject(run))
  })
}

/** 적용 시작 — of just what was previewed: the hash says which preview the person has seen. */
export function applyImport(
  ctx: Context,
  id: string,
  expected: string,
  gone: 'review' | 'leave',
): Promise<ImportRun> {
  return change(ctx, id, async (inside, run) => {
    requireStep(inside, run, 'apply')
    if (run.diffHash !== expected)
      throw new Refusal(
        'CONFLICT',
        '보고 계신 미리 보기가 마지막 것이 아닙니다. 화면을 새로 읽고 다시 확인해 주세요.',
        'expected',
      )
    Object.assign(run, { state: 'applying', problem: null, gone, done: 0, attempts: 0 })
    record(inside, 'import.apply_started', subject(run), { diff: expected, gone })
  })
}

/** 취소 — gives up what has not been applied; the file is not kept any longer. */
export function cancelImport(ctx: Context, id: string): Promise<ImportRun> {
  return change(ctx, id, async (inside, run) => {
    requireStep(inside, run, 'cancel')
    run.state = 'cancelled'
    record(inside, 'import.cancelled', subject(run))
    await inside.em.flush()
    await dropUnusedFiles(inside.em)
  })
}

const change = (
  ctx: Context,
  id: string,
  work: (ctx: Context, run: ImportRun) => Promise<void>,
): Promise<ImportRun> =>
  inScope(ctx, async inside => {
    const run = await findImport(inside, id)
    await work(inside, run)
    await inside.em.flush()
    return run
  })

const subject = ({ id }: ImportRun) => ({ type: 'import', id })

async function headerAt({ em }: Context, run: ImportRun, headerRow: number): Promise<MappedHeader> {
  const { kind, sha256, fileName, centerId } = run
  if (centerId == null) throw new Error(`Import ${run.id} belongs to no centre`)
  const bytes = await readFile(em, { centerId, sha256 })
  const header = await inspectHead(kind, { name: fileName, bytes }, headerRow)
  if (header && header.columns.length > 0) return header
  throw new Refusal(
    'BAD_USER_INPUT',
    `${headerRow}행에는 제목이 될 칸이 없습니다. 처음 20행 가운데 골라 주세요.`,
    'headerRow',
  )
}

/** The columns as chosen; what is not named is left out. */
function chosen(run: ImportRun, header: MappedHeader, choices: readonly ColumnChoice[]): MappedHeader {
  const targets = new Set(targetsOf(run.kind).map(({ key }) => key))
  const byColumn = new Map<string, string>()
  const taken = new Set<string>()
  for (const [i, { column, to }] of choices.entries()) {
    const field = `mapping.${i}`
    if (!header.columns.some(known => known.column === column))
      throw new Refusal('BAD_USER_INPUT', `The file has no column ${column}.`, `${field}.column`)
    if (to === null) continue
    if (!targets.has(to))
      throw new Refusal('BAD_USER_INPUT', `\`to\` is none of ${[...targets].join(', ')}.`, `${field}.to`)
    if (taken.has(to) || byColumn.has(column))
      throw new Refusal('BAD_USER_INPUT', '한 칸에는 한 열만 맞출 수 있습니다.', field)
    taken.add(to)
    byColumn.set(column, to)
  }
  return {
    ...header,
    columns: header.columns.map(known => ({ ...known, to: byColumn.get(known.column) ?? null })),
  }
}
