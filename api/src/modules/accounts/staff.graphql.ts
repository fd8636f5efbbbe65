import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context, Role } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { payloadOf, RoleEnum, SignInPayload, ViewerType } from './account.graphql.ts'
import { acceptInvitation, inviteAgain, inviteStaff } from './invite.ts'
import { Person } from './person.entity.ts'
import { requireRole } from './require-role.ts'
import type { SessionContext } from './session-context.ts'
import { changeStaffRole, resetSecondFactor, setStaffDisabled } from './staff.ts'

const CentreRoleEnum = { STAFF: 'staff', LEAD: 'lead' } as const
registerEnumType(CentreRoleEnum, {
  name: 'CentreRole',
  description: '센터 역할. What somebody of a centre does there.',
  valuesConfig: {
    STAFF: { description: '담당자. Member of staff.' },
    LEAD: { description: '책임자. Lead.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: '센터 직원. A colleague, as the lead of the centre sees them.',
})
export class Colleague {
  @Field(() => ID, { description: '식별자. For what the lead can do.' })
  id!: string

  @Field(() => String, { description: '이름. Personal data, shown to the lead only.' })
  name!: string

  @Field(() => RoleEnum, { description: '역할. Staff or lead.' })
  role!: Role

  @Field(() => DateTimeScalar, { nullable: true, description: '사용 중지 일시. Null: may sign in.' })
  disabledAt!: Date | null

  @Field(() => Boolean, { description: '초대 중. Has not chosen a password yet.' })
  isInvited!: boolean

  @Field(() => Boolean, { description: '2단계 사용. Whether they have a second factor.' })
  hasSecondFactor!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description:
    '초대. A letter with a code of its own goes to the invited person; this one can be handed on as well.',
})
export class Invitation {
  @Field(() => String, { description: '초대 코드. For `acceptInvitation`; shown once, good for seven days.' })
  code!: string

  @Field(() => ID, { description: '초대한 사람. The new colleague.' })
  colleagueId!: string
}

const reasonOptions = { nullable: true, description: '이유. Kept in the ledger.' }

@Resolver(() => ViewerType)
export class Staff {
  @FieldResolver(() => [Colleague], {
    description: '직원 목록. Everybody of the lead’s own centre; empty for everybody else.',
  })
  async colleagues(@Ctx() { em, actor }: Context, @Root() _viewer: ViewerType): Promise<Colleague[]> {
    if (actor.role !== 'lead' || actor.centerId === null) return []
    const people = await em.find(
      Person,
      { centerId: actor.centerId },
      { orderBy: { name: 'asc', id: 'asc' } },
    )
    return people.map(colleagueOf)
  }

  @Mutation(() => Invitation, { description: '직원 초대. A lead makes a new colleague known.' })
  async inviteStaff(
    @Arg('email', () => String, { description: '이메일. What they will sign in with.' }) email: string,
    @Arg('name', () => String, { description: '이름. As colleagues know them.' }) name: string,
    @Arg('role', () => CentreRoleEnum, { description: '역할. Staff or lead.' }) role: 'staff' | 'lead',
    @Ctx() ctx: Context,
  ): Promise<Invitation> {
    requireRole(ctx, 'lead')
    const { code, id } = await inviteStaff(ctx, email, name, role)
    return { code, colleagueId: globalId('person', id) }
  }

  @Mutation(() => Invitation, {
    description:
      '다시 초대. For a colleague who has not accepted: another code and another letter; the earlier ones open nothing.',
  })
  async inviteAgain(
    @Arg('id', () => ID, { description: '직원. Which colleague.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Invitation> {
    requireRole(ctx, 'lead')
    const { code } = await inviteAgain(ctx, keyOf('person', id))
    return { code, colleagueId: id }
  }

  @Mutation(() => SignInPayload, {
    description: '초대 수락. The invited person chooses a password and is signed in.',
  })
  async acceptInvitation(
    @Arg('code', () => String, { description: '초대 코드. Of the letter, or as the lead handed it on.' })
    code: string,
    @Arg('password', () => String, { description: '비밀번호. 8 to 256 characters of any kind.' })
    password: string,
    @Ctx() ctx: SessionContext,
  ): Promise<SignInPayload> {
    return payloadOf(await acceptInvitation(ctx, code, password))
  }

  @Mutation(() => Colleague, {
    description: '직원 사용 중지·재개. From the next request on nothing opens for them.',
  })
  async setStaffDisabled(
    @Arg('id', () => ID, { description: '직원. Which colleague.' }) id: string,
    @Arg('isDisabled', () => Boolean, { description: '중지. False lets them in again.' }) isDisabled: boolean,
    @Arg('reason', () => String, reasonOptions) reason: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<Colleague> {
    requireRole(ctx, 'lead')
    return colleagueOf(await setStaffDisabled(ctx, keyOf('person', id), isDisabled, reason ?? null))
  }

  @Mutation(() => Colleague, {
    description: '역할 변경. What a colleague does here; they sign in anew. WRONG_STATE for oneself.',
  })
  async changeStaffRole(
    @Arg('id', () => ID, { description: '직원. Which colleague.' }) id: string,
    @Arg('role', () => CentreRoleEnum, { description: '역할. Staff or lead.' }) role: 'staff' | 'lead',
    @Ctx() ctx: Context,
  ): Promise<Colleague> {
    requireRole(ctx, 'lead')
    return colleagueOf(await changeStaffRole(ctx, keyOf('person', id), role))
  }

  @Mutation(() => Colleague, {
    description: '2단계 초기화. For a colleague who has lost the app and the codes.',
  })
  async resetSecondFactor(
    @Arg('id', () => ID, { description: '직원. Which colleague.' }) id: string,
    @Arg('reason', () => String, reasonOptions) reason: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<Colleague> {
    requireRole(ctx, 'lead')
    return colleagueOf(await resetSecondFactor(ctx, keyOf('person', id), reason ?? null))
  }
}

const colleagueOf = (person: Person): Colleague => ({
  id: globalId('person', person.id),
  name: person.name,
  role: person.role,
  disabledAt: person.disabledAt ?? null,
  isInvited: person.invitationEndsAt != null,
  hasSecondFactor: person.otpConfirmedAt != null,
})
