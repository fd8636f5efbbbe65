import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'

export const noticeShape: Shape = {
  type: 'Notice',
  table: 'notice',
  fields: {
    id: column(row => globalIdSql('notice', `${row}.id`)),
    kind: field('kind'),
    subject: field('subject'),
    // The page stands beside it, as a path of this site.
    body: column(row => `trim(both E'\\n' from replace(${row}.body, '{link}', ''))`),
    path: field('path'),
    at: field('leaves_at'),
    isNew: column(row => `${row}.read_at is null`),
  },
}

/** What a person has been told: what is still held back for an undo is not told yet. */
export const isNoticeTo = (row: string, person: string, now = 'now()') =>
  `${row}.person_id = ${person} and ${row}.state <> 'withdrawn' and ${row}.leaves_at <= ${now}`

nodeKinds.set('notice', {
  shape: noticeShape,
  key: 'id',
  isVisible: (row, viewer) => isNoticeTo(row, viewer()),
})
