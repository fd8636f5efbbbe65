import type { Instance } from '../instance.ts'
import { meetingName } from './words.ts'

interface Bound {
  slot: number
  /** The neighbour in the chain that pushes so far. */
  because: number | null
}

/** A chain of precedences (선후 관계) too long for its slots, or a circle of them. */
export function orderReason(instance: Instance, open: readonly number[][]): string | null {
  const after = instance.meetings.map(meeting => meeting.after)
  const before: number[][] = after.map(() => [])
  for (const [later, list] of after.entries()) for (const earlier of list) before[earlier]?.push(later)
  const first = bounds(after, open, 1)
  const last = bounds(before, open, -1)
  if (first === null || last === null)
    return '상담의 선후 관계가 서로 맞물려 돌고 있습니다. 한 곳을 끊어 주세요.'
  for (const [meeting, slots] of open.entries()) {
    const from = first[meeting]
    const to = last[meeting]
    if (from === undefined || to === undefined) continue
    if (slots.some(slot => slot >= from.slot && slot <= to.slot)) continue
    const chain = [...chainOf(meeting, first).toReversed(), meeting, ...chainOf(meeting, last)]
    const earliest = from.because === null ? '' : `빨라야 ${from.slot + 1}칸`
    const latest = to.because === null ? '' : `늦어도 ${to.slot + 1}칸`
    return `${meetingName(instance, meeting)}: 선후 관계(상담 ${chain.map(one => one + 1).join(' → ')})를 지키면 열 시간이 없습니다(${[earliest, latest].filter(Boolean).join(', ')}). 선후 관계 하나를 풀거나 시간대를 넓혀 주세요.`
  }
  return null
}

/** The first slot (or, counting down, the last) that each meeting can take; null where they go in a circle. */
function bounds(
  neighbours: readonly (readonly number[])[],
  open: readonly number[][],
  step: 1 | -1,
): Bound[] | null {
  const found: (Bound | undefined)[] = open.map(() => undefined)
  const visiting = new Set<number>()
  const visit = (meeting: number): Bound | null => {
    const known = found[meeting]
    if (known) return known
    if (visiting.has(meeting)) return null
    visiting.add(meeting)
    let bound: Bound = { slot: step === 1 ? -1 : Infinity, because: null }
    for (const neighbour of neighbours[meeting] ?? []) {
      const other = visit(neighbour)
      if (other === null) return null
      const slot = other.slot + step
      if ((slot - bound.slot) * step > 0) bound = { slot, because: neighbour }
    }
    const own = (open[meeting] ?? []).filter(slot => (slot - bound.slot) * step >= 0)
    const slot = step === 1 ? Math.min(...own) : Math.max(...own)
    const reached = { slot: own.length > 0 ? slot : bound.slot, because: bound.because }
    found[meeting] = reached
    return reached
  }
  for (const meeting of open.keys()) if (visit(meeting) === null) return null
  return found.filter(bound => bound !== undefined)
}

function chainOf(meeting: number, bounds: readonly Bound[]): number[] {
  const chain: number[] = []
  for (let next = bounds[meeting]?.because ?? null; next !== null; next = bounds[next]?.because ?? null)
    chain.push(next)
  return chain
}
