import { computed, onBeforeUnmount, ref, watch, type ComputedRef } from 'vue'

/** As much as a telephone shows at first. */
const first = 1

/**
 * How many of a list are drawn. One that had to be waited for comes a line at a time after its first screen, so that a
 * slow telephone answers a finger in between; one that was there already is whole at once, for whoever comes back
 * finds the place again only in a page that is as long as before.
 */
export function useDrawn(
  list: () => { edges: readonly unknown[] } | undefined,
  isAwaited: () => boolean,
): { drawn: ComputedRef<number>; isWhole: ComputedRef<boolean> } {
  const count = computed(() => list()?.edges.length ?? 0)
  const allowed = ref(Infinity)
  let wasAwaited = isAwaited()
  let next: ReturnType<typeof setTimeout> | undefined

  function draw(many: number) {
    clearTimeout(next)
    allowed.value = many
    if (many < count.value) next = setTimeout(draw, 0, many + 1)
  }

  // After the page has been drawn: what comes out of the memory has come by then, and was never waited for.
  watch(isAwaited, now => void (wasAwaited ||= now), { flush: 'post' })
  watch(list, now => {
    if (!now) return
    draw(wasAwaited ? first : Infinity)
    wasAwaited = false
  })
  onBeforeUnmount(() => clearTimeout(next))

  return {
    drawn: computed(() => Math.min(allowed.value, count.value)),
    isWhole: computed(() => allowed.value >= count.value),
  }
}
