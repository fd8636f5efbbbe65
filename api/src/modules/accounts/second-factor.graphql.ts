import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { keyOf } from '../../platform/global-id.ts'
import { payloadOf, SignInPayload, ViewerType } from './account.graphql.ts'
import { Person } from './person.entity.ts'
import {
  confirmSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  verifySecondFactor,
} from './second-factor.ts'
import type { SessionContext } from './session-context.ts'
import { RecoveryCode } from './session.entity.ts'

@ObjectType({ simpleResolvers: true, description: '2단계 등록. What the authenticator app is given.' })
export class SecondFactorSecret {
  @Field(() => String, { description: '비밀. To be typed into the app; shown once.' })
  secret!: string

  @Field(() => String, { description: '등록 주소. The same as `otpauth://…`, which an app opens.' })
  uri!: string
}

@ObjectType({ simpleResolvers: true, description: '2단계 사용 시작. The second factor counts from now on.' })
export class SecondFactorPayload {
  @Field(() => [String], { description: '복구 코드. Each opens once, instead of the app; shown once.' })
  recoveryCodes!: string[]

  @Field(() => SignInPayload, { description: '로그인 결과. The session goes on under a new token.' })
  signIn!: SignInPayload
}

@Resolver(() => ViewerType)
export class SecondFactor {
  @FieldResolver(() => Boolean, {
    description: '2단계 사용. Whether a code is asked for beside the password.',
  })
  async hasSecondFactor(@Root() viewer: ViewerType, @Ctx() { em }: SessionContext): Promise<boolean> {
    return (await em.count(Person, { id: keyOf('person', viewer.id), otpConfirmedAt: { $ne: null } })) > 0
  }

  @FieldResolver(() => Int, {
    description: '남은 복구 코드. How many have not been used yet.',
  })
  recoveryCodesLeft(@Root() viewer: ViewerType, @Ctx() { em }: SessionContext): Promise<number> {
    return em.count(RecoveryCode, { personId: keyOf('person', viewer.id), usedAt: null })
  }

  @Mutation(() => [String], {
    description:
      '복구 코드 새로 받기. With a code of the app or a recovery code; ten new ones, shown once; none of before opens any more.',
  })
  renewRecoveryCodes(
    @Arg('code', () => String, { description: '인증 앱 6자리 또는 복구 코드. Each is good once.' })
    code: string,
    @Ctx() ctx: SessionContext,
  ): Promise<string[]> {
    return renewRecoveryCodes(ctx, code)
  }

  @Mutation(() => SecondFactorSecret, {
    description: '2단계 등록 시작. Gives a secret for an authenticator app; WRONG_STATE for who has one.',
  })
  startSecondFactor(@Ctx() ctx: SessionContext): Promise<SecondFactorSecret> {
    return startSecondFactor(ctx)
  }

  @Mutation(() => SecondFactorPayload, {
    description: '2단계 등록 확인. Takes it into use with a first code.',
  })
  async confirmSecondFactor(
    @Arg('code', () => String, { description: '인증 앱 6자리. As the app shows it now.' }) code: string,
    @Ctx() ctx: SessionContext,
  ): Promise<SecondFactorPayload> {
    const { codes, begun } = await confirmSecondFactor(ctx, code)
    return { recoveryCodes: codes, signIn: payloadOf(begun) }
  }

  @Mutation(() => SignInPayload, {
    description: '2단계 확인. The second half of a sign-in; TOO_MANY_TRIES after five tries.',
  })
  async verifySecondFactor(
    @Arg('code', () => String, { description: '인증 앱 6자리 또는 복구 코드. Each is good once.' })
    code: string,
    @Ctx() ctx: SessionContext,
  ): Promise<SignInPayload> {
    return payloadOf(await verifySecondFactor(ctx, code))
  }
}
