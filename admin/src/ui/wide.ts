import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Whether there is room for things side by side; follows the window. */
export function useWide(fromPixels: number): Readonly<Ref<boolean>> {
  const query = matchMedia(`(min-width: ${fromPixels}px)`)
  const isWide = ref(query.matches)
  const follow = () => void (isWide.value = query.matches)
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return isWide
}
