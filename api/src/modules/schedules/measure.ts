import type { Cell } from './keep-draft.ts'
import type { RoundPlan } from './round-plan.ts'
import { sumOf, waitingByParty } from './waiting.ts'

/** How much everybody waits in a timetable that no search has measured. */
export function measure({ round, matches }: RoundPlan, cells: readonly Cell[]) {
  const slot = new Map(round.slots.map(({ id }, number) => [id, number]))
  const match = new Map(matches.map(one => [one.id, one]))
  const meetings = cells.flatMap(cell => {
    const { enterprise, department } = match.get(cell.match) ?? {}
    const number = slot.get(cell.slot)
    if (number === undefined || enterprise === undefined || department === undefined) return []
    return [{ parties: [enterprise, department], slot: number }]
  })
  return sumOf(waitingByParty(meetings, number => round.slots[number]?.day ?? '').values())
}
