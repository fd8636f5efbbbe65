import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ParticipationFilter } from './narrow.ts'
import { readRanking } from './ranking.ts'

/** Which ones are meant: named, or all that a filter finds. */
interface Selection {
  ids: readonly string[] | null
  filter: ParticipationFilter | null
  seen: number | null
}

const most = 1_000

/** In the order of their rank where a filter finds them: whoever waits then waits in that order. */
export async function pickIds(
  ctx: Context,
  eventId: string,
  { ids, filter, seen }: Selection,
): Promise<string[]> {
  if (ids === null && seen === null)
    throw new Refusal(
      'BAD_USER_INPUT',
      'Say either `ids`, or `filter` and `seen`: how many it has found.',
      'ids',
    )
  const picked = ids ?? (await readRanking(ctx, eventId, filter ?? {}, 'rank')).map(row => row.id)
  if (ids === null && picked.length !== seen)
    throw new Refusal(
      'CONFLICT',
      `The filter finds ${picked.length} now; you have seen ${seen}.`,
      'seen',
      undefined,
      { rows: picked.length },
    )
  if (picked.length > most)
    throw new Refusal('BAD_USER_INPUT', `${picked.length} are meant; at most ${most} at once.`, 'ids')
  return [...picked]
}
