import type { TableLimits } from '../limits.ts'
import { type Archive, openArchive } from './archive.ts'
import type { Piece, ToWorker } from './messages.ts'
import { packRow } from './packed-row.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type SheetSetting, SheetRows } from './sheet-rows.ts'
import { readDateStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'
import { readXml } from './xml.ts'

type Send = (piece: Piece) => Promise<ToWorker>

const batchRows = 500

/** Goes through the sheets of a workbook in order and sends what is in the wanted ones, a batch of rows at a time. */
export async function readSheets(bytes: Buffer, limits: TableLimits, send: Send): Promise<void> {
  const archive = await openArchive(bytes, limits)
  const workbook = await readWorkbook(archive, limits.tokenBytes)
  const setting: SheetSetting = {
    sharedStrings: await readSharedStrings(archive, workbook.sharedStringsPart, limits),
    isDateStyle: await readDateStyles(archive, workbook.stylesPart, limits.tokenBytes),
    isFrom1904: workbook.isFrom1904,
    limits,
    budget: { cells: limits.cells },
  }
  for (const [position, { name, isHidden, part }] of workbook.sheets.entries()) {
    const answer = await send({ type: 'sheet', name, isHidden, position })
    if (answer === 'go on') await readSheet(archive, part, setting, send)
  }
}

async function readSheet(archive: Archive, part: string, setting: SheetSetting, send: Send): Promise<void> {
  const sheet = new SheetRows(setting)
  await readXml(archive.read(part), sheet, setting.limits.tokenBytes, async () => {
    if (sheet.rows.length >= batchRows) await sendRows(sheet, send)
  })
  await sendRows(sheet, send)
  await send({ type: 'end', mergedRanges: sheet.mergedRanges })
}

async function sendRows(sheet: SheetRows, send: Send): Promise<void> {
  const rows = sheet.rows.map(packRow)
  sheet.rows = []
  await send({ type: 'rows', rows })
}
