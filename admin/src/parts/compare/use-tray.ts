import { readonly, ref, shallowRef } from 'vue'
import { keep, kept, whenKept } from '../../device-storage.ts'
import type { Scope } from '../../search-url.ts'
import { readTray, whyNot, withItem, withoutItem, writeTray, type Tray, type TrayRefusal } from './tray.ts'

const key = 'panro.compare'

const tray = shallowRef(readTray(kept(key)))
/** What was refused last, and why; said beside the button that was pressed, until the tray changes. */
const refused = ref<{ id: string; reason: TrayRefusal } | null>(null)

whenKept(key, text => {
  tray.value = readTray(text)
  refused.value = null
})

function change(changed: Tray) {
  tray.value = changed
  refused.value = null
  keep(key, writeTray(changed))
}

/** The one tray of this browser, the same on every page and in every window. */
export const useTray = () => ({
  tray: readonly(tray),
  refused: readonly(refused),
  toggle(kind: Scope, id: string) {
    if (tray.value.ids.includes(id)) return change(withoutItem(tray.value, id))
    const reason = whyNot(tray.value, kind, id)
    if (reason === null) return change(withItem(tray.value, kind, id))
    refused.value = { id, reason }
  },
  remove: (id: string) => change(withoutItem(tray.value, id)),
  clear: () => change({ ...tray.value, ids: [] }),
  /** Empties the tray and puts one thing in. */
  startWith: (kind: Scope, id: string) => change({ kind, ids: [id] }),
})
