import { computed, nextTick, ref, type Ref } from 'vue'
import type { BoardRow } from './board-rows.ts'
import { lineId } from './line-id.ts'

/** Which row the keys are about; it goes on by itself after a decision, to what is not decided yet. */
export function useCursor(rows: Ref<BoardRow[]>) {
  const at = ref(0)
  const row = computed(() => rows.value[Math.min(at.value, rows.value.length - 1)])

  async function moveTo(index: number) {
    if (rows.value.length === 0) return
    at.value = Math.max(0, Math.min(index, rows.value.length - 1))
    await nextTick()
    if (row.value) document.getElementById(lineId(row.value))?.scrollIntoView({ block: 'nearest' })
  }

  const isOpen = ({ state }: BoardRow) => state === 'APPLIED'
  /** The next one below that waits for a decision, else the next one. */
  function advance() {
    const below = rows.value.findIndex((each, index) => index > at.value && isOpen(each))
    return moveTo(below < 0 ? at.value + 1 : below)
  }

  return {
    at,
    row,
    moveTo,
    move: (by: number) => moveTo(at.value + by),
    advance,
    find: (id: string) => moveTo(rows.value.findIndex(each => each.id === id)),
  }
}
