import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
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
import { CertificationClaimType } from '../certifications/certification-claim.graphql.ts'
import { deskTags, EnterpriseDeskType } from '../enterprises/desk.graphql.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { version } from '../enterprises/profile-mutations.graphql.ts'
import { ProductDeskType } from '../products/product-desk.graphql.ts'
import { changeClaim, stateClaim, withdrawClaim } from './change-passport.ts'
import { claimDeskShape } from './claim-desk.shape.ts'
import { ClaimInput, claimOf } from './claim-input.graphql.ts'
import { CredentialType, Evidence } from './credential.graphql.ts'
import { verifyClaim } from './verify-claim.ts'

@ObjectType('ClaimDesk', {
  simpleResolvers: true,
  description:
    '공급역량 관리. A claim of the passport, as its enterprise and the staff of its centre see it.',
})
export class ClaimDeskType {
  @Field(() => ID, { description: '식별자. The claim’s; opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => CredentialType, { description: '공급역량 자격. What it says, and how it was verified.' })
  claim!: CredentialType

  @Field(() => Boolean, {
    description:
      '이전 확인 여부. Whether somebody has looked at earlier words of it; on record, covers these no longer.',
  })
  wasVerifiedBefore!: boolean
}

const which = { description: '자격. Which claim.' }
const said = { description: '자격. What it says.' }

@Resolver()
export class ClaimDesks {
  @Mutation(() => ClaimDeskType, {
    description: '공급역량 추가. States a claim of the passport; unconfirmed until staff have looked.',
  })
  async stateClaim(
    @Arg('enterpriseId', () => ID, { description: '기업. Of the desk or of the enterprise.' })
    enterpriseId: string,
    @Arg('claim', () => ClaimInput, said) claim: ClaimInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf(deskTags, enterpriseId, 'enterpriseId')
    return readOne(ctx, info, claimDeskShape, await stateClaim(ctx, key, claimOf(claim)))
  }

  @Mutation(() => ClaimDeskType, {
    description:
      '공급역량 수정. What staff had verified is unverified from now on; the look stays on record.',
  })
  async changeClaim(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('claim', () => ClaimInput, said) claim: ClaimInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf('credential', id)
    await changeClaim(ctx, key, expectedVersion, claimOf(claim))
    return readOne(ctx, info, claimDeskShape, key)
  }

  @Mutation(() => EnterpriseDeskType, {
    description: '공급역량 내리기. Shown and counted no longer; returns the desk it stood at.',
  })
  async withdrawClaim(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true, description: '이유. Kept in the ledger.' }) reason:
      | string
      | null
      | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const desk = await withdrawClaim(ctx, keyOf('credential', id), expectedVersion, reason ?? null)
    return readOne(ctx, info, enterpriseDeskShape, desk)
  }

  @Mutation(() => ClaimDeskType, { description: '공급역량 확인. Staff say what came of looking.' })
  async verifyClaim(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('isConfirmed', () => Boolean, { description: '확인 여부. Whether the evidence bears it out.' })
    isConfirmed: boolean,
    @Arg('method', () => String, { description: '확인 방법. How, e.g. 계약서 대조.' }) method: string,
    @Arg('nextCheckOn', () => DateScalar, { nullable: true, description: '다음 확인일. When to look again.' })
    nextCheckOn: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('credential', id)
    await verifyClaim(ctx, key, expectedVersion, { isConfirmed, method, nextCheckOn: nextCheckOn ?? null })
    return readOne(ctx, info, claimDeskShape, key)
  }
}

@Resolver(() => EnterpriseDeskType)
export class DeskClaims {
  @FieldResolver(() => [ClaimDeskType], {
    description: '공급역량 여권. Claims that have not been withdrawn.',
  })
  claims(@Root() row: { claims: object[] }): object[] {
    return row.claims
  }
}

@Resolver(() => CertificationClaimType)
export class CertificationClaimEvidence {
  @FieldResolver(() => [Evidence], { description: '증빙. What the stated certificate rests on.' })
  evidence(@Root() row: { evidence: object[] }): object[] {
    return row.evidence
  }
}

@Resolver(() => ProductDeskType)
export class ProductEvidence {
  @FieldResolver(() => [Evidence], {
    description: '증빙. What the product rests on, e.g. a test report; its desk alone sees it.',
  })
  evidence(@Root() row: { evidence: object[] }): object[] {
    return row.evidence
  }
}
