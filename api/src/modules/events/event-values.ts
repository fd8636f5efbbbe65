import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { paragraphOf } from '../vetting/paragraph.ts'
import { RequirementSet } from '../vetting/requirement-set.entity.ts'
import type { EventKind } from './event.entity.ts'

/** What is said of an event as a whole; undefined leaves a thing as it is, null clears it. */
export interface EventValues {
  kind?: EventKind | null | undefined
  title?: string | null | undefined
  year?: number | null | undefined
  host?: string | null | undefined
  venue?: string | null | undefined
  summary?: string | null | undefined
  isPublic?: boolean | null | undefined
  requirementSet?: string | null | undefined
  applyUntil?: Date | null | undefined
  wishesUntil?: Date | null | undefined
  replyDays?: number | null | undefined
  enterprisesWanted?: number | null | undefined
  departmentsWanted?: number | null | undefined
  slotMinutes?: number | null | undefined
  gapMinutes?: number | null | undefined
  fairness?: number | null | undefined
}

const ranges = {
  year: [2000, 2100],
  replyDays: [1, 60],
  enterprisesWanted: [1, 10_000],
  departmentsWanted: [1, 10_000],
  slotMinutes: [5, 480],
  gapMinutes: [0, 240],
  fairness: [0, 50],
} as const

/** The columns that the values mean; refuses what the database would. */
export async function eventColumns(ctx: Context, values: EventValues, at: string) {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value: unknown = Reflect.get(values, name)
    if (typeof value === 'number' && (value < least || value > most))
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`${name}\` is ${value}; expected ${least} to ${most}.`,
        `${at}.${name}`,
      )
  }
  const { title, host, venue, summary, requirementSet, ...rest } = values
  const { kind, year, isPublic, replyDays, slotMinutes, gapMinutes, fairness, ...nullable } = rest
  return {
    ...nullable,
    // Of these there is always one; null says no more than nothing said.
    ...present({ kind, year, isPublic, replyDays, slotMinutes, gapMinutes, fairness }),
    ...(title != null && { title: lineOfText(title, `${at}.title`, 120) }),
    ...(host !== undefined && { host: lineOrNothing(host, `${at}.host`, 120) ?? null }),
    ...(venue !== undefined && { venue: lineOrNothing(venue, `${at}.venue`, 200) ?? null }),
    ...(summary !== undefined && { summary: textOf(summary, `${at}.summary`) }),
    ...(requirementSet !== undefined && {
      requirementSetSeriesId: await seriesOf(ctx, requirementSet, `${at}.requirementSet`),
    }),
  }
}

function present<T extends object>(values: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const said = Object.entries(values).filter(([, value]) => value != null)
  // What is left of an object has its own types.
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(said) as { [Name in keyof T]?: NonNullable<T[Name]> }
}

const textOf = (text: string | null, field: string) =>
  text === null || text.trim() === '' ? null : paragraphOf(text, field)

async function seriesOf({ em, actor }: Context, id: string | null, field: string): Promise<string | null> {
  if (id === null) return null
  const set = await em.findOne(RequirementSet, {
    id: keyOf('requirementset', id, field),
    centerId: actor.centerId,
    purpose: 'event',
  })
  if (set) return set.seriesId
  throw new Refusal('BAD_USER_INPUT', 'There is no such requirement set for events.', field)
}
