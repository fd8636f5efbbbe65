import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { noticeChoices, setNoticeMail, type NoticeChoice } from './notice-choices.ts'
import { NoticeKindEnum } from './notice-kind.graphql.ts'
import type { NoticeKind } from './notice-kinds.ts'

@ObjectType('NoticeChoice', {
  simpleResolvers: true,
  description: '알림 선택. A kind of notice that the person gets, and whether by mail as well as in the app.',
})
export class NoticeChoiceType {
  @Field(() => NoticeKindEnum, { description: '알림 종류. What it is about.' })
  kind!: NoticeKind

  @Field(() => String, { description: '이름. What it is called.' })
  label!: string

  @Field(() => Boolean, { description: '메일로 받음. Whether it comes by mail as well.' })
  isByMail!: boolean

  @Field(() => Boolean, {
    description: '꼭 메일로. A decision, a deadline, or word of the account: nobody goes without it.',
  })
  isFixed!: boolean
}

@Resolver(() => ViewerType)
export class NoticeChoices {
  @FieldResolver(() => [NoticeChoiceType], {
    description: '알림 선택. Every kind of notice that somebody of this role gets.',
  })
  noticeChoices(@Root() _viewer: ViewerType, @Ctx() ctx: Context): Promise<NoticeChoice[]> {
    return noticeChoices(ctx)
  }

  @Mutation(() => NoticeChoiceType, {
    description:
      '메일로 받기 선택. Takes a kind of notice by mail, or in the app only; WRONG_STATE for what is fixed.',
  })
  setNoticeMail(
    @Arg('kind', () => NoticeKindEnum, { description: '알림 종류. Which kind.' }) kind: string,
    @Arg('isByMail', () => Boolean, { description: '메일로 받음. False: in the app only.' })
    isByMail: boolean,
    @Ctx() ctx: Context,
  ): Promise<NoticeChoice> {
    return setNoticeMail(ctx, kind, isByMail)
  }
}
