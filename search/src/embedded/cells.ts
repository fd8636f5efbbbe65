/**
 * Reading a cell that is known to be inside its array. There is one function for each kind of array,
 * because the compiler of the runtime makes a function fast for the one kind it always sees, and the
 * same function slow for several.
 */
export function cell8(cells: Uint8Array, place: number): number {
  return cells[place] ?? 0
}

export function cell16(cells: Uint16Array, place: number): number {
  return cells[place] ?? 0
}

export function cell32(cells: Uint32Array, place: number): number {
  return cells[place] ?? 0
}
