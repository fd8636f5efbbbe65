import { cell32 } from './cells.ts'

/** Digits of a `contentHash` in one cell; a hash takes two. */
const DIGITS = 8

/** Appends a hash of 16 hexadecimal digits as two numbers: as texts, the hashes would be a tenth of the index. */
export function pushHash(hash: string, into: { push(cell: number): void }): void {
  into.push(Number.parseInt(hash.slice(0, DIGITS), 16))
  into.push(Number.parseInt(hash.slice(DIGITS), 16))
}

export function hashAt(hashes: Uint32Array, document: number): string {
  return hex(cell32(hashes, 2 * document)) + hex(cell32(hashes, 2 * document + 1))
}

/** The hashes of the documents in the order given. */
export function hashesInOrder(hashes: Uint32Array, order: Uint32Array): Uint32Array {
  const ordered = new Uint32Array(2 * order.length)
  for (const [number, document] of order.entries())
    ordered.set(hashes.subarray(2 * document, 2 * document + 2), 2 * number)
  return ordered
}

const hex = (cell: number) => cell.toString(16).padStart(DIGITS, '0')
