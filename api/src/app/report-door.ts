import { requireRole } from '../modules/accounts/require-role.ts'
import {
  writeWorkbook,
  type CellToWrite,
  type Colour,
  type SheetToWrite,
} from '../modules/imports/workbook/write-workbook.ts'
import { readReport } from '../modules/reports/read-report.ts'
import { reportSheets, type PlainSheet } from '../modules/reports/report-sheets.ts'
import { takeResult } from '../modules/schedules/read-result.ts'
import { resultSheets, type ResultCell, type ResultSheet } from '../modules/schedules/result-sheets.ts'
import type { MatchType } from '../modules/matching/match.entity.ts'
import type { Context } from '../platform/context.ts'
import { keyOf } from '../platform/global-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DoorRequest } from './http/graphql-route.ts'

export interface Workbook {
  name: string
  content: Buffer
}

/** What the route of reports leads to. */
export interface ReportDoor {
  /** What became of a round, as consultation centres hand it round. */
  result(request: DoorRequest, runId: string): Promise<Workbook>
  report(request: DoorRequest, eventId: string): Promise<Workbook>
}

export const reportDoor = (actingIn: (request: DoorRequest) => Promise<Context>): ReportDoor => ({
  async result(request, runId) {
    const facts = await takeResult(await actingIn(request), keyOf('run', runId))
    return {
      name: `${facts.title} ${facts.round} 매칭결과.xlsx`,
      content: await writeWorkbook(resultSheets(facts).map(sheetOf)),
    }
  },
  async report(request, eventId) {
    const ctx = await actingIn(request)
    requireRole(ctx, 'staff', 'lead')
    const report = await readReport(ctx, keyOf('event', eventId))
    if (!report) throw new Refusal('NOT_FOUND', 'There is no such event.', 'id')
    return { name: `${report.facts.title} 결과 보고.xlsx`, content: await workbookOf(reportSheets(report)) }
  },
})

const colours: Partial<Record<MatchType, Colour>> = { mutual: 'green', buyer: 'blue', enterprise: 'orange' }

const sheetOf = ({ name, widths, rows }: ResultSheet): SheetToWrite => ({
  ...{ name, widths, headerRow: 1, wideColumn: Math.max(0, widths.length - 1) },
  rows: rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.map(cell => ({ ...plainCell(cell), colour: at === 0 ? 'grey' : colourOf(cell) })),
  })),
})

const colourOf = (cell: ResultCell) => (typeof cell === 'object' ? colours[cell.type] : undefined)

const workbookOf = (sheets: readonly PlainSheet[]): Promise<Buffer> =>
  writeWorkbook(
    sheets.map(({ name, rows }) => ({
      name,
      headerRow: 1,
      wideColumn: Math.max(0, (rows[0]?.length ?? 1) - 1),
      rows: rows.map((cells, at) => ({
        number: at + 1,
        cells: cells.map(plainCell),
      })),
    })),
  )

/** Numbers stay numbers, so that a sum of the sheet is the sum. */
const plainCell = (cell: ResultCell): CellToWrite => ({
  cell: {
    kind: typeof cell === 'number' ? 'number' : 'text',
    text: typeof cell === 'object' ? cell.text : String(cell),
  },
  isMarked: false,
})
