import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { DeskActionEnum } from '../enterprises/desk-action.graphql.ts'
import type { DeskAction } from '../enterprises/desk-actions.ts'
import { EnterpriseDeskType } from '../enterprises/desk.graphql.ts'
import { version } from '../enterprises/profile-mutations.graphql.ts'
import { amendCertification } from './amend-certification.ts'
import { certificationDeskShape } from './certification-desk.shape.ts'
import { CertificationType } from './certification.graphql.ts'

@ObjectType('CertificationDesk', {
  simpleResolvers: true,
  description: '인증 관리. A certification on record, as its enterprise and the staff of its centre see it.',
})
export class CertificationDeskType {
  @Field(() => ID, { description: '식별자. The certification’s; opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => CertificationType, { description: '인증. What it says.' })
  certification!: CertificationType

  @Field(() => [DeskActionEnum], { description: '가능한 작업. What the asker may do with it now.' })
  allowedActions!: DeskAction[]
}

@InputType({ description: '인증 정정. What is left out stays as it is; null says there is none.' })
export class CertificationAmendment {
  @Field(() => String, { nullable: true, description: '인증번호. As printed.' })
  number?: string | null

  @Field(() => String, { nullable: true, description: '발급기관. Who issued it.' })
  issuer?: string | null

  @Field(() => DateScalar, { nullable: true, description: '유효 시작일. First day (KST).' })
  validFrom?: string | null

  @Field(() => DateScalar, { nullable: true, description: '유효 종료일. Last day; null: no end.' })
  validUntil?: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: '취소·반납 되돌리기. It was recorded as ended by mistake; WRONG_STATE when it was not.',
  })
  isEndTakenBack!: boolean
}

@Resolver(() => CertificationDeskType)
export class CertificationDesks {
  @Mutation(() => CertificationDeskType, {
    description:
      '등록된 인증 정정. Staff put right what was entered wrongly; a renewal is another certification. CONFLICT as with any save.',
  })
  async amendCertification(
    @Arg('id', () => ID, { description: '인증. Which certification.' }) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('amendment', () => CertificationAmendment, { description: '정정. What it says in truth.' })
    amendment: CertificationAmendment,
    @Arg('reason', () => String, { description: '이유. What the correction rests on; kept in the ledger.' })
    reason: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('certification', id)
    await amendCertification(ctx, key, expectedVersion, amendment, reason)
    return readOne(ctx, info, certificationDeskShape, key)
  }

  @FieldResolver(() => [DeskActionEnum])
  allowedActions(@Root() { allowedActions: isEnded }: { allowedActions: boolean }, @Ctx() ctx: Context) {
    if (ctx.actor.role === 'enterprise') return []
    return (isEnded ? ['correct'] : ['correct', 'end']) satisfies DeskAction[]
  }
}

@Resolver(() => EnterpriseDeskType)
export class DeskCertificates {
  @FieldResolver(() => [CertificationDeskType], {
    description: '등록된 인증. Everything ever recorded of the enterprise, the longest valid first.',
  })
  certificates(@Root() row: { certificates: object[] }): object[] {
    return row.certificates
  }
}
