import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, type Shape } from '../../platform/read/shape.ts'

export const categoryShape: Shape = {
  type: 'Category',
  table: 'category',
  fields: {
    id: column(row => globalIdSql('category', `${row}.code`, 'code')),
    code: field('code'),
    name: field('name'),
    nameEn: field('name_en'),
    level: column(
      row => `(array['segment', 'family', 'class', 'commodity', 'detail'])[length(${row}.code) / 2]`,
    ),
    path: many({
      shape: () => categoryShape,
      on: (row, ancestor) =>
        `${ancestor}.code in (${[2, 4, 6, 8].map(digits => `left(${row}.code, ${digits})`).join(', ')}, ${row}.code)`,
      orderBy: ancestor => `${ancestor}.code`,
    }),
  },
}
