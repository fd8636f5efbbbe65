/**
 * The cheapest way to give each row a column of its own (Kuhn and Munkres with potentials); `cost` has at least as
 * many columns as rows. Infinity forbids; a row that can have no other column keeps a forbidden one.
 */
export function assign(cost: readonly (readonly number[])[]): number[] {
  const columns = cost[0]?.length ?? 0
  const priceOf = (row: number, column: number) => Math.min(cost[row - 1]?.[column - 1] ?? 0, forbidden)
  const rowPrice = Array.from({ length: cost.length + 1 }, () => 0)
  const columnPrice = Array.from({ length: columns + 1 }, () => 0)
  const holder = Array.from({ length: columns + 1 }, () => 0)
  for (let row = 1; row <= cost.length; row++) {
    holder[0] = row
    let column = 0
    const least = Array.from({ length: columns + 1 }, () => Infinity)
    const from = Array.from({ length: columns + 1 }, () => 0)
    const isUsed = Array.from({ length: columns + 1 }, () => false)
    do {
      isUsed[column] = true
      const current = holder[column] ?? 0
      let step = Infinity
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (isUsed[other]) continue
        const reduced = priceOf(current, other) - (rowPrice[current] ?? 0) - (columnPrice[other] ?? 0)
        if (reduced < (least[other] ?? Infinity)) {
          least[other] = reduced
          from[other] = column
        }
        if ((least[other] ?? Infinity) < step) {
          step = least[other] ?? Infinity
          next = other
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (isUsed[other]) {
          const held = holder[other] ?? 0
          rowPrice[held] = (rowPrice[held] ?? 0) + step
          columnPrice[other] = (columnPrice[other] ?? 0) - step
        } else least[other] = (least[other] ?? Infinity) - step
      }
      column = next
    } while ((holder[column] ?? 0) !== 0)
    while (column !== 0) {
      const before = from[column] ?? 0
      holder[column] = holder[before] ?? 0
      column = before
    }
  }
  const columnOf = cost.map(() => -1)
  for (let column = 1; column <= columns; column++) {
    const row = holder[column] ?? 0
    if (row > 0) columnOf[row - 1] = column - 1
  }
  return columnOf
}

/** Dearer than anything that is allowed; finite, so that sums stay comparable. */
const forbidden = 1e6
