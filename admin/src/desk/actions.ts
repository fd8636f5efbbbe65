import { onBeforeUnmount, shallowReactive } from 'vue'

/** Something that can be done on the page in view. What cannot be done now says why. */
export interface DeskAction {
  key: string
  label: string
  /** The key that does the same, as people read it. */
  shortcut?: string
  blocked?: string | undefined
  act: () => void
}

const sources = shallowReactive(new Set<() => readonly DeskAction[]>())

/** Lets the palette know what can be done here, for as long as the page is open. */
export function offerActions(actions: () => readonly DeskAction[]): void {
  sources.add(actions)
  onBeforeUnmount(() => sources.delete(actions))
}

export const offeredActions = (): DeskAction[] => [...sources].flatMap(actions => actions())
