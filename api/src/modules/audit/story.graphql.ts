import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { readConnection } from '../../platform/page/connection.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readFor } from '../../platform/read/read.ts'
import { stories } from './stories.ts'
import { TimelineConnection, timelineOrder } from './timeline.graphql.ts'
import { timelineShape } from './timeline.shape.ts'

@Resolver()
export class Stories {
  @Query(() => TimelineConnection, {
    nullable: true,
    description:
      '기록. What was done to anything at the desks, the latest first: an enterprise, product, certification, claim, file, case, set of requirements or import. Null when there is no such thing, or the one who asks may not see it.',
  })
  async timeline(
    @Arg('of', () => ID, { description: '대상. Its id.' }) of: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const page = pageOf({ first, after: after ?? null })
    const id = parseGlobalId(of)
    const story = id && stories.get(id.tag)
    if (!story || !isUuid(id.key) || ctx.actor.personId === null) return null
    const isSeen = await readFor<boolean>(
      ctx,
      `select ($2::uuid is not null and (${story.isSeen('$1::uuid', '$2::uuid')}))::text as json`,
      [id.key, ctx.actor.personId],
    )
    if (!isSeen) return null
    return readConnection(ctx, info, {
      shape: timelineShape,
      order: timelineOrder,
      page,
      where: conditions => conditions.add(`(${story.tells('t', `${conditions.value(id.key)}::uuid`)})`),
    })
  }
}
