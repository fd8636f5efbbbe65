/** Reading a cell that is known to be inside its array; one function per kind keeps it as fast as a bare read. */
export function at(cells: Int32Array, place: number): number {
  return cells[place] ?? 0
}

export function at8(cells: Int8Array, place: number): number {
  return cells[place] ?? 0
}

export function at64(cells: Float64Array, place: number): number {
  return cells[place] ?? 0
}

/** The same cells in an array with room for at least `length`. */
export function grown(cells: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, 2 * cells.length))
  larger.set(cells)
  return larger
}
