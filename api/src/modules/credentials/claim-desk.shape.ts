import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { certificationClaimShape } from '../certifications/certification-claim.shape.ts'
import { completenessChecks } from '../enterprises/completeness.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { productDeskShape } from '../products/product-desk.shape.ts'
import { credentialShape, evidenceShape, isStated } from './credential.shape.ts'

/** 공급역량 관리 — a claim as its desk sees it. */
export const claimDeskShape: Shape = {
  type: 'ClaimDesk',
  table: 'credential',
  fields: {
    id: column(row => globalIdSql('credential', `${row}.id`)),
    version: field('version'),
    claim: one({ shape: () => credentialShape, on: (row, claim) => `${claim}.id = ${row}.id` }),
    wasVerifiedBefore: column(
      row =>
        `exists (select 1 from verification v where v.credential_id = ${row}.id and v.claim_version < ${row}.version)`,
    ),
  },
}

extendShape(enterpriseDeskShape, {
  claims: many({
    shape: () => claimDeskShape,
    on: (row, claim) => `${claim}.enterprise_id = ${row}.id and ${isStated(claim)}`,
    orderBy: claim => `${claim}.kind desc, ${claim}.created_at desc, ${claim}.id desc`,
  }),
})

extendShape(productDeskShape, {
  evidence: many({
    shape: () => evidenceShape,
    on: (row, evidence) => `${evidence}.product_id = ${row}.id`,
    orderBy: evidence => `${evidence}.id`,
  }),
})

extendShape(certificationClaimShape, {
  evidence: many({
    shape: () => evidenceShape,
    on: (row, evidence) => `${evidence}.claim_id = ${row}.id`,
    orderBy: evidence => `${evidence}.id`,
  }),
})

completenessChecks.push({
  field: 'credentials',
  consequence: '공급역량이 없으면 담당자가 납품할 수 있는지 확인할 수 없습니다.',
  isSaid: row => `exists (select from credential c where c.enterprise_id = ${row}.id and ${isStated('c')})`,
})
