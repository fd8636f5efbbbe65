/** A line of a pasted table, by its number there; a quoted cell of a spreadsheet may run over several. */
export interface TableLine {
  number: number
  cells: string[]
}

/** What a spreadsheet puts on the clipboard: tabs between cells, quotes around what holds a tab, a quote or a break. */
export function tableLines(text: string): TableLine[] {
  const lines: TableLine[] = []
  let number = 1
  let line: TableLine = { number, cells: [] }
  let at = 0
  const body = text.replaceAll(/\r\n?/g, '\n')
  while (at <= body.length) {
    const { cell, end } = readCell(body, at)
    line.cells.push(cell.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    if (body[end] !== '\t') {
      if (line.cells.some(Boolean)) lines.push(line)
      line = { number: ++number, cells: [] }
    }
    at = end + 1
  }
  return lines
}

function readCell(body: string, from: number): { cell: string; end: number } {
  const quoted = body[from] === '"' ? /"((?:[^"]|"")*)"(?=[\t\n]|$)/y : null
  if (quoted) quoted.lastIndex = from
  const match = quoted?.exec(body)
  if (match) return { cell: (match[1] ?? '').replaceAll('""', '"'), end: from + match[0].length }
  const plain = body.slice(from).search(/[\t\n]/)
  const end = plain < 0 ? body.length : from + plain
  return { cell: body.slice(from, end), end }
}
