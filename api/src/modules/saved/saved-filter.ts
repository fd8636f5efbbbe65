import type { Day } from '../../platform/day.ts'
import type { CheckedFilter } from '../catalogue/filter.ts'

/** A filter as it is kept: checked, and without a day unless the person has named one. */
export interface SavedFilter extends Omit<CheckedFilter, 'on'> {
  certifiedOn?: Day
}

/** As asked on a day: certifications are judged then, unless another day was named. */
export function askedOn({ certifiedOn, ...filter }: SavedFilter, today: Day): CheckedFilter {
  return { ...filter, on: certifiedOn ?? today }
}
