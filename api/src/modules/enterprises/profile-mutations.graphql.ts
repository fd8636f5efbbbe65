import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { deskTags, EnterpriseDeskType } from './desk.graphql.ts'
import { enterpriseDeskShape } from './desk.shape.ts'
import { stateWorkforce } from './state-workforce.ts'
import { updateProfile } from './update-profile.ts'

@InputType({ description: '기업정보 변경. What is left out stays as it is; null clears it.' })
export class ProfileChangesInput {
  @Field(() => String, { nullable: true, description: '소개. One line, at most 1,000 characters.' })
  summary?: string | null

  @Field(() => String, { nullable: true, description: '사회적 목적. One line, at most 1,000 characters.' })
  socialMission?: string | null

  @Field(() => String, { nullable: true, description: '홈페이지. Begins with https:// or http://.' })
  homepage?: string | null

  @Field(() => String, { nullable: true, description: '소재지. Street address.' })
  address?: string | null

  @Field(() => String, { nullable: true, description: '지역 코드. 10 digits, as in `regions`.' })
  regionCode?: string | null

  @Field(() => String, { nullable: true, description: '조직형태. Legal form, e.g. 협동조합.' })
  organisationForm?: string | null

  @Field(() => DateScalar, { nullable: true, description: '설립일. Founding day (KST).' })
  foundedOn?: string | null
}

@InputType({ description: '연도별 인원. People employed in a year.' })
export class WorkforceInput {
  @Field(() => Int, { description: '연도. Which year.' })
  year!: number

  @Field(() => Int, { description: '고용 인원. People employed.' })
  employees!: number

  @Field(() => Int, { description: '취약계층 인원. Of `employees`, how many are of vulnerable groups.' })
  vulnerableEmployees!: number
}

export const version = {
  description: '기준 버전. The version the change is based on; an older one is refused with CONFLICT.',
}

@Resolver()
export class ProfileMutations {
  @Mutation(() => EnterpriseDeskType, {
    description:
      '기업정보 수정. By the enterprise itself or the staff of its centre. CONFLICT carries `version` and `conflicts { field yours stored by at }`.',
  })
  async updateEnterpriseProfile(
    @Arg('id', () => ID, { description: '기업. Of the desk or of the enterprise.' }) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('changes', () => ProfileChangesInput, { description: '변경. What to change.' })
    changes: ProfileChangesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf(deskTags, id)
    await updateProfile(ctx, key, expectedVersion, changes)
    return readOne(ctx, info, enterpriseDeskShape, key)
  }

  @Mutation(() => EnterpriseDeskType, {
    description:
      '연도별 인원 작성. States a year, or corrects it; `expectedVersion` 0 for a year not stated yet.',
  })
  async stateWorkforce(
    @Arg('enterpriseId', () => ID, { description: '기업. Of the desk or of the enterprise.' })
    enterpriseId: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('workforce', () => WorkforceInput, { description: '인원. Year and people.' })
    workforce: WorkforceInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf(deskTags, enterpriseId, 'enterpriseId')
    await stateWorkforce(ctx, key, expectedVersion, workforce)
    return readOne(ctx, info, enterpriseDeskShape, key)
  }
}
