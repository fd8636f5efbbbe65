import { isUuid } from './id.ts'
import { Refusal } from './refusal.ts'

/**
 * The public id of a row: the noun's tag, an underscore, and the key; for a UUID its 32 hex digits.
 * Callers treat it as opaque. It is put together in two places only: here, and in SQL by `globalIdSql`.
 */
export interface GlobalId {
  tag: string
  key: string
}

const uuidHex = /^[0-9a-f]{32}$/
const pattern = /^([a-z]+)_([0-9a-z_]{1,60})$/

/** SQL for the public id of the row at `column`. */
export const globalIdSql = (tag: string, column: string, keyKind: 'uuid' | 'code' = 'uuid') =>
  keyKind === 'uuid' ? `'${tag}_' || replace(${column}::text, '-', '')` : `'${tag}_' || ${column}`

export const globalId = (tag: string, key: string): string => `${tag}_${key.replaceAll('-', '')}`

/** The parts of a public id; null for anything that never was one. A UUID comes back with its hyphens. */
export function parseGlobalId(text: string): GlobalId | null {
  const [, tag, key] = pattern.exec(text) ?? []
  if (tag === undefined || key === undefined) return null
  return { tag, key: uuidHex.test(key) ? hyphenated(key) : key }
}

/** The UUID of an id that must be of one noun, or of one of several. */
export function keyOf(tags: string | readonly [string, ...string[]], text: string, field = 'id'): string {
  const allowed = typeof tags === 'string' ? [tags] : tags
  const id = parseGlobalId(text)
  if (id && allowed.includes(id.tag) && isUuid(id.key)) return id.key
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`${field}\` is not an id of this kind (expected one that begins with "${allowed[0]}_").`,
    field,
  )
}

const hyphenated = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
