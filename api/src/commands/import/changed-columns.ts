/** `name 가 → 나, address - → 서울`: what differs between two versions of a row. */
export function columnsThatChanged({ before, after }: { before: object; after: object }): string {
  const old = new Map(Object.entries(before))
  return Object.entries(after)
    .filter(([column, value]) => old.get(column) !== value)
    .map(([column, value]) => `${column} ${shown(old.get(column))} → ${shown(value)}`)
    .join(', ')
}

const shown = (value: unknown) => (value === null || value === undefined ? '-' : JSON.stringify(value))
