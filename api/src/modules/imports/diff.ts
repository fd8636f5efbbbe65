import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { regionFinder } from '../regions/find-region.ts'
import { formats, type ImportKind } from './formats.ts'
import type { Fields } from './line-changes.ts'
import { readGone, type GoneCertification } from './gone.ts'
import { linesOf, type ImportLine, type LineCounts } from './lines.ts'
import type { Plan } from './plan/plan.ts'
import { planImport } from './plan/plan-import.ts'
import { readStanding } from './plan/standing.ts'
import type { Reading } from './read-list.ts'

/** What applying a list would do to what stands now. */
export interface Diff {
  plan: Plan
  lines: ImportLine[]
  counts: LineCounts
  gone: GoneCertification[]
  /** The same for the same effect: what was previewed is what is applied. */
  hash: string
}

/** Holds what a file says against what stands, in the transaction of `ctx.em`. */
export async function diffOf(ctx: Context, kind: ImportKind, reading: Reading): Promise<Diff> {
  const records = reading.records.map(({ record }) => record)
  const standing = await readStanding(ctx, records)
  const findRegion = await regionFinder(ctx.em)
  const plan = planImport(reading.records, standing, { findRegion, newId })
  const gone = await readGone(ctx, formats[kind], reading)
  const { lines, counts } = linesOf(plan, reading, gone)
  return { plan, lines, counts, gone, hash: hashOf(lines) }
}

/** Whatever people see of the lines; ids that were made up for new things differ every time. */
export function hashOf(lines: readonly ImportLine[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(seen(line)).update('\n')
  return hash.digest('hex')
}

/** A line as one text, the same whenever the line says the same. */
export const seen = ({ sheet, row, verdict, key, message, changes }: ImportLine): string =>
  JSON.stringify([
    ...[sheet, row, verdict, key, message],
    changes.map(({ noun, before, after }) => [noun, inOrder(before), inOrder(after)]),
  ])

/** The database keeps the fields of a thing in an order of its own. */
const inOrder = (fields: Fields | null) =>
  fields && Object.entries(fields).toSorted(([a], [b]) => Number(a > b) - Number(a < b))
