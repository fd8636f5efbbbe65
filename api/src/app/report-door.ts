import { requireRole } from '../modules/accounts/require-role.ts'
import { writeWorkbook } from '../modules/imports/workbook/write-workbook.ts'
import { readReport } from '../modules/reports/read-report.ts'
import { reportSheets, type PlainSheet } from '../modules/reports/report-sheets.ts'
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
  report(request: DoorRequest, eventId: string): Promise<Workbook>
}

export const reportDoor = (actingIn: (request: DoorRequest) => Promise<Context>): ReportDoor => ({
  async report(request, eventId) {
    const ctx = await actingIn(request)
    requireRole(ctx, 'staff', 'lead')
    const report = await readReport(ctx, keyOf('event', eventId))
    if (!report) throw new Refusal('NOT_FOUND', 'There is no such event.', 'id')
    return { name: `${report.facts.title} 결과 보고.xlsx`, content: await workbookOf(reportSheets(report)) }
  },
})

/** Numbers stay numbers, so that a sum of the sheet is the sum. */
const workbookOf = (sheets: readonly PlainSheet[]): Promise<Buffer> =>
  writeWorkbook(
    sheets.map(({ name, rows }) => ({
      name,
      headerRow: 1,
      wideColumn: Math.max(0, (rows[0]?.length ?? 1) - 1),
      rows: rows.map((cells, at) => ({
        number: at + 1,
        cells: cells.map(value => ({
          cell: {
            kind: typeof value === 'number' ? ('number' as const) : ('text' as const),
            text: String(value),
          },
          isMarked: false,
        })),
      })),
    })),
  )
