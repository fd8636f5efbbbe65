import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { CertificationType } from './certification.graphql.ts'
import { certificationShape } from './certification.shape.ts'
import { endCertification } from './end-certification.ts'

const CertificationEnd = { CANCELLED: 'cancelled', RETURNED: 'returned' } as const
registerEnumType(CertificationEnd, {
  name: 'CertificationEnd',
  description: '종료 사유. How a certification ends before its time.',
  valuesConfig: {
    CANCELLED: { description: '취소. By the issuer.' },
    RETURNED: { description: '반납. By the enterprise.' },
  },
})

@Resolver()
export class CertificationMutations {
  @Mutation(() => CertificationType, {
    description:
      '인증 종료. Staff record a cancellation or a return. WRONG_STATE when it has ended so before.',
  })
  async endCertification(
    @Arg('id', () => ID, { description: '인증. Which certification.' }) id: string,
    @Arg('how', () => CertificationEnd, { description: '종료 사유. How it ends.' }) how:
      | 'cancelled'
      | 'returned',
    @Arg('on', () => DateScalar, { description: '종료일 (KST). First day on which it no longer counts.' })
    on: string,
    @Arg('reason', () => String, { description: '이유. What the decision rests on; kept in the ledger.' })
    reason: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const certification = await endCertification(ctx, keyOf('certification', id), how, on, reason)
    return readOne(ctx, info, certificationShape, certification.id)
  }
}
