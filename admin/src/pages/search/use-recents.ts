import { readonly, ref, shallowRef } from 'vue'
import { keep, kept, whenKept } from '../../device-storage.ts'
import { readRecents, withoutRecent, withRecent, writeRecents } from './recents.ts'

const key = 'panro.recents'
const offKey = 'panro.recents.off'

const recents = shallowRef<readonly string[]>(readRecents(kept(key)))
const isOff = ref(kept(offKey) !== null)
whenKept(key, text => (recents.value = readRecents(text)))
whenKept(offKey, text => (isOff.value = text !== null))

function change(changed: readonly string[]) {
  recents.value = changed
  keep(key, writeRecents(changed))
}

function turn(off: boolean) {
  isOff.value = off
  keep(offKey, off ? '1' : null)
}

/** 최근 검색어 of this browser. They are never sent anywhere, unless somebody searches for them again. */
export const useRecents = () => ({
  recents: readonly(recents),
  isOff: readonly(isOff),
  remember: (words: string) => {
    if (!isOff.value) change(withRecent(recents.value, words))
  },
  forget: (words: string) => change(withoutRecent(recents.value, words)),
  forgetAll: () => change([]),
  /** Switched off, nothing is kept: not what is searched from now on, nor what was before. */
  switchOff: () => {
    change([])
    turn(true)
  },
  switchOn: () => turn(false),
})
