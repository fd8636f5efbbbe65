import { fileRefusal } from '../file-refusal.ts'
import type { TableLimits } from '../limits.ts'
import { type Cell, columnLetters, emptyCell, type MergedRange, type Row } from '../table.ts'
import { damaged } from './archive.ts'
import { type CellSource, cellOf } from './sheet-cell.ts'
import type { Attributes, XmlVisitor } from './xml.ts'

/** What the sheets of one workbook share. */
export interface SheetSetting extends CellSource {
  limits: TableLimits
  /** Cells that may still be read, all sheets together. */
  budget: { cells: number }
}

/** Collects the rows of a sheet while its XML goes by. The caller takes them from `rows` as it likes. */
export class SheetRows implements XmlVisitor {
  rows: Row[] = []
  readonly mergedRanges: MergedRange[] = []
  readonly #setting: SheetSetting
  #rowCount = 0
  #rowNumber = 0
  #isHidden = false
  #cells: Cell[] = []
  #column = -1
  #cell: Attributes = {}
  #value = ''
  #isValue = false
  #isReading = false
  #isFormula = false

  constructor(setting: SheetSetting) {
    this.#setting = setting
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || name === 't') this.#isValue = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'rPh') this.#isReading = true
    else if (name === 'mergeCell') this.#addMergedRange(attributes['ref'] ?? '')
  }

  text(text: string): void {
    if (!this.#isValue || this.#isReading) return
    this.#value += text
    if (this.#value.length > this.#setting.limits.cellCharacters) throw this.#tooLong()
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'rPh') this.#isReading = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.#rowNumber + 1 : Number(r)
    if (!Number.isSafeInteger(number) || number <= this.#rowNumber) throw damaged()
    this.#rowNumber = number
    this.#isHidden = hidden === '1' || hidden === 'true'
    this.#cells = []
    this.#column = -1
  }

  #openCell(attributes: Attributes): void {
    const column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r'])
    if (column <= this.#column || this.#rowNumber === 0) throw damaged()
    if ((this.#setting.budget.cells -= 1) < 0) throw tooManyCells()
    this.#column = column
    this.#cell = attributes
    this.#value = ''
    this.#isFormula = false
  }

  #closeCell(): void {
    const cell = cellOf(this.#cell, this.#value, this.#isFormula, this.#setting)
    // A format laid over whole rows leaves empty cells as far as column XFD.
    if (cell === emptyCell) return
    if (this.#column >= this.#setting.limits.columns) throw this.#tooManyColumns()
    while (this.#cells.length < this.#column) this.#cells.push(emptyCell)
    this.#cells.push(cell)
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    this.#rowCount += 1
    const { rowsPerSheet } = this.#setting.limits
    if (this.#rowCount > rowsPerSheet) throw tooManyRows(rowsPerSheet)
    this.rows.push({ type: 'row', number: this.#rowNumber, isHidden: this.#isHidden, cells: this.#cells })
  }

  #addMergedRange(reference: string): void {
    const [from = '', to = from] = reference.split(':')
    const range = { top: rowOf(from), left: columnOf(from) + 1, bottom: rowOf(to), right: columnOf(to) + 1 }
    this.mergedRanges.push(range)
  }

  #tooManyColumns() {
    const { columns } = this.#setting.limits
    return fileRefusal(
      `${this.#address()} 칸처럼 ${columns}번째 열을 넘는 곳에 값이 있습니다. 필요한 열만 남겨 주세요.`,
    )
  }

  #tooLong() {
    const characters = this.#setting.limits.cellCharacters.toLocaleString('ko')
    return fileRefusal(`${this.#address()} 칸이 ${characters}자를 넘습니다. 내용을 줄여 주세요.`)
  }

  #address(): string {
    return `${columnLetters(this.#column)}${this.#rowNumber}`
  }
}

/** The column, from 0, of a reference such as `AB12`. Three letters are all that a sheet has. */
function columnOf(reference: string): number {
  let column = 0
  let at = 0
  // Called for every cell, so it counts letters instead of matching a pattern.
  for (; at < 3; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (!(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  if (!/^\d/.test(reference.charAt(at)) || at === 0) throw damaged()
  return column - 1
}

const rowOf = (reference: string): number => Number(reference.replace(/^[A-Z]+/, ''))

const tooManyRows = (rows: number) =>
  fileRefusal(`한 시트의 행이 ${rows.toLocaleString('ko')}개를 넘습니다. 파일을 나누어 올려 주세요.`)

const tooManyCells = () =>
  fileRefusal('칸이 너무 많습니다. 값이 없는 행과 열의 서식을 지우고 다시 저장해 주세요.')
