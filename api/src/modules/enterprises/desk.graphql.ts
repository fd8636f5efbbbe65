import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readConnection } from '../../platform/page/connection.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { TimelineConnection, timelineOrder } from '../audit/timeline.graphql.ts'
import { tellsOfEnterprise, timelineShape } from '../audit/timeline.shape.ts'
import { ContactType } from './contact.graphql.ts'
import { BlockedDeskAction, DeskActionEnum } from './desk-action.graphql.ts'
import { enterpriseVerdicts, type DeskAction, type EnterpriseStanding } from './desk-actions.ts'
import { enterpriseDeskShape } from './desk.shape.ts'
import { EnterpriseType } from './enterprise.graphql.ts'
import type { EnterpriseState } from './enterprise.states.ts'
import { isAtDesk } from './find-desk.ts'
import { lockedFields } from './locked-fields.ts'

export const EnterpriseStateEnum = {
  DRAFT: 'draft',
  PUBLISHED: 'published',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, EnterpriseState>
registerEnumType(EnterpriseStateEnum, {
  name: 'EnterpriseState',
  description: '기업 상태. Whether the catalogue shows an enterprise.',
  valuesConfig: {
    DRAFT: { description: '작성 중. Never shown yet.' },
    PUBLISHED: { description: '공개. Shown now.' },
    WITHDRAWN: { description: '공개 중지. Shown no longer.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '연도별 인원. People employed in a year.' })
export class Workforce {
  @Field(() => Int, { description: '연도. Which year.' })
  year!: number

  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => Int, { description: '고용 인원. People employed.' })
  employees!: number

  @Field(() => Int, { description: '취약계층 인원. Of `employees`, how many are of vulnerable groups.' })
  vulnerableEmployees!: number
}

@ObjectType({ simpleResolvers: true, description: '빠진 항목. Something not said yet, and what follows.' })
export class MissingField {
  @Field(() => String, { description: '항목. Name of the field.' })
  field!: string

  @Field(() => String, { description: '결과. What is lost as long as it is missing, in Korean.' })
  consequence!: string
}

@ObjectType({ simpleResolvers: true, description: '작성률. How much of a profile has been said.' })
export class Completeness {
  @Field(() => Int, { description: '백분율. 0 to 100.' })
  percent!: number

  @Field(() => [MissingField], { description: '빠진 항목. What is not said yet.' })
  missing!: MissingField[]
}

@ObjectType({
  simpleResolvers: true,
  description: '읽기 전용 항목. A field the asker may not write, and why.',
})
export class LockedField {
  @Field(() => String, { description: '항목. Name of the field.' })
  field!: string

  @Field(() => String, { description: '이유. Why, in Korean.' })
  reason!: string
}

@ObjectType('EnterpriseDesk', {
  implements: Node,
  simpleResolvers: true,
  description:
    '기업 관리. An enterprise in any state, as its own members and the staff of its centre see it; to anybody else it does not exist.',
})
export class EnterpriseDeskType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change of the profile.' })
  version!: number

  @Field(() => EnterpriseStateEnum, { description: '상태. Whether the catalogue shows it.' })
  state!: EnterpriseState

  @Field(() => String, { description: '출처. `staff`, `enterprise`, or the list it came from.' })
  source!: string

  @Field(() => DateTimeScalar, { description: '등록 일시. When it was entered.' })
  createdAt!: string

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string

  @Field(() => EnterpriseType, { description: '기업. The profile; its id is what other operations take.' })
  enterprise!: EnterpriseType

  @Field(() => [ContactType], { description: '연락처. People to reach, masked.' })
  contacts!: ContactType[]

  @Field(() => [Workforce], { description: '연도별 인원. The latest year first.' })
  workforce!: Workforce[]

  @Field(() => Completeness, { description: '작성률. What is still missing, and what follows from it.' })
  completeness!: Completeness

  @Field(() => [LockedField], { description: '읽기 전용 항목. What the asker may not write.' })
  lockedFields!: LockedField[]

  @Field(() => [DeskActionEnum], { description: '가능한 작업. What the asker may do now.' })
  allowedActions!: DeskAction[]

  @Field(() => [BlockedDeskAction], { description: '막힌 작업. What not, and why.' })
  blockedActions!: BlockedDeskAction[]
}

@Resolver(() => EnterpriseDeskType)
export class EnterpriseDesks {
  @Query(() => EnterpriseDeskType, {
    nullable: true,
    description:
      '기업 관리. The desk of an enterprise, by its id or the enterprise’s; null when there is none or it is not the asker’s.',
  })
  async enterpriseDesk(
    @Arg('id', () => ID, { description: '기업. Of the desk or of the enterprise.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = keyOf(deskTags, id)
    const [row] = await readRows(ctx, info, {
      shape: enterpriseDeskShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(key)}::uuid`)
        conditions.add(isAtDesk('t'))
      },
    })
    return row ?? null
  }

  @FieldResolver(() => [LockedField])
  lockedFields(@Root() row: { lockedFields: string }, @Ctx() { actor }: Context) {
    return lockedFields(actor, row.lockedFields)
  }

  @FieldResolver(() => [DeskActionEnum])
  allowedActions(@Root() row: { allowedActions: EnterpriseStanding }, @Ctx() { actor }: Context) {
    const verdicts = enterpriseVerdicts(actor, row.allowedActions)
    return verdicts.flatMap(({ action, reason }) => (reason === null ? [action] : []))
  }

  @FieldResolver(() => [BlockedDeskAction])
  blockedActions(@Root() row: { blockedActions: EnterpriseStanding }, @Ctx() { actor }: Context) {
    return enterpriseVerdicts(actor, row.blockedActions).filter(({ reason }) => reason !== null)
  }

  @FieldResolver(() => TimelineConnection, {
    description: '기록. What was done to the enterprise and to what belongs to it, the latest first.',
  })
  timeline(
    @Root() row: object,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const key = readField<string>(row, info)
    return readConnection(ctx, info, {
      shape: timelineShape,
      order: timelineOrder,
      page: pageOf({ first, after: after ?? null }),
      where: conditions => conditions.add(`(${tellsOfEnterprise('t', `${conditions.value(key)}::uuid`)})`),
    })
  }
}

/** An operation takes either id. */
export const deskTags = ['enterprisedesk', 'enterprise'] as const

@Resolver(() => ViewerType)
export class ViewerDesks {
  @FieldResolver(() => [EnterpriseDeskType], {
    description: '내 기업. Enterprises the person acts for; empty for anybody but their members.',
  })
  enterprises(@Root() _viewer: ViewerType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: enterpriseDeskShape,
      where: conditions => conditions.add('t.id = any(scope_enterprises())'),
      orderBy: 't.name, t.id',
    })
  }
}
