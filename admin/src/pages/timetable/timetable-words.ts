import type { EnumOf, ResultOf } from '../../api/graphql.ts'
import { t } from '../../locales/matching-text.ts'
import { clock } from '../../parts/format/moment.ts'
import type { Tone } from '../../ui/AppBadge.vue'
import type { OneTimetable } from './timetable.documents.ts'

export type Timetable = NonNullable<ResultOf<typeof OneTimetable>['timetable']>
export type Cell = Timetable['cells'][number]
export type Slot = Timetable['slots'][number]

const states = {
  SOLVING: 'timetable.solving',
  DRAFT: 'timetable.draft',
  PUBLISHED: 'timetable.published',
  SUPERSEDED: 'timetable.superseded',
  DISCARDED: 'timetable.discarded',
  FAILED: 'timetable.failed',
} as const satisfies Record<EnumOf<'TimetableState'>, Parameters<typeof t>[0]>

export const stateText = (state: EnumOf<'TimetableState'>): string => t(states[state])

/** 최적 증명됨, 차이 n, 불가능: how good it is, at a glance. */
export function proofBadge({ proof, cells }: Timetable): { tone: Tone; text: string } | null {
  if (proof === null) return null
  const { kind, value, bound } = proof
  if (kind === 'OPTIMAL') return { tone: 'good', text: t('timetable.optimal') }
  if (kind === 'INFEASIBLE') return { tone: 'bad', text: t('timetable.infeasible') }
  // Drawn up elsewhere, or before anything was measured: it stands, and nobody has looked how good it is.
  if (cells.length > 0 && value === null) return { tone: 'plain', text: t('timetable.unproven') }
  if (kind === 'UNKNOWN' || value === null || bound === null)
    return { tone: 'warn', text: t('timetable.unknown') }
  return { tone: 'warn', text: t('timetable.gap', { gap: value - bound, value, bound }) }
}

export const timeOf = ({ startsAt }: { startsAt: string }): string => clock(new Date(startsAt))

/** When and where, in the words of the grid. */
export function whereOf(
  { slots, places }: Timetable,
  { slotId, placeId }: Pick<Cell, 'slotId' | 'placeId'>,
): string {
  const slot = slots.find(({ id }) => id === slotId)
  const place = places.find(({ id }) => id === placeId)
  return [slot && timeOf(slot), place?.name].filter(Boolean).join(' ')
}

export const pairOf = ({ enterpriseName, departmentName }: Pick<Cell, 'enterpriseName' | 'departmentName'>) =>
  t('matches.pair', { enterprise: enterpriseName, department: departmentName })
