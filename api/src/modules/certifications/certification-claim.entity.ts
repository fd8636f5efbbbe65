import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { Certification } from './certification.entity.ts'

export const certificationClaimStates = ['claimed', 'confirmed', 'refused', 'withdrawn'] as const
export type CertificationClaimState = (typeof certificationClaimStates)[number]

/** 적은 인증 — a certificate as its enterprise states it; counts for nothing until staff have confirmed it. */
export const CertificationClaimSchema = defineEntity({
  name: 'CertificationClaim',
  properties: {
    ...identity,
    ...edited,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    kindCode: p.text(),
    number: p.text(),
    issuer: p.text(),
    issuedOn: p.date().nullable(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    state: p.enum(certificationClaimStates).default('claimed'),
    /** Why it was confirmed or refused, in the words of who looked. */
    decidedFor: p.text().nullable(),
    /** What counts since it has been confirmed. */
    certification: () => p.manyToOne(Certification).ref().nullable(),
  },
})
export class CertificationClaim extends CertificationClaimSchema.class {}
CertificationClaimSchema.setClass(CertificationClaim)
