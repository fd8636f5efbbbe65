import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'

export const officerShape: Shape = {
  type: 'Officer',
  table: 'officer',
  fields: {
    id: column(row => globalIdSql('officer', `${row}.id`)),
    version: field('version'),
    name: field('name'),
    title: field('title'),
    phone: field('phone'),
    email: field('email'),
    purpose: field('purpose'),
    keepUntil: field('keep_until'),
    hasAccount: column(row => `${row}.person_id is not null`),
    isOverdue: column((row, use) => `${row}.keep_until < ${use.today()}`),
  },
}

/** The policy of the table decides. */
nodeKinds.set('officer', { shape: officerShape, key: 'id', isVisible: () => 'true' })
