import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import { keyOf } from '../../platform/global-id.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { ViewerType } from './account.graphql.ts'
import { currentRule, needsSecondFactor, setCenterRule } from './center-rules.ts'
import { centerRuleNames, type CenterRuleName } from './center-rule.entity.ts'
import { Person } from './person.entity.ts'
import { requireRole } from './require-role.ts'
import type { SessionContext } from './session-context.ts'

const CenterRuleNameEnum = { SECOND_FACTOR: 'second_factor' } as const satisfies Record<
  string,
  CenterRuleName
>
registerEnumType(CenterRuleNameEnum, {
  name: 'CenterRuleName',
  description: '센터 규칙 이름. What a centre can decide for its own people.',
  valuesConfig: {
    SECOND_FACTOR: { description: '2단계 필수. Staff and leads sign in with a code beside the password.' },
  },
})

@ObjectType('CenterRule', {
  simpleResolvers: true,
  description: '센터 규칙. What the centre of the one who asks has decided.',
})
export class CenterRuleType {
  @Field(() => CenterRuleNameEnum, { description: '규칙. Which one.' })
  name!: CenterRuleName

  @Field(() => Boolean, { description: '적용. Whether it counts, by the centre or by the installation.' })
  isOn!: boolean

  @Field(() => Boolean, {
    description: '설치 설정. The installation demands it; the centre cannot ask for less.',
  })
  isDemanded!: boolean

  @Field(() => DateScalar, { nullable: true, description: '적용일. Null: the centre has decided nothing.' })
  since!: string | null

  @Field(() => Int, { description: '판. For `expectedVersion` of a change; 0: never changed.' })
  version!: number
}

@Resolver(() => ViewerType)
export class CenterRules {
  @FieldResolver(() => [CenterRuleType], {
    description: '센터 규칙 목록. Of the centre of a lead; empty for everybody else.',
  })
  async centerRules(@Root() _viewer: ViewerType, @Ctx() ctx: SessionContext): Promise<CenterRuleType[]> {
    if (ctx.actor.role !== 'lead' || ctx.actor.centerId === null) return []
    return Promise.all(centerRuleNames.map(name => ruleOf(ctx, name)))
  }

  @FieldResolver(() => Boolean, {
    description: '2단계 필수. Whether the person may not sign in without a second factor.',
  })
  async needsSecondFactor(@Root() viewer: ViewerType, @Ctx() ctx: SessionContext): Promise<boolean> {
    const person = await ctx.em.findOneOrFail(Person, { id: keyOf('person', viewer.id) })
    return needsSecondFactor(ctx, person)
  }

  @Mutation(() => CenterRuleType, {
    description: '센터 규칙 변경. A lead decides it for the own centre, from today on.',
  })
  async setCenterRule(
    @Arg('name', () => CenterRuleNameEnum, { description: '규칙. Which one.' }) name: CenterRuleName,
    @Arg('isOn', () => Boolean, { description: '적용. Whether it counts from now on.' }) isOn: boolean,
    @Arg('expectedVersion', () => Int, {
      description: '본 판. The `version` that was seen; CONFLICT when it has changed since.',
    })
    expectedVersion: number,
    @Ctx() ctx: SessionContext,
  ): Promise<CenterRuleType> {
    requireRole(ctx, 'lead')
    await setCenterRule(ctx, name, isOn, expectedVersion)
    return ruleOf(ctx, name)
  }
}

async function ruleOf(ctx: SessionContext, name: CenterRuleName): Promise<CenterRuleType> {
  const rule = await currentRule(ctx, name)
  const isDemanded = ctx.settings.needsSecondFactor
  return {
    name,
    isOn: isDemanded || (rule?.isOn ?? false),
    isDemanded,
    since: rule?.since ?? null,
    version: rule?.version ?? 0,
  }
}
