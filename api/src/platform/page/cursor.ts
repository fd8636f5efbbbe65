import { Refusal } from '../refusal.ts'

/** Where a list goes on: the sort keys of the last row seen. */
export type CursorKeys = (string | number | null)[]

const longest = 600

/** A cursor names the list it belongs to, so that one of another list or order is refused, not misread. */
export const encodeCursor = (list: string, keys: CursorKeys): string =>
  Buffer.from(JSON.stringify([list, ...keys])).toString('base64url')

/** `field` is the argument that it was given as, for the refusal. */
export function decodeCursor(list: string, length: number, cursor: string, field: string): CursorKeys {
  const parts = cursor.length <= longest ? parse(cursor) : null
  if (!Array.isArray(parts) || parts[0] !== list || parts.length !== length + 1 || !parts.every(isKey))
    throw new Refusal(
      'BAD_USER_INPUT',
      'The cursor is not one of this list in this order; start again without it.',
      field,
    )
  return parts.slice(1)
}

const isKey = (part: unknown): part is string | number | null =>
  part === null || typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part))

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}
