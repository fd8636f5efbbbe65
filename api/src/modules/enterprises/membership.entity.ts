import { defineEntity, p } from '@mikro-orm/core'
import { Person } from '../accounts/person.entity.ts'
import { identity } from '../../platform/row.entity.ts'
import { Enterprise } from './enterprise.entity.ts'

/** 소속 요청 — somebody asks to act for an enterprise that is known already; its centre decides. */
export const MembershipRequestSchema = defineEntity({
  name: 'MembershipRequest',
  properties: {
    ...identity,
    person: () => p.manyToOne(Person).ref(),
    enterprise: () => p.manyToOne(Enterprise).ref(),
    state: p.enum(['asked', 'approved', 'refused'] as const).default('asked'),
    createdAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    reason: p.text().nullable(),
  },
})
export class MembershipRequest extends MembershipRequestSchema.class {}
MembershipRequestSchema.setClass(MembershipRequest)
