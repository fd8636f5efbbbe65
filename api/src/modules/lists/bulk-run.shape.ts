import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { colleagueShape } from '../vetting/review.shape.ts'
import { bulkActionNames, bulkActionOf } from './bulk-actions.ts'

const undoable = bulkActionNames.filter(name => bulkActionOf(name).undo !== undefined)
const listed = undoable.map(name => `'${name}'`).join(', ')

const countRows = (run: string, condition = 'true') =>
  `(select count(*) from bulk_row b where b.run_id = ${run}.id and ${condition})`

/** What a row is called: by the enterprise it is, or is of. */
const nameOfTarget = `coalesce(
  (select e.name from enterprise e where e.id = b.target_id),
  (select e.name from review r join enterprise e on e.id = r.enterprise_id where r.id = b.target_id))`

export const bulkRunShape: Shape = {
  type: 'BulkRun',
  table: 'bulk_run',
  fields: {
    id: column(row => globalIdSql('bulkrun', `${row}.id`)),
    action: field('action'),
    state: field('state'),
    to: one({ shape: () => colleagueShape, on: (row, person) => `${person}.id = ${row}.to_id` }),
    reason: field('reason'),
    total: column(row => countRows(row)),
    worked: column(
      row => `case when ${row}.state in ('checking', 'checked') then ${countRows(row, 'b.outcome is not null')}
        else ${countRows(row, `b.outcome in ('changed', 'refused')`)} end`,
    ),
    wouldChange: column(row => countRows(row, `b.outcome in ('would_change', 'changed')`)),
    changed: column(row => countRows(row, `b.outcome = 'changed'`)),
    refused: column(row => countRows(row, `b.outcome = 'refused'`)),
    refusals: column(
      row => `(select coalesce(json_agg(g order by g.count desc, g.message), '[]') from (
        select b.code, b.block, min(b.message) as message, count(*) as count,
          (array_agg(${nameOfTarget} order by b.number))[1:5] as examples
        from bulk_row b where b.run_id = ${row}.id and b.outcome = 'refused'
        group by b.code, b.block, case when b.block is null then b.message end
        order by count(*) desc, min(b.message) limit 20) g)`,
    ),
    canBeUndone: column(
      row => `(${row}.state in ('done', 'stopped') and ${row}.action in (${listed})
        and exists (select 1 from bulk_row b where b.run_id = ${row}.id and b.outcome = 'changed')
        and ${row}.undoes_id is null
        and not exists (select 1 from bulk_run u where u.undoes_id = ${row}.id))`,
    ),
    undoes: column(
      row => `case when ${row}.undoes_id is not null then ${globalIdSql('bulkrun', `${row}.undoes_id`)} end`,
    ),
    createdAt: field('created_at'),
  },
}

/** Whoever asked for it, and nobody else: the database says the same (Migration023BulkRuns). */
export const isRunOf = (row: string, viewer: string) => `${row}.person_id = ${viewer}`

nodeKinds.set('bulkrun', {
  shape: bulkRunShape,
  key: 'id',
  isVisible: (row, viewer) => isRunOf(row, viewer()),
})
