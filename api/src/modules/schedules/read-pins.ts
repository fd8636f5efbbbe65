import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { Cell } from './keep-draft.ts'
import type { Pin } from './round-plan.ts'

/** Where the meetings of a timetable are. */
export const readCells = ({ em }: Context, run: string): Promise<Cell[]> =>
  readInside(
    em,
    `select coalesce(json_agg(json_build_object('match', t.match_id, 'slot', t.slot_id, 'place', t.place_id,
       'isPinned', t.is_pinned)), '[]')::text as json from timetable_place t where t.run_id = $1::uuid`,
    [run],
  )

export const pinsIn = (cells: readonly Cell[]): Map<string, Pin> =>
  new Map(cells.filter(({ isPinned }) => isPinned).map(({ match, slot, place }) => [match, { slot, place }]))

/** What is pinned in the timetable that a new one follows: the latest that was neither dropped nor failed. */
export async function currentPins(ctx: Context, round: string): Promise<Map<string, Pin>> {
  const latest = await readInside<string | null>(
    ctx.em,
    `select to_json(r.id)::text as json from timetable_run r where r.round_id = $1::uuid
       and r.state in ('draft', 'published', 'superseded') order by r.number desc limit 1`,
    [round],
  )
  return latest === null ? new Map() : pinsIn(await readCells(ctx, latest))
}
