import type { SearchFilter } from '@panro/search'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { categoryPrefix } from '../categories/category-code.ts'
import { assertCodesAreKnown } from './known-codes.ts'

/** What a caller asks of a list, checked: nothing of it reaches SQL or the engine in another way. */
export interface CheckedFilter extends SearchFilter {
  /** The day on which the certifications are judged. */
  on: Day
}

/** As callers give it. */
export interface FilterInput {
  categories?: string[] | null
  certifications?: string[] | null
  certifiedOn?: string | null
  regions?: string[] | null
  hasDeliveryRecord?: boolean | null
  price?: { min?: number | null; max?: number | null } | null
  leadDaysMax?: number | null
}

const mostValues = 20

/** Refuses what cannot be meant: a form that no code has, and a code that is of nothing. */
export async function checkFilter(
  ctx: Pick<Context, 'em' | 'today' | 'signal'>,
  input: FilterInput | null | undefined,
): Promise<CheckedFilter> {
  const filter = checkForms(ctx, input)
  await assertCodesAreKnown(ctx, filter)
  return filter
}

function checkForms({ today }: Pick<Context, 'today'>, input: FilterInput | null | undefined): CheckedFilter {
  const filter: CheckedFilter = { on: input?.certifiedOn ?? today }
  const categories = values(input?.categories, 'filter.categories')
  const certifications = values(input?.certifications, 'filter.certifications')
  const regions = values(input?.regions, 'filter.regions')
  if (categories) filter.categories = categories.map(code => categoryPrefix(code, 'filter.categories'))
  if (certifications) filter.certifications = certifications.map(kindCode)
  if (regions) filter.regions = regions.map(regionPrefix)
  if (input?.price) filter.price = priceRange(input.price.min ?? undefined, input.price.max ?? undefined)
  if (input?.leadDaysMax != null) filter.leadDaysMax = days(input.leadDaysMax)
  if (input?.hasDeliveryRecord != null) filter.hasDeliveryRecord = input.hasDeliveryRecord
  return filter
}

/** An empty list asks for nothing in particular, as a form with no box ticked does. */
function values(list: string[] | null | undefined, field: string): string[] | null {
  if (!list || list.length === 0) return null
  if (list.length <= mostValues) return [...new Set(list)]
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`${field}\` has ${list.length} values; at most ${mostValues} are taken.`,
    field,
  )
}

function kindCode(code: string): string {
  if (/^[a-z_]{2,40}$/.test(code)) return code
  throw new Refusal(
    'BAD_USER_INPUT',
    '`filter.certifications`: expected the `code` of a certification kind, e.g. social_enterprise.',
    'filter.certifications',
  )
}

function regionPrefix(code: string): string {
  if (/^(\d{2}|\d{5}|\d{10})$/.test(code)) return code
  throw new Refusal(
    'BAD_USER_INPUT',
    '`filter.regions`: a region code prefix has 2 (시도), 5 (시군구) or 10 digits.',
    'filter.regions',
  )
}

function priceRange(min: number | undefined, max: number | undefined): { min?: number; max?: number } {
  if (min !== undefined && max !== undefined && min > max)
    throw new Refusal('BAD_USER_INPUT', '`filter.price`: `min` is above `max`.', 'filter.price')
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function days(count: number): number {
  if (count >= 0) return count
  throw new Refusal(
    'BAD_USER_INPUT',
    '`filter.leadDaysMax` is a number of days of 0 or more.',
    'filter.leadDaysMax',
  )
}
