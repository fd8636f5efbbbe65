import { addDays, type Day } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import type { Order } from '../../platform/page/keyset.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import { Refusal } from '../../platform/refusal.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import type { EnterpriseState } from '../enterprises/enterprise.states.ts'
import { isAtCenter } from '../enterprises/find-desk.ts'
import { lastReviewSql, nextExpirySql } from './desk-columns.shape.ts'

export const keepers = ['own', 'nobody'] as const
export type Keeper = (typeof keepers)[number]

export const reviewedStates = ['open', 'closed', 'never'] as const
export type Reviewed = (typeof reviewedStates)[number]

export interface DeskFilter {
  words?: string | null
  states?: EnterpriseState[] | null
  certifications?: string[] | null
  expiresWithin?: number | null
  region?: string | null
  keeper?: Keeper | null
  reviewed?: Reviewed | null
}

type Asking = Pick<Context, 'today'>
const longestWords = 100
const mostDays = 3_650

/** The enterprises that the staff who ask keep, as far as they meet the filter: the same for list, count and bulk. */
export function narrowDesks(conditions: Conditions, filter: DeskFilter, { today }: Asking): void {
  conditions.add(isAtCenter('t'))
  const { states, certifications, expiresWithin, region, keeper, reviewed } = filter
  for (const word of wordsOf(filter.words ?? '')) conditions.add(isCalled(conditions, word))
  if (states?.length) conditions.add(`t.state = any(${conditions.value(states)}::text[])`)
  if (certifications?.length) {
    const kinds = conditions.value(certifications)
    conditions.add(holds(`c.kind_code = any(${kinds}::text[])`, dayValue(conditions, today)))
  }
  if (expiresWithin != null) {
    const until = dayValue(conditions, addDays(today, daysOf(expiresWithin)))
    conditions.add(holds(`c.valid_until <= ${until}`, dayValue(conditions, today)))
  }
  if (region) conditions.add(`t.region_code like ${conditions.value(`${prefixOf(region)}%`)}`)
  if (keeper) conditions.add(keeper === 'own' ? 't.center_id is not null' : 't.center_id is null')
  if (reviewed) conditions.add(reviewedSql[reviewed])
}

const dayValue = (conditions: Conditions, day: Day) => `${conditions.value(day)}::date`

const holds = (condition: string, today: string) => `exists (
  select 1 from certification c where c.enterprise_id = t.id and ${condition} and ${validitySql('c', today)} = 'valid')`

const ofCenter = `r.enterprise_id = t.id and r.center_id = scope_center() and r.state <> 'draft'`
const isOpen = `r.state in ('submitted', 'in_review', 'returned', 're_review')`
const reviewedSql: Record<Reviewed, string> = {
  open: `exists (select 1 from review r where ${ofCenter} and ${isOpen})`,
  closed: `exists (select 1 from review r where ${ofCenter}) and not exists (select 1 from review r where ${ofCenter} and ${isOpen})`,
  never: `not exists (select 1 from review r where ${ofCenter})`,
}

function wordsOf(text: string): string[] {
  if (text.length > longestWords)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`words\` is longer than ${longestWords} characters.`,
      'filter.words',
    )
  if (text.includes('\0'))
    throw new Refusal('BAD_USER_INPUT', '`words` has a character that no name has.', 'filter.words')
  return text.split(/\s+/).filter(Boolean).slice(0, 5)
}

/** By name, earlier name, initials (초성) or figures of the business number. */
function isCalled(conditions: Conditions, word: string): string {
  const inside = conditions.value(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  const figures = word.replaceAll('-', '')
  const byNumber = /^\d{2,10}$/.test(figures)
    ? ` or t.business_number like ${conditions.value(`%${figures}%`)}`
    : ''
  return `(t.name ilike ${inside} or t.initials like ${inside}${byNumber}
    or exists (select 1 from enterprise_name n where n.enterprise_id = t.id and n.name ilike ${inside}))`
}

function daysOf(days: number): number {
  if (days >= 0 && days <= mostDays) return days
  throw new Refusal('BAD_USER_INPUT', `\`expiresWithin\` is ${days}; expected 0 to ${mostDays}.`, 'filter')
}

/** 10 figures, of which trailing zeroes mean all that lies within. */
function prefixOf(code: string): string {
  if (!/^\d{2,10}$/.test(code))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`region` is a code of 2 to 10 figures, as in `regions`.',
      'filter.region',
    )
  return code.replace(/^(\d{2})0+$/, '$1').replace(/^(\d{5})0+$/, '$1')
}

export const deskSorts = ['name', 'newest', 'updated', 'expiry', 'reviewed'] as const
export type DeskSort = (typeof deskSorts)[number]

export function deskOrder(sort: DeskSort, today: Day): Order {
  const order = (key: string, type: Order['type'], rest: Partial<Order> = {}): Order => ({
    name: `desks:${sort}`,
    key,
    type,
    isNullable: false,
    isDescending: false,
    id: { column: 't.id', type: 'uuid' },
    ...rest,
  })
  const byDay = (day: string) => `(${day} - '1900-01-01'::date)::bigint`
  if (sort === 'expiry')
    return order(byDay(nextExpirySql('t', `'${today}'::date`)), 'bigint', { isNullable: true })
  if (sort === 'reviewed')
    return order(lastReviewSql('t', 'coalesce(r.decided_at, r.opened_at)'), 'timestamptz', {
      isNullable: true,
    })
  if (sort === 'name') return order('t.name', 'text')
  return order(sort === 'newest' ? 't.created_at' : 't.updated_at', 'timestamptz', { isDescending: true })
}
