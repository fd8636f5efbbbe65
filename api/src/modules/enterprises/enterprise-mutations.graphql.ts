import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { renameEnterprise, takeEnterpriseStep } from './change-enterprise.ts'
import { EnterpriseType } from './enterprise.graphql.ts'
import { enterpriseShape } from './enterprise.shape.ts'
import type { EnterpriseStep } from './enterprise.states.ts'

const EnterpriseStepEnum = { PUBLISH: 'publish', WITHDRAW: 'withdraw' } as const satisfies Record<
  string,
  EnterpriseStep
>
registerEnumType(EnterpriseStepEnum, {
  name: 'EnterpriseStep',
  description: '기업 단계. What can be done to an enterprise in the catalogue.',
  valuesConfig: {
    PUBLISH: { description: '공개. From 작성 중 or 공개 중지.' },
    WITHDRAW: { description: '공개 중지. From 공개.' },
  },
})

@Resolver()
export class EnterpriseMutations {
  @Mutation(() => EnterpriseType, {
    description:
      '기업 단계 진행. Staff show an enterprise in the catalogue or take it out. WRONG_STATE when the step does not start from its state.',
  })
  async takeEnterpriseStep(
    @Arg('id', () => ID, { description: '기업. Which enterprise.' }) id: string,
    @Arg('step', () => EnterpriseStepEnum, { description: '단계. What to do.' }) step: EnterpriseStep,
    @Arg('reason', () => String, { nullable: true, description: '이유. Kept in the ledger.' }) reason:
      | string
      | null
      | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const enterprise = await takeEnterpriseStep(ctx, keyOf('enterprise', id), step, reason ?? null)
    return readOne(ctx, info, enterpriseShape, enterprise.id)
  }

  @Mutation(() => EnterpriseType, {
    description: '상호 변경. Staff enter a new name; the old one is kept and still finds the enterprise.',
  })
  async renameEnterprise(
    @Arg('id', () => ID, { description: '기업. Which enterprise.' }) id: string,
    @Arg('name', () => String, { description: '상호. As printed on the certificate.' }) name: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const enterprise = await renameEnterprise(ctx, keyOf('enterprise', id), name)
    return readOne(ctx, info, enterpriseShape, enterprise.id)
  }
}
