import { onBeforeUnmount, onMounted } from 'vue'
import { isComposing } from './composing.ts'

/**
 * A key as it lies on the keyboard (`KeyJ`, `Slash`), so that it works whichever of 한/영 is on;
 * `Ctrl+KeyK` and `Shift+KeyJ` with what is held.
 */
type Chord = string

const chordOf = ({ ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): Chord =>
  `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${code}`

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))

const offKey = 'panro.keys'

/** Single keys can be switched off, for those who press them by accident or speak to their computer (KWCAG 6.1.4). */
const areKeysOn = (): boolean => localStorage.getItem(offKey) !== 'off'

/**
 * Keys of a page. One without Ctrl does nothing while somebody types, composes a syllable, or has a dialog open.
 * Returning false lets the browser have the key.
 */
export function useKeys(
  actions: Record<Chord, (event: KeyboardEvent) => void | false>,
  /** Of a dialog itself: they work while it is open. */
  { isOfDialog = false } = {},
): void {
  function pressed(event: KeyboardEvent) {
    const chord = chordOf(event)
    const action = actions[chord]
    if (!action || isComposing(event) || event.altKey) return
    if (
      !chord.startsWith('Ctrl+') &&
      (!areKeysOn() || isTypedInto(event.target) || (isBelowDialog() && !isOfDialog))
    )
      return
    if (action(event) !== false) event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', pressed))
  onBeforeUnmount(() => removeEventListener('keydown', pressed))
}

const isBelowDialog = () => document.querySelector('dialog[open]') !== null
