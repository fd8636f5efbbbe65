import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, one, type Shape } from '../../platform/read/shape.ts'
import { categoryShape } from './category.shape.ts'

export const aliasShape: Shape = {
  type: 'CategoryAlias',
  table: 'category_alias',
  fields: {
    id: column(row => globalIdSql('categoryalias', `${row}.id`)),
    term: field('term'),
    relation: field('relation'),
    category: one({
      shape: () => categoryShape,
      on: (row, category) => `${category}.code = ${row}.category_code`,
    }),
    updatedAt: field('updated_at'),
  },
}

export const isActiveAlias = (row: string) => `${row}.is_active`
