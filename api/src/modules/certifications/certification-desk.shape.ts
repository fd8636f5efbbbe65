import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { certificationShape } from './certification.shape.ts'

/** 인증 관리 — a certification that counts or has counted, as its desk sees it. */
export const certificationDeskShape: Shape = {
  type: 'CertificationDesk',
  table: 'certification',
  fields: {
    id: column(row => globalIdSql('certification', `${row}.id`)),
    version: field('version'),
    certification: one({
      shape: () => certificationShape,
      on: (row, certification) => `${certification}.id = ${row}.id`,
    }),
    allowedActions: column(row => `(${row}.cancelled_on is not null or ${row}.returned_on is not null)`),
  },
}

extendShape(enterpriseDeskShape, {
  certificates: many({
    shape: () => certificationDeskShape,
    on: (row, certification) => `${certification}.enterprise_id = ${row}.id`,
    orderBy: certification =>
      `coalesce(${certification}.valid_until, 'infinity') desc, ${certification}.valid_from desc nulls last, ${certification}.id`,
  }),
})
