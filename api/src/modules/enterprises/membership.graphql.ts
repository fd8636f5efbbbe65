import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { Center } from '../accounts/center.entity.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { SessionContext } from '../accounts/session-context.ts'
import { decideMembership, openRequests } from './decide-membership.ts'
import { registerEnterprise } from './register-enterprise.ts'

@ObjectType({ simpleResolvers: true, description: '지원센터. A centre that an enterprise can choose.' })
export class CenterChoice {
  @Field(() => ID, { description: '식별자. For `registerEnterprise`.' })
  id!: string

  @Field(() => String, { description: '이름. As it calls itself.' })
  name!: string
}

@InputType({ description: '기업 가입 신청. An enterprise and the person who will act for it.' })
export class RegistrationInput {
  @Field(() => String, { description: '사업자등록번호. Ten digits, hyphens or not.' })
  businessNumber!: string

  @Field(() => String, {
    nullable: true,
    description: '상호. As printed on the certificate; left out with a number that is known.',
  })
  name?: string | null

  @Field(() => String, { description: '담당자 이름. Personal data, never public.' })
  personName!: string

  @Field(() => String, { description: '이메일. What the person will sign in with.' })
  email!: string

  @Field(() => String, { description: '비밀번호. 8 to 256 characters of any kind.' })
  password!: string

  @Field(() => ID, {
    nullable: true,
    description:
      '지원센터. Of `centers`; it will look after the enterprise. Left out with a number that is known.',
  })
  centerId?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '가입 결과. Signing in comes next. The same whether or not the address was known.',
})
export class RegistrationPayload {
  @Field(() => Boolean, {
    description: '권한 요청 여부. True when the number was known: its centre decides who acts for it.',
  })
  isRequest!: boolean
}

@ObjectType('MembershipRequest', {
  simpleResolvers: true,
  description: '소속 요청. Somebody asks to act for an enterprise; seen by its centre only.',
})
export class MembershipRequestType {
  @Field(() => ID, { description: '식별자. For the decision.' })
  id!: string

  @Field(() => String, { description: '요청한 사람. Personal data, shown to the centre that decides.' })
  personName!: string

  @Field(() => String, { description: '기업. Name of the enterprise.' })
  enterpriseName!: string

  @Field(() => DateTimeScalar, { description: '요청 일시. When it was asked.' })
  askedAt!: Date
}

const idOptions = { description: '소속 요청. Which one.' }

@Resolver(() => ViewerType)
export class Memberships {
  @Query(() => [CenterChoice], { description: '지원센터 목록. Every centre, by name.' })
  async centers(@Ctx() { em }: Context): Promise<CenterChoice[]> {
    const centers = await em.find(Center, {}, { orderBy: { name: 'asc' } })
    return centers.map(({ id, name }) => ({ id: globalId('center', id), name }))
  }

  @FieldResolver(() => [MembershipRequestType], {
    description:
      '소속 요청 목록. Open ones the viewer may decide, the oldest first; empty for who decides none.',
  })
  async membershipRequests(
    @Root() _viewer: ViewerType,
    @Ctx() ctx: Context,
  ): Promise<MembershipRequestType[]> {
    if (ctx.actor.role !== 'staff' && ctx.actor.role !== 'lead') return []
    return (await openRequests(ctx)).map(({ id, person, enterprise, createdAt }) => ({
      id: globalId('membershiprequest', id),
      personName: person.getEntity().name,
      enterpriseName: enterprise.getEntity().name,
      askedAt: createdAt,
    }))
  }

  @Mutation(() => RegistrationPayload, {
    description:
      '기업 가입 신청. A new enterprise in draft and somebody who acts for it; with a known number, a request to be let in.',
  })
  async registerEnterprise(
    @Arg('input', () => RegistrationInput, { description: '신청 내용. Who, and for which enterprise.' })
    input: RegistrationInput,
    @Ctx() ctx: SessionContext,
  ): Promise<RegistrationPayload> {
    const registration = {
      ...input,
      name: input.name ?? null,
      centerId: input.centerId == null ? null : keyOf('center', input.centerId, 'centerId'),
    }
    return { isRequest: await registerEnterprise(ctx, registration) }
  }

  @Mutation(() => Boolean, { description: '소속 승인. The person may act for the enterprise from now on.' })
  approveMembership(@Arg('id', () => ID, idOptions) id: string, @Ctx() ctx: Context): Promise<boolean> {
    requireRole(ctx, 'staff', 'lead')
    return decideMembership(ctx, keyOf('membershiprequest', id), 'approved', null)
  }

  @Mutation(() => Boolean, { description: '소속 거절. The person does not get to act for it.' })
  refuseMembership(
    @Arg('id', () => ID, idOptions) id: string,
    @Arg('reason', () => String, { description: '이유. Kept in the ledger.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    requireRole(ctx, 'staff', 'lead')
    return decideMembership(ctx, keyOf('membershiprequest', id), 'refused', reason)
  }
}
