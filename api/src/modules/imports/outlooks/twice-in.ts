interface Row {
  row: number
  record: { number: string }
}

/** Whoever has a number that stands higher up as well: a wish that names it could mean either. */
export function twiceIn(rows: readonly Row[]) {
  const first = new Map<string, number>()
  for (const { row, record } of rows) if (!first.has(record.number)) first.set(record.number, row)
  return ({ row, record }: Row): { column: string; message: string }[] => {
    const above = first.get(record.number) ?? row
    if (above === row) return []
    return [
      {
        column: 'number',
        message: `${above}행과 같은 번호(${record.number})입니다. 한쪽의 번호를 고쳐 주세요.`,
      },
    ]
  }
}
