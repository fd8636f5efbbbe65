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
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { DeskActionEnum } from '../enterprises/desk-action.graphql.ts'
import type { DeskAction } from '../enterprises/desk-actions.ts'
import { deskTags, EnterpriseDeskType } from '../enterprises/desk.graphql.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { version } from '../enterprises/profile-mutations.graphql.ts'
import type { CertificationClaimState } from './certification-claim.entity.ts'
import { certificationClaimShape } from './certification-claim.shape.ts'
import { CertificationKindType } from './certification-kind.graphql.ts'
import { addCertification, correctCertification, withdrawCertification } from './change-claim.ts'
import { verifyCertification } from './verify-certification.ts'

export const CertificationClaimStateEnum = {
  CLAIMED: 'claimed',
  CONFIRMED: 'confirmed',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, CertificationClaimState>
registerEnumType(CertificationClaimStateEnum, {
  name: 'CertificationClaimState',
  description: '적은 인증의 상태. Whether staff have looked at a stated certificate.',
  valuesConfig: {
    CLAIMED: { description: '확인 전. Counts for nothing yet.' },
    CONFIRMED: { description: '확인됨. Has become a certification.' },
    REFUSED: { description: '확인되지 않음. Counts for nothing; can be corrected.' },
    WITHDRAWN: { description: '거둠. The enterprise states it no longer.' },
  },
})

@ObjectType('CertificationClaim', {
  simpleResolvers: true,
  description: '적은 인증. A certificate as its enterprise states it; its desk alone sees it.',
})
export class CertificationClaimType {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => CertificationKindType, { description: '인증 종류. What it certifies.' })
  kind!: CertificationKindType

  @Field(() => String, { description: '인증번호. As printed.' })
  number!: string

  @Field(() => String, { description: '발급기관. Who issued it.' })
  issuer!: string

  @Field(() => DateScalar, { nullable: true, description: '발급일. Day of issue (KST).' })
  issuedOn!: string | null

  @Field(() => DateScalar, { description: '유효 시작일. First day (KST).' })
  validFrom!: string

  @Field(() => DateScalar, { nullable: true, description: '유효 종료일. Last day; null: no end.' })
  validUntil!: string | null

  @Field(() => CertificationClaimStateEnum, { description: '상태. Whether staff have looked.' })
  state!: CertificationClaimState

  @Field(() => String, { nullable: true, description: '확인 의견. Why it was confirmed or refused.' })
  decidedFor!: string | null

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string

  @Field(() => [DeskActionEnum], { description: '가능한 작업. What the asker may do with it now.' })
  allowedActions!: DeskAction[]
}

@InputType({ description: '인증. A certificate as it is printed.' })
export class CertificationInput {
  @Field(() => String, { description: '인증 종류. Code, as in `certificationKinds`.' })
  kind!: string

  @Field(() => String, { description: '인증번호. As printed.' })
  number!: string

  @Field(() => String, { description: '발급기관. Who issued it.' })
  issuer!: string

  @Field(() => DateScalar, { nullable: true, description: '발급일. Day of issue (KST).' })
  issuedOn?: string | null

  @Field(() => DateScalar, { description: '유효 시작일. First day (KST).' })
  validFrom!: string

  @Field(() => DateScalar, { nullable: true, description: '유효 종료일. Last day; null: no end.' })
  validUntil?: string | null
}

const valuesOf = ({ kind, number, issuer, issuedOn, validFrom, validUntil }: CertificationInput) => ({
  ...{ kindCode: kind, number, issuer, validFrom },
  ...{ issuedOn: issuedOn ?? null, validUntil: validUntil ?? null },
})

const which = { description: '적은 인증. Which stated certificate.' }
const said = { description: '인증. What the certificate says.' }

@Resolver(() => CertificationClaimType)
export class CertificationClaims {
  @Mutation(() => CertificationClaimType, {
    description: '인증 추가. States a certificate; it counts for nothing until staff have confirmed it.',
  })
  async addCertification(
    @Arg('enterpriseId', () => ID, { description: '기업. Of the desk or of the enterprise.' })
    enterpriseId: string,
    @Arg('certification', () => CertificationInput, said) certification: CertificationInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf(deskTags, enterpriseId, 'enterpriseId')
    const id = await addCertification(ctx, key, valuesOf(certification))
    return readOne(ctx, info, certificationClaimShape, id)
  }

  @Mutation(() => CertificationClaimType, {
    description: '인증 정정. Corrects what nobody has confirmed; a refused one is looked at anew.',
  })
  async correctCertification(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('certification', () => CertificationInput, said) certification: CertificationInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf('certificationclaim', id)
    await correctCertification(ctx, key, expectedVersion, valuesOf(certification))
    return readOne(ctx, info, certificationClaimShape, key)
  }

  @Mutation(() => EnterpriseDeskType, {
    description: '적은 인증 거두기. Of what nobody has confirmed; returns the desk it stood at.',
  })
  async withdrawCertification(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const desk = await withdrawCertification(ctx, keyOf('certificationclaim', id), expectedVersion)
    return readOne(ctx, info, enterpriseDeskShape, desk)
  }

  @Mutation(() => CertificationClaimType, {
    description: '인증 확인. Staff say what came of looking; confirmed, it counts from now on.',
  })
  async verifyCertification(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('isConfirmed', () => Boolean, { description: '확인 여부. Whether the documents bear it out.' })
    isConfirmed: boolean,
    @Arg('reason', () => String, { description: '확인 의견. How it was looked at; the enterprise reads it.' })
    reason: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('certificationclaim', id)
    await verifyCertification(ctx, key, expectedVersion, { isConfirmed, reason })
    return readOne(ctx, info, certificationClaimShape, key)
  }

  @FieldResolver(() => [DeskActionEnum])
  allowedActions(@Root() row: { allowedActions: CertificationClaimState }, @Ctx() { actor }: Context) {
    const state = row.allowedActions
    const open: DeskAction[] = state === 'claimed' || state === 'refused' ? ['correct', 'withdraw'] : []
    return actor.role !== 'enterprise' && state === 'claimed' ? [...open, 'verify'] : open
  }
}

@Resolver(() => EnterpriseDeskType)
export class DeskCertifications {
  @FieldResolver(() => [CertificationClaimType], {
    description: '적은 인증. Certificates as the enterprise states them, the newest first.',
  })
  certificationClaims(@Root() row: { certificationClaims: object[] }): object[] {
    return row.certificationClaims
  }
}
