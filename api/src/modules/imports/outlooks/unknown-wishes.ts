import type { Side } from '../../curation/participation.states.ts'
import type { EventStanding } from './event-standing.ts'
import type { JudgedRow } from './judged-row.ts'

/** What a row wishes that the other list does not know; while there is no other list, everything is still open. */
export function unknownOf({ listed }: EventStanding, side: Side, wished: readonly string[]): string[] {
  const others = listed.filter(one => one.side !== side)
  if (others.length === 0) return []
  const known = new Set(others.flatMap(({ number, knownAs }) => [number, knownAs ?? number]))
  return wished.filter(one => !known.has(one))
}

const most = 20

/** Of both lists together: what is still open, and what the other one wished that nobody is. */
export function remarksOf(standing: EventStanding, side: Side, rows: readonly JudgedRow[]): string[] {
  const others = standing.listed.filter(one => one.side !== side)
  const open = rows.reduce((sum, { record }) => sum + record.wished.length, 0)
  if (others.length === 0)
    return open === 0
      ? []
      : [`상대 명단을 아직 가져오지 않았습니다. 희망 ${open}건은 그 명단을 가져올 때 이어집니다.`]
  const own = standing.listed.filter(one => one.side === side)
  const known = new Set([
    ...own.flatMap(({ number, knownAs }) => [number, knownAs ?? number]),
    ...rows.flatMap(({ record, facts }) => [record.number, facts['knownAs'] ?? record.number]),
  ])
  const lost = others.flatMap(({ number, wished }) => {
    const missing = wished.filter(one => !known.has(one))
    return missing.length === 0 ? [] : [`${number} → ${missing.join(', ')}`]
  })
  if (lost.length === 0) return []
  const more = lost.length > most ? ` 밖에 ${lost.length - most}건` : ''
  return [
    `먼저 가져온 명단이 바라는 번호 가운데 이 명단에 없는 것이 있습니다: ${lost.slice(0, most).join(' · ')}${more}. 그 명단을 고쳐 다시 올리면 이어집니다.`,
  ]
}

/** In one order, so that the same wishes read the same. */
export const wishedText = (wished: readonly string[]) => [...wished].sort().join(', ') || null
