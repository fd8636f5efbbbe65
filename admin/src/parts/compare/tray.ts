import { scopes, type Scope } from '../../search-url.ts'

/** 비교함: what is to be compared, in the order in which it was put in. All of one kind. */
export interface Tray {
  kind: Scope
  ids: readonly string[]
}

/** Why something cannot be put in now. */
export type TrayRefusal = 'full' | 'otherKind'

export const trayLimit = 4
/** One thing alone has nothing to be compared with. */
export const fewestToCompare = 2
export const emptyTray: Tray = { kind: 'products', ids: [] }

export function whyNot(tray: Tray, kind: Scope, id: string): TrayRefusal | null {
  if (tray.ids.includes(id) || tray.ids.length === 0) return null
  if (tray.kind !== kind) return 'otherKind'
  return tray.ids.length >= trayLimit ? 'full' : null
}

/** The tray with one thing more; the tray as it was, where `whyNot` has a reason. */
export function withItem(tray: Tray, kind: Scope, id: string): Tray {
  if (tray.ids.includes(id) || whyNot(tray, kind, id) !== null) return tray
  return { kind, ids: [...tray.ids, id] }
}

export const withoutItem = ({ kind, ids }: Tray, id: string): Tray => ({
  kind,
  ids: ids.filter(other => other !== id),
})

/** `products a b c`: kind and ids, nothing else. */
export const writeTray = ({ kind, ids }: Tray): string | null =>
  ids.length === 0 ? null : [kind, ...ids].join(' ')

/** Whatever stands in the storage of a browser is read; what means nothing is left out. */
export function readTray(text: string | null): Tray {
  const [first, ...rest] = text?.split(' ') ?? []
  const kind = scopes.find(known => known === first)
  return kind === undefined ? emptyTray : { kind, ids: tidyIds(rest) }
}

/** The form of an id, as far as an address may hold one; whose it is, the server says. */
const isId = (text: string) => /^\w[\w-]{0,99}$/.test(text)

/** At most four different ids. */
export const tidyIds = (ids: readonly string[]): string[] =>
  [...new Set(ids.filter(isId))].slice(0, trayLimit)
