import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, type Shape } from '../../platform/read/shape.ts'

export const regionShape: Shape = {
  type: 'Region',
  table: 'region',
  fields: {
    id: column(row => globalIdSql('region', `${row}.code`, 'code')),
    code: field('code'),
    name: field('name'),
    fullName: field('full_name'),
    validFrom: field('valid_from'),
    validUntil: field('valid_until'),
    predecessors: many({
      shape: () => regionShape,
      on: (row, from) =>
        `${from}.code in (select s.from_code from region_succession s where s.to_code = ${row}.code)`,
      orderBy: from => `${from}.code`,
    }),
    successors: many({
      shape: () => regionShape,
      on: (row, to) =>
        `${to}.code in (select s.to_code from region_succession s where s.from_code = ${row}.code)`,
      orderBy: to => `${to}.code`,
    }),
  },
}
