import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isShowable } from '../../platform/line-of-text.ts'
import { ParticipationAway, ParticipationRound, type Participation } from './participation.entity.ts'

/** What an application says; what is left out stays as it is. */
export interface ApplicationWords {
  statement?: string | null
  groupId?: string | null
  roundIds?: readonly string[] | null
  seats?: number | null
  /** Null: as many as there is time for. */
  meetingsMost?: number | null
  awaySlotIds?: readonly string[] | null
}

/** Checked against the event, whole, before anything is written. */
export async function checkWords(ctx: Context, eventId: string, words: ApplicationWords): Promise<void> {
  const { seats, meetingsMost, groupId, roundIds, awaySlotIds } = words
  if (seats != null && (seats < 1 || seats > 20))
    throw new Refusal('BAD_USER_INPUT', `\`seats\` is ${seats}; expected 1 to 20.`, 'application.seats')
  if (meetingsMost != null && (meetingsMost < 1 || meetingsMost > 100))
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`meetingsMost\` is ${meetingsMost}; expected 1 to 100.`,
      'application.meetingsMost',
    )
  statementOf(words)
  await requireOfEvent(ctx, eventId, 'participant_group', groupId == null ? [] : [groupId], 'groupId')
  await requireOfEvent(ctx, eventId, 'event_round', roundIds ?? [], 'roundIds')
  await requireOfEvent(ctx, eventId, 'event_slot', awaySlotIds ?? [], 'awaySlotIds')
}

/** Several lines of a person's own; at most 1,000 characters. */
function statementOf({ statement }: ApplicationWords): string | null | undefined {
  if (statement == null) return statement
  const text = statement.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (text.length > 1_000)
    throw new Refusal(
      'BAD_USER_INPUT',
      '`statement` is longer than 1,000 characters.',
      'application.statement',
    )
  if (!text.split('\n').every(isShowable))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`statement` holds characters that cannot be shown; type it anew.',
      'application.statement',
    )
  return text === '' ? null : text
}

async function requireOfEvent(
  { em }: Context,
  eventId: string,
  table: 'participant_group' | 'event_round' | 'event_slot',
  ids: readonly string[],
  field: string,
): Promise<void> {
  const count = await readInside<number>(
    em,
    `select count(*)::text as json from ${table} x where x.event_id = $1::uuid and x.id = any($2::uuid[])`,
    [eventId, ids],
  )
  if (count !== new Set(ids).size)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`${field}\` names something that this event does not have.`,
      `application.${field}`,
    )
}

/** Writes what was checked; the row itself is there already, so that the database shows what hangs on it. */
export async function writeWords(
  { em }: Context,
  participation: Participation,
  words: ApplicationWords,
): Promise<void> {
  const { id: participationId } = participation
  const statement = statementOf(words)
  if (statement !== undefined) participation.statement = statement
  if (words.groupId !== undefined) participation.groupId = words.groupId
  if (words.seats != null) participation.seats = words.seats
  if (words.meetingsMost !== undefined) participation.meetingsMost = words.meetingsMost
  await em.flush()
  if (words.roundIds != null) {
    await em.nativeDelete(ParticipationRound, { participationId })
    for (const roundId of new Set(words.roundIds)) em.create(ParticipationRound, { participationId, roundId })
  }
  if (words.awaySlotIds != null) {
    await em.nativeDelete(ParticipationAway, { participationId })
    for (const slotId of new Set(words.awaySlotIds)) em.create(ParticipationAway, { participationId, slotId })
  }
}
