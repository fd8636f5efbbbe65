import { column, extendShape, one } from '../../platform/read/shape.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { isReviewOf, reviewShape } from '../vetting/review.shape.ts'

/** The first of the days on which something ends that counts today; null: nothing that counts has an end. */
export const nextExpirySql = (enterprise: string, today: string) => `(
  select min(c.valid_until) from certification c
  where c.enterprise_id = ${enterprise}.id and c.valid_until >= ${today} and ${validitySql('c', today)} = 'valid')`

/** Of the latest case that the centre of who asks has of the enterprise. */
export const lastReviewSql = (enterprise: string, what: string) => `(
  select ${what} from review r
  where r.enterprise_id = ${enterprise}.id and r.center_id = scope_center() and r.state <> 'draft'
  order by r.opened_at desc, r.id desc limit 1)`

extendShape(enterpriseDeskShape, {
  nextExpiry: column((row, use) => nextExpirySql(row, use.today())),
  hasCenter: column(row => `${row}.center_id is not null`),
  lastReview: one({
    shape: () => reviewShape,
    on: (row, review, use) =>
      `${review}.id = ${lastReviewSql(row, 'r.id')} and ${isReviewOf(review, use.viewer())}`,
  }),
})
