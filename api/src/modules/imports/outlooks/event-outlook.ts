import type { Context } from '../../../platform/context.ts'
import type { Side } from '../../curation/participation.states.ts'
import { hashOf } from '../diff.ts'
import type { ImportRun } from '../import-run.entity.ts'
import { fieldsOf, type LineChange } from '../line-changes.ts'
import { blank, countsOf, inOrderOfFile, refusedRows, type ImportLine } from '../lines.ts'
import type { Outlook } from '../outlook.ts'
import type { Reading } from '../read-list.ts'
import { cellAt } from './cell-at.ts'
import { judgeBuyers, writeBuyers } from './event-buyers.ts'
import { judgeExhibitors, writeExhibitors } from './event-exhibitors.ts'
import type { JudgedRow } from './judged-row.ts'
import { readEventStanding, type EventStanding } from './event-standing.ts'
import { remarksOf, unknownOf } from './unknown-wishes.ts'

/** 참여자 명단 — the rows of one of the two sheets, as participants of the event with their wishes. */
export async function eventOutlook(ctx: Context, run: ImportRun, reading: Reading): Promise<Outlook> {
  const standing = await readEventStanding(ctx, run.eventId)
  const isOfBuyers = run.kind === 'event-buyers'
  const side: Side = isOfBuyers ? 'department' : 'enterprise'
  const buyers = isOfBuyers ? await judgeBuyers(ctx, standing, reading) : []
  const exhibitors = isOfBuyers ? [] : await judgeExhibitors(ctx, standing, reading)
  const judged: JudgedRow[] = [...buyers, ...exhibitors]
  const told = judged.flatMap(row => linesOf(row, run, standing, side))
  const lines = [...refusedRows(reading), ...told].toSorted(inOrderOfFile(reading))
  const counts = countsOf(lines, reading.rows)
  const isGood = ({ problems }: JudgedRow) => problems.length === 0
  return {
    ...{ lines, counts, hash: hashOf(lines), remarks: remarksOf(standing, side, judged.filter(isGood)) },
    async write() {
      if (isOfBuyers) await writeBuyers(ctx, standing, buyers.filter(isGood))
      else await writeExhibitors(ctx, standing, exhibitors.filter(isGood))
      const { created, changed, same, refused, unmatched } = counts
      return { created, changed, superseded: 0, unchanged: same, refused, unmatched }
    },
  }
}

function linesOf(judged: JudgedRow, run: ImportRun, standing: EventStanding, side: Side): ImportLine[] {
  const { sheet, row, record, party, problems, facts, before } = judged
  const place = { ...blank, sheet, row, changes: [] }
  const key = `${record.number} ${party}`
  if (problems.length > 0)
    return problems.map(({ column, message }) => ({
      ...place,
      ...{ verdict: 'refused', key, message, ...cellAt(run, column, row) },
    }))
  const changes = changesOf(before, facts)
  const unknown = unknownOf(standing, side, record.wished)
  // Read and kept all the same: whoever is meant may be in the next edition of the other list.
  if (unknown.length > 0)
    return [
      {
        ...{ ...place, verdict: 'unmatched', key, changes, ...cellAt(run, 'wished', row) },
        message: `${unknown.join(', ')}: 상대 명단에 없습니다. 희망은 적어 두었고, 두 번호가 붙었거나 빠진 번호라면 고쳐서 다시 올려 주세요.`,
      },
    ]
  if (changes.length === 0) return []
  return [{ ...place, verdict: before === null ? 'created' : 'changed', key, changes }]
}

function changesOf(
  before: Record<string, string | null> | null,
  after: Record<string, string | null>,
): LineChange[] {
  const change = { noun: 'participation' as const, id: '', version: null }
  if (before === null) return [{ ...change, before, after: fieldsOf('participation', after) }]
  const names = Object.keys(after).filter(name => name !== 'knownAs' && after[name] !== before[name])
  if (names.length === 0) return []
  const only = (of: Record<string, string | null>) =>
    Object.fromEntries(names.map(name => [name, of[name] ?? null]))
  return [{ ...change, before: only(before), after: only(after) }]
}
