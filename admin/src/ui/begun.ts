import { onMounted, ref, type Ref } from 'vue'

/**
 * True from the task after a component is there: what need not be drawn with it is drawn then, so that a slow
 * telephone answers a finger in between.
 */
export function useBegun(): Readonly<Ref<boolean>> {
  const hasBegun = ref(false)
  onMounted(() => setTimeout(() => (hasBegun.value = true)))
  return hasBegun
}
