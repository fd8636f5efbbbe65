import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { keyOf } from '../../platform/global-id.ts'
import { payloadOf, SignInPayload } from './account.graphql.ts'
import type { SessionContext } from './session-context.ts'
import { SessionType, sessionOf } from './session.graphql.ts'
import { extendSession } from './session.ts'
import { changePassword, revokeSession, signIn } from './sign-in.ts'

@Resolver()
export class SignInMutations {
  @Mutation(() => SignInPayload, {
    description:
      '로그인. SIGN_IN_REFUSED for whatever does not fit; TOO_MANY_TRIES after ten tries, for ten minutes.',
  })
  async signIn(
    @Arg('email', () => String, { description: '아이디(이메일). Capital letters do not count.' })
    email: string,
    @Arg('password', () => String, { description: '비밀번호. Taken as it is, spaces included.' })
    password: string,
    @Ctx() ctx: SessionContext,
  ): Promise<SignInPayload> {
    return payloadOf(await signIn(ctx, email, password))
  }

  @Mutation(() => Boolean, {
    description: '비밀번호 변경. Ends every other session of the person; 8 to 256 characters of any kind.',
  })
  changePassword(
    @Arg('current', () => String, { description: '지금 비밀번호. Proves that it is you.' }) current: string,
    @Arg('password', () => String, { description: '새 비밀번호. Not one of those tried first.' })
    password: string,
    @Ctx() ctx: SessionContext,
  ): Promise<boolean> {
    return changePassword(ctx, current, password)
  }

  @Mutation(() => SessionType, { description: '로그인 연장. Keeps the session of this request alive.' })
  async extendSession(@Ctx() ctx: SessionContext): Promise<SessionType> {
    const session = await extendSession(ctx)
    return sessionOf(ctx, session, session.id)
  }

  @Mutation(() => Boolean, { description: '로그인 끊기. Ends one session of your own, on whatever device.' })
  revokeSession(
    @Arg('id', () => ID, { description: '세션. Which one.' }) id: string,
    @Ctx() ctx: SessionContext,
  ): Promise<boolean> {
    return revokeSession(ctx, keyOf('session', id))
  }
}
