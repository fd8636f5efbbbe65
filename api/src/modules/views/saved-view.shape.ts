import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'

export const savedViewShape: Shape = {
  type: 'SavedView',
  table: 'saved_view',
  fields: {
    id: column(row => globalIdSql('savedview', `${row}.id`)),
    version: field('version'),
    list: field('list'),
    name: field('name'),
    filter: field('filter'),
    columns: field('columns'),
    sort: field('sort'),
    density: field('density'),
    isShared: field('is_shared'),
    isMine: column((row, use) => `${row}.person_id = ${use.viewer()}`),
    madeBy: column(row => `(select p.name from person p where p.id = ${row}.person_id)`),
    canChange: column((row, use) => `(${row}.person_id = ${use.viewer()} or ${isLead(use.viewer())})`),
    updatedAt: field('updated_at'),
  },
}

const isLead = (viewer: string) =>
  `exists (select 1 from person l where l.id = ${viewer} and l.role = 'lead')`

/** What a member of staff sees of views: their own, and what colleagues of their centre share. */
export const isViewFor = (row: string, viewer: string) =>
  `${row}.center_id = (select v.center_id from person v where v.id = ${viewer}) and (${row}.person_id = ${viewer} or ${row}.is_shared)`

nodeKinds.set('savedview', {
  shape: savedViewShape,
  key: 'id',
  isVisible: (row, viewer) => isViewFor(row, viewer()),
})
