import { ref } from 'vue'
import { t } from '../../locales/matching-text.ts'
import { pairOf, type Cell } from './timetable-words.ts'

/** A cell of the grid: when and where. */
export interface Target {
  slotId: string
  placeId: string
}
type Because = string | null | undefined

interface Board {
  /** Asks where the meeting may go; false: nobody could say. */
  ask: (cell: Cell) => Promise<boolean>
  becauseOf: (target: Target) => Because
  nameOf: (target: Target) => string
  move: (cell: Cell, target: Target) => void
  say: (text: string) => void
}

/** 끌어 옮기기 — by mouse what Space and the menu of a meeting do as well, with the same question and the same move. */
export function useDrag({ ask, becauseOf, nameOf, move, say }: Board) {
  const dragged = ref<Cell | null>(null)
  const target = ref<Target | null>(null)
  let answer = Promise.resolve(false)

  function start(cell: Cell, { dataTransfer }: DragEvent) {
    // Some browsers drag nothing that carries nothing.
    dataTransfer?.setData('text/plain', pairOf(cell))
    dragged.value = cell
    answer = ask(cell).then(isKnown => (tell(), isKnown))
  }

  /** What letting go here would change, or why it would change nothing. */
  function tell() {
    if (!dragged.value || !target.value || isHome(target.value)) return
    const because = becauseOf(target.value)
    if (because === undefined) return
    const change = { pair: pairOf(dragged.value), from: nameOf(dragged.value), to: nameOf(target.value) }
    say(because ?? t('timetable.wouldMove', change))
  }
  const isHome = ({ slotId, placeId }: Target) =>
    dragged.value?.slotId === slotId && dragged.value.placeId === placeId

  function over(to: Target) {
    if (target.value?.slotId === to.slotId && target.value.placeId === to.placeId) return
    target.value = to
    say('')
    tell()
  }

  /** Let go before the server has said where it may go: the answer is waited for. */
  async function drop(to: Target) {
    const cell = dragged.value
    target.value = null
    if (!cell || isHome(to) || !(await answer)) return
    const because = becauseOf(to)
    if (because === null) return move(cell, to)
    say(t('timetable.notMoved', { because: because ?? t('timetable.nothingHere') }))
  }

  /** Let go where there is no cell, nothing is said to be about to change. */
  function end() {
    if (target.value) say('')
    dragged.value = null
    target.value = null
  }

  /** Whether what is dragged may go there: null while nothing is, or nobody knows yet. */
  const isOpen = (to: Target): boolean | null => {
    const because = dragged.value && !isHome(to) ? becauseOf(to) : undefined
    return because === undefined ? null : because === null
  }
  return { dragged, start, over, drop, end, isOpen }
}
