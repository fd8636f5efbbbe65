import type { EntityManager } from '@mikro-orm/postgresql'
import { readInside } from '../../../platform/read/read-inside.ts'
import type { Fields, LineChange, Noun } from '../line-changes.ts'

/** What an applied run has done to one thing, and which line did it first. */
export interface DoneChange extends Omit<LineChange, 'before' | 'after'> {
  rowId: string
  /** Null: the run made the thing. */
  before: Fields | null
  after: Fields
}

/** Everything that a run has done, each thing once: what two lines have done to it is put together. */
export async function readDoneChanges(em: EntityManager, runId: string): Promise<DoneChange[]> {
  const changes = await readInside<(LineChange & { rowId: string })[]>(
    em,
    `select coalesce(json_agg(r.change || jsonb_build_object('rowId', r.id::text)), '[]')::text as json from (
       select id, jsonb_array_elements(changes) as change from import_row
       where run_id = $1 and changes is not null order by id) r
     where not r.change ? 'isNotice'`,
    [runId],
  )
  const byThing = new Map<string, DoneChange>()
  for (const { noun, id, rowId, version, before, after } of changes) {
    const known = byThing.get(`${noun} ${id}`)
    byThing.set(`${noun} ${id}`, {
      ...{ noun, id, version, rowId: known?.rowId ?? rowId },
      before: known?.before === null || before === null ? null : { ...known?.before, ...before },
      after: { ...known?.after, ...after },
    })
  }
  return [...byThing.values()]
}

export const idsOf = (changes: readonly DoneChange[], noun: Noun, isMade: boolean): string[] =>
  changes.filter(change => change.noun === noun && (change.before === null) === isMade).map(({ id }) => id)
