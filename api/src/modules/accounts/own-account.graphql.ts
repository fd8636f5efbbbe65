import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql'
import { viewerOf, ViewerType } from './account.graphql.ts'
import { changeOwnName, removeSecondFactor, revokeOtherSessions } from './own-account.ts'
import type { SessionContext } from './session-context.ts'

@Resolver()
export class OwnAccount {
  @Mutation(() => ViewerType, { description: '이름 변경. As colleagues and notices call the person.' })
  async changeOwnName(
    @Arg('name', () => String, { description: '이름. At most 60 characters.' }) name: string,
    @Ctx() ctx: SessionContext,
  ): Promise<ViewerType> {
    return viewerOf(await changeOwnName(ctx, name))
  }

  @Mutation(() => Int, {
    description: '다른 로그인 모두 끊기. Ends every session but this one; returns how many.',
  })
  revokeOtherSessions(@Ctx() ctx: SessionContext): Promise<number> {
    return revokeOtherSessions(ctx)
  }

  @Mutation(() => Boolean, {
    description: '2단계 해제. With a code of the app or a recovery code; WRONG_STATE where it is demanded.',
  })
  removeSecondFactor(
    @Arg('code', () => String, { description: '인증 앱 6자리 또는 복구 코드. Each is good once.' })
    code: string,
    @Ctx() ctx: SessionContext,
  ): Promise<boolean> {
    return removeSecondFactor(ctx, code)
  }
}
