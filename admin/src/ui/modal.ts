import { onBeforeUnmount, onMounted, shallowReactive, watch, type Ref } from 'vue'

/**
 * The dialogs that lie over the page, the uppermost last. While there is one, nothing outside of it can be seen, pressed
 * or heard: what has to be said then is said in there.
 */
export const modals = shallowReactive<HTMLDialogElement[]>([])

/** Opens and closes a `<dialog>` as asked; `shown` when it is there. One that is born open waits until it can be shown. */
export function useModal(
  dialog: Readonly<Ref<HTMLDialogElement | null>>,
  isOpen: () => boolean,
  shown: () => void = () => {},
): void {
  let mine: HTMLDialogElement | null = null

  function show() {
    mine = dialog.value
    if (!mine) return
    mine.showModal()
    modals.push(mine)
    shown()
  }
  function close() {
    const at = modals.findIndex(modal => modal === mine)
    if (at >= 0) modals.splice(at, 1)
    mine?.close()
  }

  watch(isOpen, isNow => (isNow ? show() : close()), { flush: 'post' })
  onMounted(() => isOpen() && show())
  onBeforeUnmount(close)
}
