import { type Cell, emptyCell, type Row } from '../table.ts'

/**
 * A row as one text, for the way between threads: copying a million cell objects takes longer than reading
 * them. Parts are divided by a zero character, which XML cannot hold.
 */
export type PackedRow = string

const kinds: Record<string, Cell['kind']> = { t: 'text', n: 'number', d: 'date', b: 'boolean', e: 'error' }

export function packRow({ number, isHidden, cells }: Row): PackedRow {
  return [number, isHidden ? 1 : 0, ...cells.map(packCell)].join('\0')
}

/** The first letter of the kind, a digit for the two flags, the text. */
function packCell({ kind, text, isFormula, isFrom1904 }: Cell): string {
  return `${kind.charAt(0)}${(isFormula ? 1 : 0) + (isFrom1904 ? 2 : 0)}${text}`
}

export function unpackRow(packed: PackedRow): Row {
  const [number, isHidden, ...cells] = packed.split('\0')
  return { type: 'row', number: Number(number), isHidden: isHidden === '1', cells: cells.map(unpackCell) }
}

function unpackCell(packed: string): Cell {
  if (packed === 't0') return emptyCell
  const cell: Cell = { kind: kinds[packed.charAt(0)] ?? 'error', text: packed.slice(2) }
  const flags = Number(packed.charAt(1))
  if (flags & 1) cell.isFormula = true
  if (flags & 2) cell.isFrom1904 = true
  return cell
}
