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
import { Node } from '../../platform/node.graphql.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { pageOf } from '../../platform/page/page.ts'
import { PageInfo } from '../../platform/page/page.graphql.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { personOf } from '../accounts/require-role.ts'
import { NoticeKindEnum } from './notice-kind.graphql.ts'
import type { NoticeKind } from './notice-kinds.ts'
import { isNoticeTo, noticeShape } from './notice.shape.ts'
import { markNoticesRead } from './read-notices.ts'

@ObjectType('Notice', {
  implements: Node,
  simpleResolvers: true,
  description: '알림. What the person who asks was told, by mail as well; nobody else can read this.',
})
export class NoticeType extends Node {
  @Field(() => NoticeKindEnum, { description: '알림 종류. What it is about.' })
  kind!: NoticeKind

  @Field(() => String, { description: '제목. As in the mail.' })
  subject!: string

  @Field(() => String, { description: '내용. Plain text in lines, as in the mail.' })
  body!: string

  @Field(() => String, { description: '화면. Path of the page that deals with it, on this site.' })
  path!: string

  @Field(() => DateTimeScalar, { description: '알린 때. When it was told.' })
  at!: string

  @Field(() => Boolean, { description: '새 알림. Whether it has not been read yet.' })
  isNew!: boolean
}

@ObjectType({ simpleResolvers: true, description: '알림 한 건. A notice in a list, with its cursor.' })
export class NoticeEdge {
  @Field(() => NoticeType, { description: '알림. The notice.' })
  node!: NoticeType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '알림 목록. A page of notices, the newest first (Relay).',
})
export class NoticeConnection {
  @Field(() => [NoticeEdge], { description: '항목. The notices of the page.' })
  edges!: NoticeEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

const newest: Order = {
  name: 'notices',
  key: 't.leaves_at',
  type: 'timestamptz',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id', type: 'uuid' },
}

const told = (ctx: Context, conditions: Conditions) =>
  conditions.add(
    isNoticeTo('t', `${conditions.value(personOf(ctx))}::uuid`, `${conditions.value(ctx.now)}::timestamptz`),
  )

@Resolver(() => ViewerType)
export class ViewerNotices {
  @FieldResolver(() => NoticeConnection, {
    description: '알림 목록. What the person was told, the newest first.',
  })
  notices(
    @Root() _viewer: ViewerType,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readConnection(ctx, info, {
      shape: noticeShape,
      order: newest,
      page: pageOf({ first, after: after ?? null }),
      where: conditions => told(ctx, conditions),
    })
  }

  @FieldResolver(() => Int, { description: '새 알림 수. How many have not been read yet; exact.' })
  unreadNoticeCount(@Root() _viewer: ViewerType, @Ctx() ctx: Context): Promise<number> {
    const conditions = new Conditions()
    told(ctx, conditions)
    conditions.add('t.read_at is null')
    return countRows(ctx, noticeShape, conditions)
  }
}

@Resolver(() => NoticeConnection)
export class Notices {
  @FieldResolver(() => Int, { description: '전체 건수. How many notices there are; exact.' })
  totalCount(@Ctx() ctx: Context): Promise<number> {
    const conditions = new Conditions()
    told(ctx, conditions)
    return countRows(ctx, noticeShape, conditions)
  }

  @Mutation(() => Int, {
    description:
      '알림 읽음. These notices of one’s own count as read, or all; returns how many are left unread.',
  })
  markNoticesRead(
    @Arg('ids', () => [ID], {
      nullable: true,
      description: '알림. Which ones, at most 100; left out: all of them.',
    })
    ids: string[] | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<number> {
    personOf(ctx)
    return markNoticesRead(ctx, ids?.map(id => keyOf('notice', id, 'ids')) ?? null)
  }
}
