import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertUnused } from './booked.ts'
import { EventRound } from './event.entity.ts'
import { changeSection, type SeenEvent } from './find-event.ts'

export interface RoundValues {
  /** Of the round it continues; null: a new one. */
  id: string | null
  title: string
  theme: string | null
  isOnline: boolean
  /** Between zones of the venue. */
  travelMinutes: number
}

const mostRounds = 50

/** 회차 저장 — all of them in order; one that is not named any more goes, with its days. */
export const setRounds = (ctx: Context, seen: SeenEvent, rounds: readonly RoundValues[]) =>
  changeSection(ctx, 'event.rounds_set', seen, async (ctx, event) => {
    assertCount(rounds.length, mostRounds, 'rounds')
    if (rounds.length === 0) throw new Refusal('BAD_USER_INPUT', 'An event has at least one round.', 'rounds')
    const values = rounds.map(({ id, title, theme, isOnline, travelMinutes }, index) => ({
      id,
      title: lineOfText(title, `rounds.${index}.title`, 120),
      theme: lineOrNothing(theme, `rounds.${index}.theme`, 200) ?? null,
      isOnline,
      travelMinutes: minutesOf(travelMinutes, `rounds.${index}.travelMinutes`),
    }))
    const stored = await ctx.em.find(EventRound, { eventId: event.id })
    const kept = values.flatMap(({ id }) => (id === null ? [] : [keptOf(stored, id, 'rounds')]))
    const gone = stored.filter(round => !kept.includes(round)).map(({ id }) => id)
    if (gone.length > 0) {
      await assertUnused(ctx, 'round', gone)
      await ctx.em.nativeDelete(EventRound, { id: { $in: gone } })
    }
    // Numbers move out of each other's way first: no two rounds of an event share one, not even in passing.
    for (const round of kept) round.number += mostRounds + stored.length
    await ctx.em.flush()
    for (const [index, { id, ...rest }] of values.entries()) {
      const round = id === null ? undefined : stored.find(each => each.id === id)
      if (round) Object.assign(round, rest, { number: index + 1 })
      else ctx.em.create(EventRound, { id: newId(), eventId: event.id, number: index + 1, ...rest })
    }
    return { rounds: values.length, removed: gone.length }
  })

const mostMinutes = 240

function minutesOf(minutes: number, field: string): number {
  if (minutes >= 0 && minutes <= mostMinutes) return minutes
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is ${minutes}; expected 0 to ${mostMinutes}.`, field)
}

/** The stored row that a list goes on with. */
export function keptOf<Row extends { id: string }>(stored: readonly Row[], id: string, field: string): Row {
  const row = stored.find(each => each.id === id)
  if (row) return row
  throw new Refusal('NOT_FOUND', `One of \`${field}\` is not of this event, or is gone.`, field)
}

export function assertCount(count: number, most: number, field: string): void {
  if (count > most)
    throw new Refusal('BAD_USER_INPUT', `\`${field}\` has ${count} entries; at most ${most}.`, field)
}
