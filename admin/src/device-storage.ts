/** What this browser keeps for its reader. It never leaves the device. */
export const kept = (key: string): string | null => storage()?.getItem(key) ?? null

/** Keeps a text, or forgets it. A browser that is full, or told to keep nothing, keeps it for the visit only. */
export function keep(key: string, text: string | null) {
  try {
    if (text === null) storage()?.removeItem(key)
    else storage()?.setItem(key, text)
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
    console.info(`Not kept on this device: ${problem.name}`)
  }
}

/** Tells when another window of this browser has kept something else. */
export function whenKept(key: string, tell: (text: string | null) => void) {
  addEventListener('storage', event => {
    // A key of null: everything has been forgotten.
    if (event.key === key || event.key === null) tell(event.newValue)
  })
}

/** A browser told to keep nothing throws at the mere mention of its storage. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
