import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from './account.graphql.ts'
import type { SessionContext } from './session-context.ts'
import { Session } from './session.entity.ts'
import { currentSession } from './session.ts'

@ObjectType('Session', {
  simpleResolvers: true,
  description: '세션. A sign-in that has not ended; seen by its owner only.',
})
export class SessionType {
  @Field(() => ID, { description: '식별자. For `revokeSession`.' })
  id!: string

  @Field(() => Boolean, { description: '지금 세션. The one this request came with.' })
  isCurrent!: boolean

  @Field(() => DateTimeScalar, { description: '로그인 일시. When it began.' })
  beganAt!: Date

  @Field(() => DateTimeScalar, { description: '마지막 사용. To the minute.' })
  seenAt!: Date

  @Field(() => DateTimeScalar, { description: '종료 일시. Then it ends, however busy.' })
  expiresAt!: Date

  @Field(() => Int, { description: '무활동 한도(초). It ends when nothing has been asked for so long.' })
  idleSeconds!: number
}

export const sessionOf = (
  { settings }: SessionContext,
  session: Session,
  currentId: string | null,
): SessionType => ({
  id: globalId('session', session.id),
  isCurrent: session.id === currentId,
  beganAt: session.createdAt,
  seenAt: session.seenAt,
  expiresAt: session.expiresAt,
  idleSeconds: settings.idleMinutes * 60,
})

@Resolver(() => ViewerType)
export class ViewerSessions {
  @FieldResolver(() => [SessionType], {
    description: '세션 목록. Where the person is signed in, the latest first.',
  })
  async sessions(@Root() viewer: ViewerType, @Ctx() ctx: SessionContext): Promise<SessionType[]> {
    const current = await currentSession(ctx)
    const open = { person: { id: keyOf('person', viewer.id) }, expiresAt: { $gt: ctx.now } }
    const sessions = await ctx.em.find(Session, open, { orderBy: { createdAt: 'desc' }, limit: 50 })
    return sessions.map(session => sessionOf(ctx, session, current?.id ?? null))
  }
}
