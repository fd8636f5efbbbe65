import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import type { Density, StaffList } from './saved-view.entity.ts'
import { isViewFor, savedViewShape } from './saved-view.shape.ts'

export const StaffListEnum = {
  REVIEWS: 'reviews',
  ENTERPRISES: 'enterprises',
  IMPORTS: 'imports',
  AUDIT: 'audit',
  NOTICES: 'notices',
} as const satisfies Record<string, StaffList>
registerEnumType(StaffListEnum, {
  name: 'StaffList',
  description: '목록. A list of the staff that can be looked at in more than one way.',
  valuesConfig: {
    REVIEWS: { description: '심사. The review queue.' },
    ENTERPRISES: { description: '기업. The enterprises of the centre.' },
    IMPORTS: { description: '가져오기. The runs of imports.' },
    AUDIT: { description: '기록. The ledger.' },
    NOTICES: { description: '알림. What is sent to people.' },
  },
})

export const DensityEnum = { COMFORTABLE: 'comfortable', COMPACT: 'compact' } as const satisfies Record<
  string,
  Density
>
registerEnumType(DensityEnum, {
  name: 'Density',
  description: '줄 간격. How close the rows of a list stand.',
  valuesConfig: {
    COMFORTABLE: { description: '보통. Room around each row.' },
    COMPACT: { description: '좁게. As many rows as fit.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '보기 조건. One condition of a view.' })
export class ViewConditionType {
  @Field(() => String, { description: '항목. Name of the filter, as it stands in the address.' })
  field!: string

  @Field(() => [String], { description: '값. What is chosen there.' })
  values!: string[]
}

@InputType({ description: '보기 조건. One condition of a view; at most 30 of them.' })
export class ViewConditionInput {
  @Field(() => String, { description: '항목. Name of the filter: letters, figures and _, at most 40.' })
  field!: string

  @Field(() => [String], { description: '값. At most 50, each of at most 100 characters.' })
  values!: string[]
}

@ObjectType('SavedView', {
  implements: Node,
  simpleResolvers: true,
  description: '저장한 보기. Conditions, columns and order of a list under a name.',
})
export class SavedViewType extends Node {
  @Field(() => Int, { description: '판. For `expectedVersion` of a change.' })
  version!: number

  @Field(() => StaffListEnum, { description: '목록. Which list it is a view of.' })
  list!: StaffList

  @Field(() => String, { description: '이름. As it stands above the list.' })
  name!: string

  @Field(() => [ViewConditionType], { description: '조건. What must hold; none: everything.' })
  filter!: ViewConditionType[]

  @Field(() => [String], {
    nullable: true,
    description: '열. Columns in their order; null: those the list has by itself.',
  })
  columns!: string[] | null

  @Field(() => String, {
    nullable: true,
    description:
      '정렬. Name of a column, with a `-` before it for descending; null: as the list is by itself.',
  })
  sort!: string | null

  @Field(() => DensityEnum, { nullable: true, description: '줄 간격. Null: as the person has it elsewhere.' })
  density!: Density | null

  @Field(() => Boolean, { description: '함께 보기. Whether the whole centre sees it.' })
  isShared!: boolean

  @Field(() => Boolean, { description: '내 보기. Whether the one who asks has made it.' })
  isMine!: boolean

  @Field(() => String, {
    nullable: true,
    description: '만든 사람. Name of the colleague, as colleagues see it.',
  })
  madeBy!: string | null

  @Field(() => Boolean, {
    description: '수정 가능. Whether the one who asks may change or remove it: who made it, or the lead.',
  })
  canChange!: boolean

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string
}

@Resolver()
export class SavedViewQueries {
  @Query(() => [SavedViewType], {
    description:
      '저장한 보기 목록. One’s own views of a list, then those of the centre, each by name; none for who belongs to no centre.',
  })
  savedViews(
    @Arg('list', () => StaffListEnum, { description: '목록. Of which list.' }) list: StaffList,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    return readRows(ctx, info, {
      shape: savedViewShape,
      where: conditions => {
        conditions.add(isViewFor('t', `${conditions.value(ctx.actor.personId)}::uuid`))
        conditions.add(`t.list = ${conditions.value(list)}`)
      },
      orderBy: 't.is_shared, t.name, t.id',
    })
  }
}
