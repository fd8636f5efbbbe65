import { nextTick, ref, type Ref } from 'vue'
import { isComposing } from '../../ui/composing.ts'

interface Size {
  rows: number
  columns: number
}

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Which cell of a grid the arrows are at: the grid is one stop of the Tab key, and remembers where it was left. */
export function useGrid(root: Readonly<Ref<HTMLElement | null>>, size: () => Size) {
  const at = ref({ row: 0, column: 0 })
  const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))

  async function goTo(row: number, column: number) {
    const { rows, columns } = size()
    at.value = { row: within(row, rows), column: within(column, columns) }
    await nextTick()
    root.value?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()
  }

  /** Arrows, Home and End, where the cell itself has the focus and not something in it. */
  function pressed(event: KeyboardEvent) {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLTableCellElement)) return
    const { row, column } = at.value
    const step = steps[event.key]
    if (step) void goTo(row + step[0], column + step[1])
    else if (event.key === 'Home') void goTo(row, 0)
    else if (event.key === 'End') void goTo(row, size().columns - 1)
    else return
    event.preventDefault()
  }

  return {
    at,
    goTo,
    pressed,
    isAt: (row: number, column: number) => at.value.row === row && at.value.column === column,
    /** The cell with the focus, or something in it; null: it is elsewhere. */
    hasFocus: () => root.value?.contains(document.activeElement) ?? false,
  }
}
