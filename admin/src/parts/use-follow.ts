import { useRouter } from 'vue-router'

/**
 * For plain links in long lists: a component for each would watch the address hundreds of times. A link that is to open
 * elsewhere is left to the browser.
 */
export function useFollow(): (event: MouseEvent) => void {
  const router = useRouter()
  return event => {
    const { currentTarget: link, button, ctrlKey, metaKey, shiftKey, altKey } = event
    if (!(link instanceof HTMLAnchorElement) || button !== 0 || ctrlKey || metaKey || shiftKey || altKey)
      return
    event.preventDefault()
    void router.push(link.pathname + link.search)
  }
}
