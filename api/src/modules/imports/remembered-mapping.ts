import type { EntityManager } from '@mikro-orm/postgresql'
import { ImportRun } from './import-run.entity.ts'
import { inspectHead, type MappedColumn, type MappedHeader } from './inspect.ts'
import type { ImportKind } from './formats.ts'
import type { SourceFile } from './table/table.ts'

interface Listed {
  centerId: string
  kind: ImportKind
  file: SourceFile
}

/**
 * 기억한 열 맞추기 — a list that comes every month is mapped by hand once. The staff of the same centre have said what
 * the titles of this list mean; where a new file has all of them, it is taken as they said, and told so.
 */
export async function asMappedBefore(
  em: EntityManager,
  listed: Listed,
  guessed: MappedHeader | null,
): Promise<MappedHeader | null> {
  if (guessed === null) return null
  const last = await lastMapped(em, listed)
  if (!last || !isByHand(last)) return guessed
  const header = await headerLike(last, guessed, listed)
  const columns = header && mappedAs(last.columns, header.columns)
  return columns ? { ...header, columns, isRemembered: true } : guessed
}

async function lastMapped(em: EntityManager, { centerId, kind }: Listed): Promise<MappedHeader | null> {
  // Only what has been read to its end by that mapping counts as meant.
  const run = await em.findOne(
    ImportRun,
    { centerId, kind, undoesId: null, state: { $in: ['previewed', 'moved', 'applied', 'undone'] } },
    { orderBy: { createdAt: 'desc', id: 'desc' } },
  )
  return run?.header ?? null
}

const isByHand = ({ row, guessedRow, columns }: MappedHeader) =>
  row !== guessedRow || columns.some(({ guess, to }) => guess !== to)

/** A header that stood elsewhere than we would guess is looked for in the same row again. */
async function headerLike(last: MappedHeader, guessed: MappedHeader, { kind, file }: Listed) {
  if (last.row === last.guessedRow || last.guessedRow !== guessed.guessedRow) return guessed
  const header = await inspectHead(kind, file, last.row)
  return header && { ...header, guessedRow: guessed.guessedRow }
}

/** Null where a title that was mapped is missing or stands there twice. */
function mappedAs(before: readonly MappedColumn[], now: readonly MappedColumn[]): MappedColumn[] | null {
  const meant = new Map(before.map(column => [titleOf(column), column.to]))
  const titles = now.map(titleOf)
  const isWhole = before.every(
    column => column.to === null || titles.filter(title => title === titleOf(column)).length === 1,
  )
  return isWhole ? now.map(column => ({ ...column, to: meant.get(titleOf(column)) ?? null })) : null
}

/** A column without a title is known by its letters. */
const titleOf = ({ from, column }: MappedColumn) => from || ` ${column}`
