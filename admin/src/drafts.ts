import { computed, reactive } from 'vue'

const storageKey = 'panro.drafts'

/**
 * What somebody has typed and the server has not taken yet. It outlives a failed save, a move to another page and a
 * reload; it ends with the tab, and when the person signs out.
 */
const drafts = reactive(new Map(recalled()))

/** A field that starts with what is stored and keeps what is typed until it is stored, too. */
export function useDraft(key: () => string, stored: () => string) {
  return {
    text: computed(() => drafts.get(key()) ?? stored()),
    isUnsaved: computed(() => drafts.has(key())),
    type: (text: string) => change(key(), text === stored() ? null : text),
    /** What was sent has arrived; what was typed meanwhile stays. */
    arrived: (sent: string) => drafts.get(key()) === sent && change(key(), null),
    drop: () => change(key(), null),
  }
}

/** How many fields below a key hold something that is not stored. */
export const countDrafts = (prefix: string): number =>
  [...drafts.keys()].filter(key => key.startsWith(prefix)).length

export function forgetDrafts(): void {
  drafts.clear()
  remember()
}

function change(key: string, text: string | null) {
  if (text === null) drafts.delete(key)
  else drafts.set(key, text)
  remember()
}

function remember() {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify([...drafts]))
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
    console.info(`Kept for as long as the page is open: ${problem.name}`)
  }
}

function recalled(): [string, string][] {
  try {
    const pairs: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(pairs) ? pairs.filter(isPair) : []
  } catch (problem) {
    if (!(problem instanceof DOMException || problem instanceof SyntaxError)) throw problem
    // Told to keep nothing, or holding what is not ours: there is nothing to go on with.
    return []
  }
}

function isPair(pair: unknown): pair is [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every(part => typeof part === 'string')
}
