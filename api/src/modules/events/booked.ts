import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'

/** Slots, places, or certain slots of certain places; from a seat on where a place is to hold less. */
export interface Spots {
  slots?: readonly string[]
  places?: readonly string[]
  fromSeat?: number
}

/** What happens on meetings that were timed there. */
export interface Touched {
  /** Planned meetings, told to who takes part. */
  meetings: number
  /** Pairs in a draft of a timetable. */
  drafted: number
}

interface Found extends Touched {
  /** Begun, held or missed: that is history. */
  past: number
}

/**
 * 예약 — the one place that knows how meetings hang on slots and places, rooms downhill from here. Nothing is
 * unscheduled unless whoever asks has seen how much that is; what has happened stays where it happened.
 */
export async function clearSpots(ctx: Context, spots: Spots, isConfirmed: boolean): Promise<Touched> {
  const { past, meetings, drafted } = await find(ctx, spots)
  if (past > 0)
    throw new Refusal(
      'WRONG_STATE',
      `${past} meetings have begun or been held there; they stay where they were.`,
      'id',
      undefined,
      { meetings: past, isPast: true },
    )
  if (meetings + drafted > 0 && !isConfirmed)
    throw new Refusal(
      'WRONG_STATE',
      `${meetings} meetings and ${drafted} places of a draft timetable are there; confirm to take them off it.`,
      'isConfirmed',
      undefined,
      { meetings, drafted, isPast: false },
    )
  if (meetings + drafted > 0) await unschedule(ctx, spots)
  // What was cancelled still points there, and means nothing any more.
  await ctx.em.execute(
    ...bound(
      `update meeting m set slot_id = null, place_id = null where m.state = 'cancelled' and ${at}`,
      spots,
    ),
  )
  return { meetings, drafted }
}

const at = `(?::uuid[] is null or m.slot_id = any(?::uuid[])) and (?::uuid[] is null or m.place_id = any(?::uuid[]))
  and m.place_seat >= ?::integer`

const drafts = `(?::uuid[] is null or t.slot_id = any(?::uuid[])) and (?::uuid[] is null or t.place_id = any(?::uuid[]))
  and ?::integer = 0`

const array = (keys: readonly string[] | undefined) => (keys ? `{${keys.join(',')}}` : null)

/** A statement that speaks of the spots once. */
function bound(text: string, { slots, places, fromSeat = 0 }: Spots): [string, unknown[]] {
  return [text, [array(slots), array(slots), array(places), array(places), fromSeat]]
}

async function find({ em }: Context, { slots, places, fromSeat = 0 }: Spots): Promise<Found> {
  const numbered = (text: string) => {
    const names = ['$1', '$1', '$2', '$2', '$3']
    return text.replaceAll('?', () => names.shift() ?? '')
  }
  return readInside<Found>(
    em,
    `select json_build_object(
       'past', (select count(*) from meeting m where m.state in ('started', 'held', 'no_show') and ${numbered(at)}),
       'meetings', (select count(*) from meeting m where m.state = 'planned' and ${numbered(at)}),
       'drafted', (select count(*) from timetable_place t join timetable_run r on r.id = t.run_id
         where r.state in ('solving', 'draft') and ${numbered(drafts)}))::text as json`,
    [array(slots), array(places), fromSeat],
  )
}

interface Freed {
  id: string
  slot: string | null
  place: string | null
}

async function unschedule(ctx: Context, spots: Spots) {
  const { em, now } = ctx
  await em.execute(
    ...bound(
      `delete from meeting_seat s using meeting m where m.id = s.meeting_id and m.state = 'planned' and ${at}`,
      spots,
    ),
  )
  const [where, values] = bound(at, spots)
  const freed: Freed[] = await em.execute(
    `with old as (select m.id, m.slot_id as slot, m.place_id as place from meeting m where m.state = 'planned' and ${where})
     update meeting set slot_id = null, place_id = null, version = version + 1, updated_at = ?
       from old where meeting.id = old.id
     returning meeting.id, old.slot, old.place`,
    [...values, now],
  )
  for (const { id, slot, place } of freed)
    record(
      ctx,
      'meeting.unscheduled',
      { type: 'meeting', id },
      { changes: [gone('slot', slot), gone('place', place)] },
    )
  await em.execute(...bound(`delete from timetable_place t where ${drafts}`, spots))
}

const gone = (field: string, from: string | null) => ({ field, from, to: null })

/** A round or a day in which something has been timed or somebody has come is part of the record. */
export async function assertUnused({ em }: Context, what: 'round' | 'day', keys: readonly string[]) {
  const used = await readInside<number>(
    em,
    what === 'round'
      ? `select ((select count(*) from meeting m where m.round_id = any($1::uuid[]))
           + (select count(*) from timetable_run r where r.round_id = any($1::uuid[])))::text as json`
      : `select count(*)::text as json from check_in c where c.day_id = any($1::uuid[])`,
    [array(keys)],
  )
  if (used === 0) return
  throw new Refusal(
    'WRONG_STATE',
    what === 'round'
      ? 'Meetings have been timed in that round; it stays.'
      : `${used} participants have checked in on that day; it stays.`,
    'id',
    undefined,
    { used },
  )
}
