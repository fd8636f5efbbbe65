import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { readRows } from '../../platform/read/read.ts'
import { RequirementSetType } from './requirement-set.graphql.ts'
import { isInForce, isOfDesk, isVisibleSet, requirementSetShape } from './requirement-set.shape.ts'

@Resolver()
export class RequirementSetQueries {
  @Query(() => [RequirementSetType], {
    description:
      '기준 목록. All versions of the centre of who asks, the latest first; empty for everybody else.',
  })
  requirementSets(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: requirementSetShape,
      where: conditions => conditions.add(isOfDesk('t', `${conditions.value(ctx.actor.personId)}::uuid`)),
      orderBy: 't.title, t.series_id, t.number desc',
    })
  }

  @Query(() => RequirementSetType, {
    nullable: true,
    description: '기준 한 버전. Null when there is none, or who asks may not see it.',
  })
  async requirementSet(
    @Arg('id', () => ID, { description: '기준. Which version.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'requirementset' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: requirementSetShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(`(${isVisibleSet('t', `${conditions.value(ctx.actor.personId)}::uuid`)})`)
      },
    })
    return row ?? null
  }

  @Query(() => [RequirementSetType], {
    description:
      '신청할 수 있는 기준. In force and open today, of the centres that keep the enterprises of who asks; empty for everybody else.',
  })
  openRequirementSets(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: requirementSetShape,
      where: conditions => {
        const today = `${conditions.value(ctx.today)}::date`
        conditions.add(isInForce('t', today))
        conditions.add(`(t.open_until is null or t.open_until >= ${today})`)
        conditions.add(`exists (
          select 1 from enterprise_member m join enterprise e on e.id = m.enterprise_id
          where m.person_id = ${conditions.value(ctx.actor.personId)}::uuid
            and (e.center_id is null or e.center_id = t.center_id))`)
      },
      orderBy: 't.title, t.id',
    })
  }
}
