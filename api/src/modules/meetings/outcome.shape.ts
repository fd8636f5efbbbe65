import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, type Shape } from '../../platform/read/shape.ts'

export const outcomeShape: Shape = {
  type: 'Outcome',
  table: 'outcome',
  fields: {
    id: column(row => globalIdSql('outcome', `${row}.id`)),
    side: field('side'),
    result: field('result'),
    won: field('won'),
    item: field('item'),
    category: field('category_code'),
    nextStep: field('next_step'),
    dueOn: field('due_on'),
    note: field('note'),
    enteredAt: field('updated_at'),
  },
}
