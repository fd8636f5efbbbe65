/** The queue as it was when a case was opened from it, so that the next one is one key away. In this window only. */
const key = 'panro.queue'

export const keepQueue = (ids: readonly string[]): void => sessionStorage.setItem(key, ids.join(' '))

/** The neighbours of a case in that queue, and where it stands. */
export function neighboursOf(id: string): { previous?: string; next?: string; place: number; of: number } {
  const ids = (sessionStorage.getItem(key) ?? '').split(' ').filter(Boolean)
  const at = ids.indexOf(id)
  if (at < 0) return { place: 1, of: 1 }
  const [previous, next] = [ids[at - 1], ids[at + 1]]
  return { ...(previous && { previous }), ...(next && { next }), place: at + 1, of: ids.length }
}
