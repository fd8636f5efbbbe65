import { Arg, Ctx, Field, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { Context, Role } from '../../platform/context.ts'
import { globalId } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { demoRoles, signInAsDemo } from './demo-people.ts'
import { Person } from './person.entity.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionStage } from './session.entity.ts'
import { signOut, type Begun } from './session.ts'

export const RoleEnum = {
  BUYER: 'buyer',
  ENTERPRISE: 'enterprise',
  STAFF: 'staff',
  LEAD: 'lead',
} as const satisfies Record<string, Role>
registerEnumType(RoleEnum, {
  name: 'Role',
  description: '역할. What a signed-in person does here.',
  valuesConfig: {
    BUYER: { description: '구매담당자. An officer of a public body who buys.' },
    ENTERPRISE: { description: '기업 담당자. Somebody of an enterprise.' },
    STAFF: { description: '지원센터 담당자. Vets enterprises and runs events.' },
    LEAD: { description: '센터장·과장. Answers for targets and results.' },
  },
})

const SignInStageEnum = {
  OPEN: 'open',
  SECOND_FACTOR: 'second_factor',
  ENROLMENT: 'enrolment',
} as const satisfies Record<string, SessionStage>
registerEnumType(SignInStageEnum, {
  name: 'SignInStage',
  description: '로그인 단계. How far a sign-in has come.',
  valuesConfig: {
    OPEN: { description: '완료. Signed in.' },
    SECOND_FACTOR: { description: '2단계 확인. `verifySecondFactor` with a code comes next.' },
    ENROLMENT: { description: '2단계 등록. `startSecondFactor` and `confirmSecondFactor` come next.' },
  },
})

@ObjectType('Viewer', {
  implements: Node,
  simpleResolvers: true,
  description: '로그인한 사람. The person who asks; nobody else can read this.',
})
export class ViewerType extends Node {
  @Field(() => RoleEnum, { description: '역할. What the person does here.' })
  role!: Role

  @Field(() => String, { description: '이름. Name of the person; personal data, shown to that person only.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: '로그인 결과. A session that has begun.' })
export class SignInPayload {
  @Field(() => String, {
    nullable: true,
    description:
      '토큰. To be sent as `Authorization: Bearer …`; shown once. Null at the door of our pages, which keeps it in a cookie.',
  })
  token!: string | null

  @Field(() => SignInStageEnum, { description: '단계. What is still missing, if anything.' })
  stage!: SessionStage

  @Field(() => ViewerType, {
    nullable: true,
    description: '로그인한 사람. Whose session it is; null until it is open.',
  })
  viewer!: ViewerType | null

  @Field(() => DateTimeScalar, { description: '만료 일시. When the session ends.' })
  expiresAt!: Date
}

@Resolver()
export class AccountResolver {
  @Query(() => ViewerType, { nullable: true, description: '나. The person signed in; null for a visitor.' })
  async viewer(@Ctx() { em, actor }: Context): Promise<ViewerType | null> {
    const person = actor.personId === null ? null : await em.findOne(Person, { id: actor.personId })
    return person && viewerOf(person)
  }

  @Query(() => [RoleEnum], {
    description: '시연 역할. Roles whose demo person one can sign in as; none on a server without demo data.',
  })
  demoRoles(@Ctx() ctx: Context): Promise<Role[]> {
    return demoRoles(ctx)
  }

  @Mutation(() => SignInPayload, {
    description:
      '시연 로그인. Signs in as the demo person of a role. NOT_FOUND on a server without demo data.',
  })
  async signInAsDemo(
    @Arg('role', () => RoleEnum, { description: '역할. As whom.' }) role: Role,
    @Ctx() ctx: SessionContext,
  ): Promise<SignInPayload> {
    return payloadOf(await signInAsDemo(ctx, role))
  }

  @Mutation(() => Boolean, {
    description: '로그아웃. Ends the session of this request; false when there was none.',
  })
  signOut(@Ctx() ctx: SessionContext): Promise<boolean> {
    return signOut(ctx)
  }
}

export const payloadOf = ({ token, person, stage, expiresAt }: Begun): SignInPayload => ({
  token,
  stage,
  viewer: stage === 'open' ? viewerOf(person) : null,
  expiresAt,
})

export const viewerOf = ({ id, role, name }: Person): ViewerType => ({
  id: globalId('person', id),
  role,
  name,
})
