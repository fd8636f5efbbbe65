import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { completenessChecks } from '../enterprises/completeness.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { certificationKindShape } from './certification.shape.ts'

export const certificationClaimShape: Shape = {
  type: 'CertificationClaim',
  table: 'certification_claim',
  fields: {
    id: column(row => globalIdSql('certificationclaim', `${row}.id`)),
    version: field('version'),
    kind: one({ shape: () => certificationKindShape, on: (row, kind) => `${kind}.code = ${row}.kind_code` }),
    number: field('number'),
    issuer: field('issuer'),
    issuedOn: field('issued_on'),
    validFrom: field('valid_from'),
    validUntil: field('valid_until'),
    state: field('state'),
    decidedFor: field('decided_for'),
    allowedActions: field('state'),
    updatedAt: field('updated_at'),
  },
}

extendShape(enterpriseDeskShape, {
  certificationClaims: many({
    shape: () => certificationClaimShape,
    on: (row, claim) => `${claim}.enterprise_id = ${row}.id and ${claim}.state <> 'withdrawn'`,
    orderBy: claim => `${claim}.created_at desc, ${claim}.id desc`,
  }),
})

completenessChecks.push({
  field: 'certifications',
  consequence: '인증이 없으면 인증기업 조건으로 찾는 담당자에게 나타나지 않습니다.',
  isSaid: row => `exists (select from certification c where c.enterprise_id = ${row}.id)
    or exists (select from certification_claim c where c.enterprise_id = ${row}.id and c.state = 'claimed')`,
})
