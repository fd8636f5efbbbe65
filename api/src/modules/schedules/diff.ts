import { globalId } from '../../platform/global-id.ts'
import type { Cell } from './keep-draft.ts'
import type { RoundPlan } from './round-plan.ts'

/** Who meets, by the key of the match. */
export type PairNames = Map<string, { enterprise: Named; department: Named; type: string }>
export interface Named {
  id: string
  name: string
}

/** 바뀐 것 — what differs between two versions, and how many have to hear of it. */
export function diffOf(before: readonly Cell[], after: readonly Cell[], names: PairNames, plan: RoundPlan) {
  const had = new Map(before.map(cell => [cell.match, cell]))
  const has = new Map(after.map(cell => [cell.match, cell]))
  const lines = [...new Set([...had.keys(), ...has.keys()])].flatMap(match => {
    const from = had.get(match) ?? null
    const to = has.get(match) ?? null
    if (from && to && from.slot === to.slot && from.place === to.place) return []
    const pair = names.get(match)
    return pair === undefined ? [] : [{ match, pair, from, to }]
  })
  const concerned = new Set(lines.flatMap(({ pair }) => [pair.enterprise.id, pair.department.id]))
  const same = after.length - lines.filter(({ to }) => to !== null).length
  return {
    moved: lines.filter(({ from, to }) => from && to).length,
    added: lines.filter(({ from }) => from === null).length,
    off: lines.filter(({ to }) => to === null).length,
    same,
    notify: concerned.size,
    lines: lines.map(({ match, pair, from, to }) => ({
      matchId: globalId('match', match),
      enterpriseName: pair.enterprise.name,
      departmentName: pair.department.name,
      from: from && whereOf(plan, from),
      to: to && whereOf(plan, to),
    })),
  }
}

const whereOf = ({ round }: RoundPlan, { slot, place }: Cell) => ({
  startsAt: round.slots.find(({ id }) => id === slot)?.startsAt ?? null,
  place: round.places.find(({ id }) => id === place)?.name ?? '',
})
